"""The hold: what a guest's wish becomes when it can be had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.policy import BookingPolicy
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Door
from resortbook.domain.booking import Booking
from resortbook.domain.party import Quote
from resortbook.domain.slot import TimeSlot
from resortbook.domain.terms import Settlement, cancel_by, hold_until, settle_by
from resortbook.ports.world import Codes, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRequest:
    """A wish for seats: `party` is people by rate code, or a number of the activity's first
    rate.
    """

    activity_id: UUID
    time_slot_id: UUID
    party: Mapping[str, int] | int = 1
    special_requests: str = ""
    lead_name: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Makes holds by the resort's policy."""

    ids: Ids
    codes: Codes
    policy: BookingPolicy

    def hold(
        self,
        request: BookingRequest,
        asked: Quote,
        *,
        activity: Activity,
        slot: TimeSlot,
        guest_id: UUID,
        door: Door,
        now: datetime,
    ) -> Booking:
        """Return a hold at the price of `asked`, with the cancellation policy of now."""
        deadline_hours = activity.deadline_hours(self.policy.deadline_hours)
        return Booking(
            id=self.ids.new(),
            reference=self.codes.reference(),
            guest_id=guest_id,
            activity_id=activity.id,
            time_slot_id=slot.id,
            party=dict(asked.party),
            participants=asked.participants,
            seats=asked.seats,
            lines=asked.lines,
            total_price=asked.total,
            currency=activity.currency,
            special_requests=request.special_requests,
            lead_name=request.lead_name,
            room=request.room,
            settlement=settle_by(request.room, Settlement.DESK),
            booking_source=door,
            deadline_hours=deadline_hours,
            cancel_by=cancel_by(slot.start_time, deadline_hours, now=now),
            created_at=now,
            updated_at=now,
            expires_at=hold_until(
                now, minutes=self.policy.hold_minutes, slot=slot, activity=activity
            ),
        )
