"""Adding up departures and their bookings."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, select

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.figures import load_figures
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.messages import inbound_messages
from resortbook.adapters.sql.tables.people import audit
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.booking import BookingStatus
from resortbook.domain.figures import Chats, DayFigures, Figures
from resortbook.domain.money import ZERO
from resortbook.domain.terms import Settlement
from resortbook.ports.figures import SlotFigures

_SOLD = (
    BookingStatus.CONFIRMED.value,
    BookingStatus.COMPLETED.value,
    BookingStatus.NO_SHOW.value,
)
_DESK_ACTS = ("conversation.hand_over", "conversation.take_over", "conversation.reply")
_ROWS_AT_ONCE = 1_000


class SqlFigureReads:
    """Reading as the port `FigureReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_slots(
        self, start: datetime, end: datetime, *, now: datetime
    ) -> Sequence[SlotFigures]:
        """Read departures and bookings, and add up here: times of two databases differ."""
        within = and_(time_slots.c.start_time >= start, time_slots.c.start_time < end)
        slots: Select[Any] = select(
            time_slots.c.id,
            time_slots.c.activity_id,
            time_slots.c.start_time,
            time_slots.c.capacity,
            time_slots.c.is_available,
        ).where(within)
        sales: Select[Any] = (
            select(
                bookings.c.time_slot_id,
                bookings.c.status,
                bookings.c.seats,
                bookings.c.participants,
                bookings.c.total_price,
                bookings.c.settlement,
                bookings.c.booking_source,
                bookings.c.created_at,
                bookings.c.expires_at,
                time_slots.c.start_time,
            )
            .join(time_slots, time_slots.c.id == bookings.c.time_slot_id)
            .where(within)
        )
        with self._database.reading() as connection:
            departures = connection.execute(slots.order_by(time_slots.c.start_time)).all()
            sold: dict[Any, Figures] = {}
            for row in connection.execute(sales).yield_per(_ROWS_AT_ONCE):
                known = sold.get(row.time_slot_id, Figures())
                sold[row.time_slot_id] = known + _of_booking(row, now)
        return list(_with_seats(departures, sold))

    def chats(self, start: datetime, end: datetime) -> Chats:
        """Count guests by their messages, and those of them that the audit knows."""
        came = inbound_messages.c
        wrote = (
            select(came.guest_id)
            .where(came.received_at >= start, came.received_at < end)
            .where(came.guest_id.is_not(None))
            .distinct()
            .subquery()
        )
        by_desk = exists().where(
            audit.c.subject_id == wrote.c.guest_id,
            audit.c.at >= start,
            audit.c.at < end,
            audit.c.action.in_(_DESK_ACTS),
        )
        with self._database.reading() as connection:
            guests = connection.scalar(select(func.count()).select_from(wrote))
            with_desk = connection.scalar(
                select(func.count()).select_from(wrote).where(by_desk)
            )
        return Chats(guests=guests or 0, with_desk=with_desk or 0)

    def kept(self, first: date, last: date) -> Sequence[DayFigures]:
        """Load the rows."""
        with self._database.reading() as connection:
            return load_figures(connection, first, last)


def _with_seats(
    departures: Sequence[Row[Any]], sold: dict[Any, Figures]
) -> Iterator[SlotFigures]:
    for row in departures:
        figures = sold.get(row.id, Figures())
        if row.is_available or figures.booked:
            figures += Figures(departures=1, capacity=row.capacity)
        yield SlotFigures(
            start_time=row.start_time, activity_id=row.activity_id, figures=figures
        )


def _of_booking(row: Row[Any], now: datetime) -> Figures:
    if row.status in _SOLD:
        is_free = row.settlement == Settlement.COMP.value
        lead = row.start_time - row.created_at
        return Figures(
            booked=row.seats,
            bookings=1,
            participants=row.participants,
            revenue=ZERO if is_free else row.total_price,
            no_shows=int(row.status == BookingStatus.NO_SHOW.value),
            lead_minutes=max(0, int(lead.total_seconds() // 60)),
            doors={row.booking_source: 1},
        )
    if row.status == BookingStatus.CANCELLED.value:
        return Figures(cancelled=1)
    has_lapsed = row.expires_at is not None and row.expires_at <= now
    return Figures(expired=int(row.status == BookingStatus.EXPIRED.value or has_lapsed))
