"""Refusing a slot with times that can really be booked instead."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.domain.activity import Activity
from resortbook.domain.errors import CapacityExceeded, InvalidTime, NotFound, SlotUnavailable
from resortbook.domain.slot import Reason, SlotReading, TimeSlot
from resortbook.ports.reads import CatalogueReads

ALTERNATIVES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """Knows why a slot cannot be had, and what can."""

    catalogue: CatalogueReads

    def check_open(
        self, slot: TimeSlot, *, activity: Activity, seats: int, now: datetime
    ) -> None:
        """Refuse a slot that takes nobody new. Raises SlotUnavailable: closed or past its
        cut-off.
        """
        reason = reason_against_new(slot, activity=activity, now=now)
        if reason is not None:
            raise self.unavailable(slot, reason, activity=activity, seats=seats, now=now)

    def reading(self, slot_id: UUID, *, now: datetime) -> SlotReading:
        """Return a slot as it stands. Raises NotFound."""
        reading = self.catalogue.slot(slot_id, now=now)
        if reading is None:
            raise NotFound("There is no such time slot")
        return reading

    def unavailable(
        self, slot: TimeSlot, reason: Reason, *, activity: Activity, seats: int, now: datetime
    ) -> SlotUnavailable:
        """Return the refusal of a slot for `reason`, with up to three bookable alternatives."""
        free = [
            reading
            for reading in self.catalogue.nearest_free(
                activity.id,
                seats=seats,
                around=slot.start_time,
                now=now,
                limit=ALTERNATIVES + 1,
            )
            if reading.slot.id != slot.id
        ][:ALTERNATIVES]
        return SlotUnavailable(
            "This time slot is no longer available",
            activity_id=activity.id,
            requested_time=slot.start_time,
            reason=reason.value,
            alternative_slots=[reading.slot.start_time for reading in free],
            alternatives=[_alternative(reading) for reading in free],
        )


def check_possible(slot: TimeSlot, *, seats: int, now: datetime) -> None:
    """Refuse what no waiting and no other choice of words would mend.

    Raises:
        InvalidTime: the slot has started.
        CapacityExceeded: more seats than the slot has.
    """
    if slot.has_started(now):
        raise InvalidTime(
            "This departure has already started", fields={"time_slot_id": ["It has started"]}
        )
    check_capacity(slot, seats)


def check_capacity(slot: TimeSlot, seats: int) -> None:
    """Refuse more seats than the slot has. Raises CapacityExceeded."""
    if seats > slot.capacity:
        raise CapacityExceeded(
            f"This departure has {slot.capacity} places in all", capacity=slot.capacity
        )


def reason_against_new(slot: TimeSlot, *, activity: Activity, now: datetime) -> Reason | None:
    """Say why nobody new is taken aboard, whatever seats are left, or None."""
    if not slot.is_available:
        return Reason.CLOSED
    return Reason.CUTOFF if now >= slot.cutoff(activity) else None


def _alternative(reading: SlotReading) -> dict[str, object]:
    slot = reading.slot
    return {
        "id": slot.id,
        "start_time": slot.start_time,
        "end_time": slot.end_time,
        "seats_left": reading.seats_left,
    }
