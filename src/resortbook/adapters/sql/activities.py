"""Activities with their rates and images, and the categories' labels, for writing."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.activity_rows import (
    activity_row,
    image_rows,
    load_activities,
    rate_rows,
)
from resortbook.adapters.sql.failures import refused_by
from resortbook.adapters.sql.search_text import is_storable
from resortbook.adapters.sql.tables.catalogue import (
    activities,
    activity_images,
    categories,
    rates,
    time_slots,
)
from resortbook.domain.activity import Activity, Category
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.ports.sales_storage import Stale


class SqlActivities:
    """Activities as the port `Activities` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, activity_id: UUID) -> Activity:
        """Load one with rates and images. Raises NotFound."""
        found = self._first(select(activities).where(activities.c.id == activity_id))
        if found is None:
            raise NotFound("There is no such activity")
        return found

    def find_by_slug(self, slug: str) -> Activity | None:
        """Load the one of that slug, if there is one."""
        if not is_storable(slug):
            return None
        return self._first(select(activities).where(activities.c.slug == slug))

    def has_any(self) -> bool:
        """Look for a first row."""
        return self._connection.scalar(select(activities.c.id).limit(1)) is not None

    def add(self, activity: Activity) -> None:
        """Insert it with its parts. Raises FieldConflict on `slug`, which ends the unit."""
        with refused_by("uq_activities_slug", _slug_taken(activity)):
            self._connection.execute(insert(activities), activity_row(activity))
        self._add_parts(activity)

    def save(self, activity: Activity, *, was: Activity) -> None:
        """Compare the version and set everything anew, the slots' cut-offs too.

        Raises:
            Stale: it has another version by now.
            FieldConflict: on `slug`; this ends the unit.
        """
        statement = update(activities).where(
            activities.c.id == was.id, activities.c.version == was.version
        )
        with refused_by("uq_activities_slug", _slug_taken(activity)):
            written = self._connection.execute(statement.values(activity_row(activity)))
        if written.rowcount == 0:
            raise Stale("The activity was changed meanwhile")
        for part in (rates, activity_images):
            self._connection.execute(delete(part).where(part.c.activity_id == activity.id))
        self._add_parts(activity)
        if activity.booking_cutoff_minutes != was.booking_cutoff_minutes:
            self._move_cutoffs(activity)

    def name_category(self, category: Category) -> None:
        """Insert the label, or leave the one that is there."""
        statement = upsert.insert(self._connection, categories).on_conflict_do_nothing()
        row = {"code": category.code, "label": category.label}
        self._connection.execute(statement, row)

    def category_labels(self) -> dict[str, str]:
        """Load all labels."""
        return category_labels(self._connection)

    def _first(self, statement: Select[Any]) -> Activity | None:
        return next(iter(load_activities(self._connection, statement)), None)

    def _add_parts(self, activity: Activity) -> None:
        self._connection.execute(insert(rates), rate_rows(activity))
        if activity.images:
            self._connection.execute(insert(activity_images), image_rows(activity))

    def _move_cutoffs(self, activity: Activity) -> None:
        # The activity's row is locked by now, and whoever adds slots reads it under a lock:
        # no slot keeps the old cut-off.
        slots = self._connection.execute(
            select(time_slots.c.id, time_slots.c.start_time)
            .where(time_slots.c.activity_id == activity.id)
            .order_by(time_slots.c.id)
        ).all()
        if not slots:
            return
        cutoff = timedelta(minutes=activity.booking_cutoff_minutes)
        self._connection.execute(
            update(time_slots)
            .where(time_slots.c.id == bindparam("slot_id"))
            .values(bookable_until=bindparam("until")),
            [{"slot_id": slot.id, "until": slot.start_time - cutoff} for slot in slots],
        )


def category_labels(connection: Connection) -> dict[str, str]:
    """Return the label of every known category by code."""
    rows = connection.execute(select(categories).order_by(categories.c.code))
    return {row.code: row.label for row in rows}


def _slug_taken(activity: Activity) -> FieldConflict:
    return FieldConflict(f"There is an activity {activity.slug!r} already", field="slug")
