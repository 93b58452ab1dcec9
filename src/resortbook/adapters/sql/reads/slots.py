"""Slots and free times."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.reads.seats import Standing
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.domain.slot import SlotReading
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import SlotFilter

_c = time_slots.c
_BY_START = Order("slots", Key(_c.start_time, datetime), Key(_c.id, UUID))


def find_slot(connection: Connection, slot_id: UUID, *, now: datetime) -> SlotReading | None:
    """Return one slot as it stands at `now`."""
    standing = Standing(now)
    statement = standing.select().where(_c.id == slot_id)
    row = connection.execute(statement).mappings().first()
    return None if row is None else standing.reading_of(row)


def page_of_slots(
    connection: Connection, wanted: SlotFilter, page: Page | None
) -> PageOf[SlotReading]:
    """Return the slots that are wanted, or a page of them. Raises InvalidInput on `cursor`."""
    standing = Standing(wanted.now)
    statement = standing.select().where(
        _c.start_time >= wanted.start, _c.start_time < wanted.end
    )
    if wanted.activity_id is not None:
        statement = statement.where(_c.activity_id == wanted.activity_id)
    if page is None:
        rows = connection.execute(statement.order_by(*_BY_START.sorting)).mappings()
        return PageOf(items=tuple(standing.reading_of(row) for row in rows))
    found = connection.execute(_BY_START.page(statement, page)).mappings().all()
    return PageOf(
        items=tuple(standing.reading_of(row) for row in found[: page.limit]),
        next_cursor=_BY_START.next_cursor(found, page),
    )


def next_free(
    connection: Connection, seats: Mapping[UUID, int], *, now: datetime, limit: int
) -> Mapping[UUID, Sequence[SlotReading]]:
    """Return the next `limit` bookable slots of each activity with that many seats."""
    found: dict[UUID, list[SlotReading]] = {activity_id: [] for activity_id in seats}
    if not seats or limit < 1:
        return found
    standing = Standing(now)
    place = func.row_number().over(partition_by=_c.activity_id, order_by=[_c.start_time, _c.id])
    numbered = (
        select(_c.id, place.label("place"))
        .select_from(standing.source)
        .where(or_(*_of_each(seats, standing)))
        .subquery("numbered")
    )
    first = select(numbered.c.id).where(numbered.c.place <= limit)
    statement = standing.select().where(_c.id.in_(first)).order_by(*_BY_START.sorting)
    for row in connection.execute(statement).mappings():
        found[row[_c.activity_id]].append(standing.reading_of(row))
    return found


def nearest_free(
    connection: Connection,
    activity_id: UUID,
    *,
    seats: int,
    around: datetime,
    now: datetime,
    limit: int,
) -> Sequence[SlotReading]:
    """Return bookable slots with room, nearest to `around` first, ties earlier first."""
    standing = Standing(now)
    statement = standing.select().where(_c.activity_id == activity_id, standing.takes(seats))
    # The nearest are among the first on either side, which an index finds.
    earlier = statement.where(_c.start_time < around).order_by(_c.start_time.desc(), _c.id)
    later = statement.where(_c.start_time >= around).order_by(_c.start_time, _c.id)
    found = [
        standing.reading_of(row)
        for side in (earlier, later)
        for row in connection.execute(side.limit(limit)).mappings()
    ]

    def nearness(reading: SlotReading) -> tuple[timedelta, datetime, UUID]:
        slot = reading.slot
        return abs(slot.start_time - around), slot.start_time, slot.id

    return sorted(found, key=nearness)[:limit]


def _of_each(seats: Mapping[UUID, int], standing: Standing) -> Iterable[ColumnElement[bool]]:
    """Most activities want the same number of seats: one condition for each number."""
    by_seats: dict[int, list[UUID]] = {}
    for activity_id, wanted in seats.items():
        by_seats.setdefault(wanted, []).append(activity_id)
    for wanted, activity_ids in by_seats.items():
        yield and_(_c.activity_id.in_(activity_ids), standing.takes(wanted))
