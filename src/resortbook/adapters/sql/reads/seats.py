"""Slots as they stand: holds that have run out give their seats back when they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, RowMapping, Select, and_, func, select

from resortbook.adapters.sql.booking_rows import has_lapsed
from resortbook.adapters.sql.direct import DirectRow
from resortbook.adapters.sql.slot_rows import slot_of
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.slot import SlotReading


class Standing:
    """Slots joined with the seats of lapsed holds at one moment. Those are few: they are swept
    every few seconds.
    """

    def __init__(self, now: datetime | BindParameter[datetime]) -> None:
        """Look at the slots as they are at `now`, or at a moment that is told later."""
        lapsed = (
            select(bookings.c.time_slot_id, func.sum(bookings.c.seats).label("seats"))
            .where(has_lapsed(now))
            .group_by(bookings.c.time_slot_id)
            .subquery("lapsed")
        )
        self._now = now
        self.lapsed_seats = func.coalesce(lapsed.c.seats, 0).label("lapsed_seats")
        self.source = time_slots.outerjoin(lapsed, lapsed.c.time_slot_id == time_slots.c.id)
        self.seats_left = (
            time_slots.c.capacity - time_slots.c.booked_count + func.coalesce(lapsed.c.seats, 0)
        )

    def select(self) -> Select[Any]:
        """Select slots with their lapsed seats."""
        return select(time_slots, self.lapsed_seats).select_from(self.source)

    def takes(self, seats: ColumnElement[int] | int) -> ColumnElement[bool]:
        """Say of a slot that `seats` seats of it can be booked now."""
        return and_(
            time_slots.c.is_available,
            time_slots.c.bookable_until > self._now,
            self.seats_left >= seats,
        )

    def reading_of(self, row: RowMapping | DirectRow) -> SlotReading:
        """Read a row of `select`."""
        return SlotReading(slot=slot_of(row), lapsed_seats=int(row["lapsed_seats"]))
