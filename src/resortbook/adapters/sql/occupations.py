"""Which departures use which resources: read from the slots that have a seat taken."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, exists, func, select

from resortbook.adapters.sql.booking_rows import has_lapsed
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.resources import activity_resources, resources
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.booking import BookingStatus
from resortbook.domain.resource import Need, Occupation, Use

# No activity is longer, and nothing is taken longer before or after it.
LONGEST = timedelta(days=7)
AROUND = timedelta(days=1)
OPEN = (BookingStatus.PENDING.value, BookingStatus.CONFIRMED.value)

_c = time_slots.c


def occupation_of(
    slot_id: UUID, start: datetime, end: datetime, needs: Iterable[Need]
) -> Occupation:
    """Return all that a departure takes."""
    return Occupation(slot_id=slot_id, uses=tuple(need.use(start, end) for need in needs))


def load_needs(
    connection: Connection, activity_ids: Sequence[UUID]
) -> Mapping[UUID, tuple[Need, ...]]:
    """Return what each of these activities needs, by resource id."""
    return _needs(
        connection,
        select(activity_resources).where(activity_resources.c.activity_id.in_(activity_ids)),
    )


def load_units(connection: Connection, resource_ids: Sequence[UUID]) -> Mapping[UUID, int]:
    """Return how many there are of each resource."""
    statement = select(resources.c.id, resources.c.units).where(
        resources.c.id.in_(resource_ids)
    )
    return {row.id: row.units for row in connection.execute(statement)}


def taken_between(
    connection: Connection,
    uses: Sequence[Use],
    *,
    leaving: Mapping[UUID, int] | None = None,
    now: datetime | None = None,
) -> Sequence[Occupation]:
    """Return the departures around these uses that take of the same resources.

    `leaving` are seats, by departure, that are about to be given back; with `now` the seats
    of holds that have run out by then are not counted either.
    """
    if not uses:
        return []
    start = min(use.starts_at for use in uses)
    end = max(use.ends_at for use in uses)
    statement = _slots(connection, {use.resource_id for use in uses}).where(
        _c.booked_count > 0,
        _c.start_time > start - AROUND - LONGEST,
        _c.start_time < end + AROUND,
        _c.end_time > start - AROUND,
    )
    rows = connection.execute(statement).all()
    free = dict(leaving or {})
    if now is not None and rows:
        for slot_id, seats in _lapsed(connection, [row.id for row in rows], now):
            free[slot_id] = free.get(slot_id, 0) + seats
    return _occupations(
        connection, [row for row in rows if row.booked_count > free.get(row.id, 0)]
    )


def open_occupations(
    connection: Connection, resource_ids: Iterable[UUID]
) -> Sequence[Occupation]:
    """Return every departure with an open booking that takes of these resources."""
    is_open = exists().where(bookings.c.time_slot_id == _c.id, bookings.c.status.in_(OPEN))
    statement = _slots(connection, set(resource_ids)).where(is_open).order_by(_c.id)
    return _occupations(connection, connection.execute(statement).all())


def _slots(connection: Connection, resource_ids: set[UUID]) -> Select[Any]:
    needing = select(activity_resources.c.activity_id).where(
        activity_resources.c.resource_id.in_(resource_ids)
    )
    # The activities first, by themselves: then their slots are found by an index.
    found = set(connection.scalars(needing))
    return select(_c.id, _c.activity_id, _c.start_time, _c.end_time, _c.booked_count).where(
        _c.activity_id.in_(found)
    )


def _occupations(connection: Connection, rows: Sequence[Any]) -> Sequence[Occupation]:
    needs = load_needs(connection, list({row.activity_id for row in rows}))
    return [
        occupation_of(row.id, row.start_time, row.end_time, needs.get(row.activity_id, ()))
        for row in rows
    ]


def _lapsed(connection: Connection, slot_ids: Sequence[UUID], now: datetime) -> Sequence[Any]:
    statement = (
        select(bookings.c.time_slot_id, func.sum(bookings.c.seats))
        .where(bookings.c.time_slot_id.in_(slot_ids), has_lapsed(now))
        .group_by(bookings.c.time_slot_id)
    )
    return [(row[0], int(row[1])) for row in connection.execute(statement)]


def _needs(connection: Connection, statement: Select[Any]) -> Mapping[UUID, tuple[Need, ...]]:
    found: dict[UUID, tuple[Need, ...]] = {}
    for row in connection.execute(statement.order_by(activity_resources.c.resource_id)):
        need = Need(
            resource_id=row.resource_id,
            units=row.units,
            minutes_before=row.minutes_before,
            minutes_after=row.minutes_after,
        )
        found[row.activity_id] = (*found.get(row.activity_id, ()), need)
    return found
