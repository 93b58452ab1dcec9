"""Moving a booking to another departure of its activity."""

from dataclasses import dataclass, replace

from resortbook.application.changing import Outcome, Present
from resortbook.application.refusals import Refusals, check_capacity, check_possible
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking
from resortbook.domain.errors import InvalidInput, InvalidTime
from resortbook.domain.events import EventKind
from resortbook.domain.slot import TimeSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """Decides whether and how a booking moves; the seats follow in the same unit of work."""

    refusals: Refusals

    def decide(self, present: Present, to: TimeSlot, *, by: Actor) -> Outcome:
        """Return the booking on slot `to`; on its own slot it stays as it is.

        Raises:
            InvalidInput: the slot is of another activity.
            AlreadyCancelled, HoldExpired, BookingClosed, DeadlinePassed: it may not move
            any more.
            InvalidTime, CapacityExceeded, SlotUnavailable: the slot cannot take it.
        """
        was = present.booking
        if to.activity_id != was.activity_id:
            raise InvalidInput.on("time_slot_id", "This time belongs to another activity")
        moved = was.move(
            present.now,
            actor=by,
            start=present.slot.start_time,
            to=to,
            activity=present.activity,
        )
        if to.id == was.time_slot_id:
            return self._outcome(was, to)
        self._check(present, to, by=by)
        return self._outcome(_sized(moved, to), to)

    def _outcome(self, booking: Booking, to: TimeSlot) -> Outcome:
        return Outcome(
            booking=booking,
            to=to,
            kind=EventKind.BOOKING_MOVED,
            action="booking.move",
            changed=("time_slot_id",),
            whole=booking.is_private,
        )

    def _check(self, present: Present, to: TimeSlot, *, by: Actor) -> None:
        seats = 1 if present.booking.is_private else present.booking.seats
        if not by.is_staff:
            check_possible(to, seats=seats, now=present.now)
            self.refusals.check_open(
                to, activity=present.activity, seats=seats, now=present.now
            )
            return
        if present.now >= to.end_time:
            raise InvalidTime(
                "This departure is over", fields={"time_slot_id": ["It is over already"]}
            )
        check_capacity(to, seats)


def _sized(booking: Booking, to: TimeSlot) -> Booking:
    # A private departure takes its slot whole, whatever the size of the boat.
    return replace(booking, seats=to.capacity) if booking.is_private else booking
