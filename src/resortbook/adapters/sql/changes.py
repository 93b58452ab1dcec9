"""Notes which subjects a transaction writes about, to tell of them once it is committed."""

from collections.abc import Set
from typing import Any

from sqlalchemy import Connection, Engine, event

from resortbook.adapters.sql.tables.catalogue import (
    activities,
    activity_images,
    categories,
    closures,
    rates,
    time_slots,
)
from resortbook.adapters.sql.tables.people import preferences
from resortbook.adapters.sql.tables.resources import activity_resources, closings, resources
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.ports.changes import Subject

_TABLES = {
    Subject.CATALOGUE: (activities, rates, activity_images, categories),
    Subject.SEATS: (time_slots, bookings, closures, closings, resources, activity_resources),
    Subject.PREFERENCES: (preferences,),
}
_SUBJECTS = {table: subject for subject, tables in _TABLES.items() for table in tables}
_NOTED = "resortbook-changed"


def note_writes(engine: Engine) -> None:
    """Note what is inserted, updated and deleted through an engine."""
    event.listen(engine, "after_cursor_execute", _note)


def forget_noted(connection: Connection) -> None:
    """Begin anew: what was noted before was not committed."""
    connection.info.pop(_NOTED, None)


def noted(connection: Connection) -> Set[Subject]:
    """Return what was noted since, and begin anew."""
    found: Set[Subject] = connection.info.pop(_NOTED, frozenset())
    return found


def _note(connection: Connection, *told: Any) -> None:
    context = told[3]
    if context.isinsert or context.isupdate or context.isdelete:
        subject = _SUBJECTS.get(context.compiled.statement.table)
        if subject is not None:
            connection.info.setdefault(_NOTED, set()).add(subject)
