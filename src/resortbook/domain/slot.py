"""A time slot: one departure of an activity, with a number of seats."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from resortbook.domain.activity import Activity


class Reason(StrEnum):
    """Why a slot cannot be booked by a party."""

    PARTY_TOO_LARGE = "party_too_large"
    CLOSED = "closed"
    SOLD_OUT = "sold_out"
    CUTOFF = "cutoff"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSlot:
    """One departure; times are aware UTC, `capacity` and `booked_count` count seats.

    `lane` tells apart two departures of one activity at the same time (two boats at ten).
    `uses_resources` says that it needs something that other departures may need as well;
    `planned_start` is where it was before it was delayed (None: it was not).
    """

    id: UUID
    activity_id: UUID
    start_time: datetime
    end_time: datetime
    capacity: int
    booked_count: int = 0
    is_available: bool = True
    lane: str = ""
    closed_reason: str = ""
    schedule_id: UUID | None = None
    created_at: datetime
    version: int = 1
    uses_resources: bool = False
    planned_start: datetime | None = None

    def has_started(self, now: datetime) -> bool:
        """Whether the departure is under way or over."""
        return now >= self.start_time

    def cutoff(self, activity: Activity) -> datetime:
        """Return the moment from which nobody new is taken aboard (the start, where there is no
        cut-off).
        """
        return self.start_time - timedelta(minutes=activity.booking_cutoff_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotReading:
    """A slot as it stood when it was read; `lapsed_seats` are counted in it by holds that have
    run out. `lacks_resource` says that other departures use what it would need.
    """

    slot: TimeSlot
    lapsed_seats: int = 0
    lacks_resource: bool = False

    @property
    def booked_count(self) -> int:
        """Seats that are truly held or sold."""
        return max(0, self.slot.booked_count - self.lapsed_seats)

    @property
    def seats_left(self) -> int:
        """Seats that can be had now."""
        return max(0, self.slot.capacity - self.booked_count)

    def reason_against(self, seats: int, *, activity: Activity, now: datetime) -> Reason | None:
        """Say why `seats` seats cannot be booked at `now`, or None when they can."""
        if seats > self.slot.capacity:
            return Reason.PARTY_TOO_LARGE
        if not self.slot.is_available:
            return Reason.CLOSED
        if seats > self.seats_left:
            return Reason.SOLD_OUT
        if now >= self.slot.cutoff(activity):
            return Reason.CUTOFF
        return Reason.RESOURCE if self.lacks_resource else None
