"""Slots and free times."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Integer, and_, bindparam, func, or_, select

from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.direct import DirectStatement
from resortbook.adapters.sql.occupations import load_needs
from resortbook.adapters.sql.reads.resources import with_resources
from resortbook.adapters.sql.reads.seats import Standing
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.types import UtcDateTime
from resortbook.domain.slot import SlotReading
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import SlotFilter

MORE_AT_ONCE = 100

_c = time_slots.c
_BY_START = Order("slots", Key(_c.start_time, datetime), Key(_c.id, UUID))

# What a refusal looks at: in a rush for one departure nearly everybody gets one.
_STANDING = Standing(bindparam("now", type_=UtcDateTime()))
_ONE = DirectStatement(_STANDING.select().where(_c.id == bindparam("slot_id")))
_OPEN = (
    _STANDING.select()
    .where(
        _c.activity_id == bindparam("activity_id"),
        _STANDING.takes(bindparam("seats", type_=Integer())),
    )
    .limit(bindparam("size", type_=Integer()))
    .offset(bindparam("begin", type_=Integer()))
)
_EARLIER = DirectStatement(
    _OPEN.where(_c.start_time < bindparam("moment")).order_by(_c.start_time.desc(), _c.id)
)
_LATER = DirectStatement(
    _OPEN.where(_c.start_time >= bindparam("moment")).order_by(_c.start_time, _c.id)
)


def find_slot(connection: Connection, slot_id: UUID, *, now: datetime) -> SlotReading | None:
    """Return one slot as it stands at `now`."""
    rows = _ONE.run(connection, {"now": now, "slot_id": slot_id})
    if not rows:
        return None
    return with_resources(connection, [_STANDING.reading_of(rows[0])], now=now)[0]


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
        everything = [standing.reading_of(row) for row in rows]
        return PageOf(items=tuple(with_resources(connection, everything, now=wanted.now)))
    found = connection.execute(_BY_START.page(statement, page)).mappings().all()
    readings = [standing.reading_of(row) for row in found[: page.limit]]
    return PageOf(
        items=tuple(with_resources(connection, readings, now=wanted.now)),
        next_cursor=_BY_START.next_cursor(found, page),
    )


def next_free(
    connection: Connection,
    seats: Mapping[UUID, int],
    *,
    now: datetime,
    limit: int,
    until: datetime | None = None,
) -> Mapping[UUID, Sequence[SlotReading]]:
    """Return the next `limit` bookable slots of each activity with that many seats; those from
    `until` on are not looked at.
    """
    found: dict[UUID, Sequence[SlotReading]] = {activity_id: [] for activity_id in seats}
    if not seats or limit < 1:
        return found
    sharing = load_needs(connection, list(seats))
    for activity_id in sharing:
        walk = _Walk(connection, activity_id, seats=seats[activity_id], now=now)
        later = walk.later(now, limit)
        found[activity_id] = [one for one in later if not until or one.slot.start_time < until]
    simple = {key: wanted for key, wanted in seats.items() if key not in sharing}
    many = _next_of_many(connection, simple, now=now, limit=limit, until=until)
    return {**found, **many}


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
    walk = _Walk(connection, activity_id, seats=seats, now=now)
    found = [*walk.earlier(around, limit), *walk.later(around, limit)]

    def nearness(reading: SlotReading) -> tuple[timedelta, datetime, UUID]:
        slot = reading.slot
        return abs(slot.start_time - around), slot.start_time, slot.id

    return sorted(found, key=nearness)[:limit]


class _Walk:
    """Goes through the bookable slots of an activity, away from a moment."""

    def __init__(
        self, connection: Connection, activity_id: UUID, *, seats: int, now: datetime
    ) -> None:
        self._connection = connection
        self._asked = {"activity_id": activity_id, "seats": seats, "now": now}
        self._now = now

    def earlier(self, moment: datetime, limit: int) -> Sequence[SlotReading]:
        """Return the first `limit` before a moment, backwards."""
        return self._first(_EARLIER, moment, limit)

    def later(self, moment: datetime, limit: int) -> Sequence[SlotReading]:
        """Return the first `limit` from a moment on."""
        return self._first(_LATER, moment, limit)

    def _first(
        self, statement: DirectStatement, moment: datetime, limit: int
    ) -> Sequence[SlotReading]:
        # An index finds the nearest; only where resources are lacking it goes on for more.
        found: list[SlotReading] = []
        size, begin = limit, 0
        while len(found) < limit:
            asked = {**self._asked, "moment": moment, "size": size, "begin": begin}
            rows = statement.run(self._connection, asked)
            readings = [_STANDING.reading_of(row) for row in rows]
            marked = with_resources(self._connection, readings, now=self._now)
            found += [one for one in marked if not one.lacks_resource]
            if len(rows) < size:
                break
            size, begin = MORE_AT_ONCE, begin + size
        return found[:limit]


def _next_of_many(
    connection: Connection,
    seats: Mapping[UUID, int],
    *,
    now: datetime,
    limit: int,
    until: datetime | None,
) -> Mapping[UUID, Sequence[SlotReading]]:
    found: dict[UUID, list[SlotReading]] = {activity_id: [] for activity_id in seats}
    if not seats:
        return found
    standing = Standing(now)
    place = func.row_number().over(partition_by=_c.activity_id, order_by=[_c.start_time, _c.id])
    numbered = (
        select(_c.id, place.label("place"))
        .select_from(standing.source)
        .where(or_(*_of_each(seats, standing)), *([_c.start_time < until] if until else []))
        .subquery("numbered")
    )
    first = select(numbered.c.id).where(numbered.c.place <= limit)
    statement = standing.select().where(_c.id.in_(first)).order_by(*_BY_START.sorting)
    for row in connection.execute(statement).mappings():
        found[row[_c.activity_id]].append(standing.reading_of(row))
    return found


def _of_each(seats: Mapping[UUID, int], standing: Standing) -> Iterable[ColumnElement[bool]]:
    """Most activities want the same number of seats: one condition for each number."""
    by_seats: dict[int, list[UUID]] = {}
    for activity_id, wanted in seats.items():
        by_seats.setdefault(wanted, []).append(activity_id)
    for wanted, activity_ids in by_seats.items():
        yield and_(_c.activity_id.in_(activity_ids), standing.takes(wanted))
