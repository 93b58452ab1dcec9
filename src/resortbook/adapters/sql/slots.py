"""Time slots and their seats, for writing."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, literal, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.slot_rows import slot_of, slot_row
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.types import UuidText
from resortbook.domain.errors import NotFound
from resortbook.domain.slot import TimeSlot
from resortbook.ports.sales_storage import SeatClaim, SeatsTaken, Stale


class SqlSlots:
    """Slots as the port `Slots` asks for them."""

    def __init__(self, connection: Connection, *, claim: Claim) -> None:
        self._connection = connection
        self._claim = claim

    def get(self, slot_id: UUID) -> TimeSlot:
        """Load one. Raises NotFound."""
        statement = select(time_slots).where(time_slots.c.id == slot_id)
        row = self._connection.execute(statement).mappings().first()
        if row is None:
            raise NotFound("There is no such time slot")
        return slot_of(row)

    def add_missing(self, slots: Sequence[TimeSlot]) -> Sequence[TimeSlot]:
        """Insert those whose activity has none at that start and lane; tell which."""
        if not slots:
            return []
        cutoffs = self._cutoffs({slot.activity_id for slot in slots})
        statement = (
            upsert.insert(self._connection, time_slots)
            .on_conflict_do_nothing(index_elements=["activity_id", "start_time", "lane"])
            .returning(time_slots.c.id)
        )
        rows = [slot_row(slot, cutoff_minutes=cutoffs[slot.activity_id]) for slot in slots]
        inserted = set(self._connection.scalars(statement, rows))
        return [slot for slot in slots if slot.id in inserted]

    def claim(self, claim: SeatClaim) -> None:
        """Take the seats by one write. Raises SeatsTaken where that changes no row."""
        statement = self._claim(
            literal(claim.slot_id, UuidText), literal(claim.seats), literal(claim.whole)
        )
        if self._connection.execute(statement).rowcount == 0:
            raise SeatsTaken("The slot is closed or has too few seats")

    def release(self, slot_id: UUID, seats: int) -> None:
        """Lessen the count by what it is when it is written. Raises Stale."""
        booked = time_slots.c.booked_count
        statement = (
            update(time_slots)
            .where(time_slots.c.id == slot_id, booked >= seats)
            .values(booked_count=booked - seats)
        )
        if self._connection.execute(statement).rowcount == 0:
            raise Stale("Somebody else has given these seats back")

    def _cutoffs(self, activity_ids: set[UUID]) -> dict[UUID, int]:
        # The lock keeps the cut-off from changing until these slots are there to be seen.
        statement = (
            select(activities.c.id, activities.c.booking_cutoff_minutes)
            .where(activities.c.id.in_(activity_ids))
            .order_by(activities.c.id)
            .with_for_update(read=True)
        )
        rows = self._connection.execute(statement)
        return {row.id: row.booking_cutoff_minutes for row in rows}
