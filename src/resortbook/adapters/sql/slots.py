"""Time slots and their seats, for writing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    literal,
    or_,
    select,
    true,
    update,
)

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.failures import refused_by
from resortbook.adapters.sql.slot_rows import slot_of, slot_row
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.tables.resources import activity_resources, closing_slots
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.adapters.sql.types import UuidText
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.slot import TimeSlot
from resortbook.ports.sales_storage import SeatClaim, SeatsTaken, Stale

START_INDEX = "uq_time_slots_activity_id_start_time_lane"

_c = time_slots.c


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
        sharing = self._sharing(set(cutoffs))
        rows = [
            slot_row(
                slot,
                cutoff_minutes=cutoffs[slot.activity_id],
                uses_resources=slot.activity_id in sharing,
            )
            for slot in slots
        ]
        inserted = set(self._connection.scalars(statement, rows))
        return [slot for slot in slots if slot.id in inserted]

    def save(self, slot: TimeSlot, *, was: TimeSlot) -> None:
        """Compare the version and set everything but the count of seats.

        Raises:
            Stale, SeatsTaken, FieldConflict: as the port says; the latter two end the unit.
        """
        unchanged = {"booked_count", "uses_resources"}
        cutoff = 0
        if slot.start_time == was.start_time:
            unchanged.add("bookable_until")
        else:
            cutoff = self._cutoffs({slot.activity_id})[slot.activity_id]
        row = slot_row(slot, cutoff_minutes=cutoff)
        values = {name: value for name, value in row.items() if name not in unchanged}
        statement = update(time_slots).where(
            time_slots.c.id == was.id, time_slots.c.version == was.version
        )
        taken = FieldConflict("This activity departs then already", field="start_time")
        with refused_by(START_INDEX, taken):
            written = self._connection.execute(statement.values(values))
        if written.rowcount == 0:
            raise Stale("The slot was changed meanwhile")

    def lock(self, slot_ids: Sequence[UUID]) -> Sequence[TimeSlot]:
        """Load and lock these."""
        return self._locked(time_slots.c.id.in_(slot_ids))

    def lock_between(
        self, start: datetime, end: datetime, *, activity_ids: Sequence[UUID] | None = None
    ) -> Sequence[TimeSlot]:
        """Load and lock those of a stretch of time."""
        concerned = true() if activity_ids is None else _c.activity_id.in_(activity_ids)
        return self._locked(and_(_c.start_time >= start, _c.start_time < end, concerned))

    def lock_of_schedule(self, schedule_id: UUID, *, after: datetime) -> Sequence[TimeSlot]:
        """Load and lock those of a schedule."""
        return self._locked(and_(_c.schedule_id == schedule_id, _c.start_time > after))

    def planned_starts(self, schedule_id: UUID) -> frozenset[datetime]:
        """Load where the delayed ones of a schedule were."""
        statement = select(_c.planned_start).where(
            _c.schedule_id == schedule_id, _c.planned_start.is_not(None)
        )
        return frozenset(self._connection.scalars(statement))

    def remove(self, slot_ids: Sequence[UUID]) -> Sequence[UUID]:
        """Delete those that no booking and no closing names; tell which."""
        named = or_(
            exists().where(bookings.c.time_slot_id == _c.id),
            exists().where(closing_slots.c.slot_id == _c.id),
        )
        statement = delete(time_slots).where(_c.id.in_(slot_ids), ~named)
        return list(self._connection.scalars(statement.returning(_c.id)))

    def claim(self, claim: SeatClaim) -> None:
        """Take the seats by one write. Raises SeatsTaken where that changes no row."""
        statement = self._claim(
            literal(claim.slot_id, UuidText), literal(claim.seats), literal(claim.whole)
        )
        if not claim.shares:
            statement = statement.where(~_c.uses_resources)
        if claim.start is not None:
            statement = statement.where(_c.start_time == claim.start)
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

    def _locked(self, condition: ColumnElement[bool]) -> Sequence[TimeSlot]:
        statement = select(time_slots).where(condition).order_by(_c.id).with_for_update()
        return [slot_of(row) for row in self._connection.execute(statement).mappings()]

    def _sharing(self, activity_ids: set[UUID]) -> set[UUID]:
        # Under the same lock: needs are only set by who has the activity's row.
        statement = select(activity_resources.c.activity_id).where(
            activity_resources.c.activity_id.in_(activity_ids)
        )
        return set(self._connection.scalars(statement))

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
