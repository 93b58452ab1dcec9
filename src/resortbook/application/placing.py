"""Placing a new booking on a slot, against everybody else who wants the same seats."""

from dataclasses import dataclass, replace
from datetime import datetime

from resortbook.application.charging import Charging
from resortbook.application.expiry import ExpiryService
from resortbook.application.journal import Journal
from resortbook.application.once import keep
from resortbook.application.promises import Promises
from resortbook.application.refusals import Refusals
from resortbook.domain.activity import Activity, ActivityBrief
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingDetail, BookingStatus
from resortbook.domain.errors import FieldConflict, HoldLimitReached, Unavailable
from resortbook.domain.events import Event, EventKind
from resortbook.domain.slot import Reason, SlotReading, TimeSlot
from resortbook.ports.idempotency import Once
from resortbook.ports.jobs import Waker
from resortbook.ports.sales_storage import (
    HoldLimitHit,
    ReferenceTaken,
    ResourcesTaken,
    SeatClaim,
    SeatsTaken,
)
from resortbook.ports.storage import Placement, Storage
from resortbook.ports.world import Codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A booking ready to be placed, and how."""

    booking: Booking
    activity: Activity
    slot: TimeSlot
    by: Actor
    once: Once | None = None
    hold_limit: int | None = None
    notify: bool = True

    @property
    def detail(self) -> BookingDetail:
        """The booking as it will be shown."""
        brief = ActivityBrief.of(self.activity)
        return BookingDetail(booking=self.booking, activity=brief, slot=self.slot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Claims the seats and writes the booking at once; makes room from lapsed holds where it
    has to.
    """

    storage: Storage
    codes: Codes
    journal: Journal
    expiry: ExpiryService
    refusals: Refusals
    promises: Promises
    charging: Charging
    waker: Waker

    def place(self, wanted: Wanted) -> BookingDetail:
        """Write the booking, or refuse it.

        Lapsed holds stand in the counters until somebody ends them: a refusal that they
        explain ends them and tries once more. A slot that was full a moment ago is not
        claimed first: most of those who rush for the same one come too late.

        Raises:
            SlotUnavailable: the slot is closed, has too few seats or lacks a resource.
            FieldConflict: on `time_slot_id`: it was delayed at this moment.
            HoldLimitReached: the guest has as many open holds as allowed.
            AnswerKept: the idempotency key is used up.
        """
        if not _looks_free(wanted):
            wanted = self._make_room(wanted, last=False)
        for last in (False, False, False, True):
            detail = wanted.detail
            try:
                self.storage.place(self._placement(wanted, detail))
            except ReferenceTaken:
                fresh = replace(wanted.booking, reference=self.codes.reference())
                wanted = replace(wanted, booking=fresh)
            except ResourcesTaken as refused:
                self._free_resources(wanted, refused, last=last)
            except SeatsTaken:
                wanted = self._make_room(wanted, last=last)
            except HoldLimitHit:
                self._let_lapsed_go(wanted, last=last)
            else:
                self.waker.wake()
                return detail
        raise Unavailable("Too many are booking this at the same moment, please try again")

    def _placement(self, wanted: Wanted, detail: BookingDetail) -> Placement:
        booking, by = wanted.booking, wanted.by
        at = booking.created_at
        return Placement(
            booking=booking,
            claim=SeatClaim(
                slot_id=booking.time_slot_id,
                seats=booking.seats,
                whole=booking.is_private,
                shares=wanted.slot.uses_resources,
                start=wanted.slot.start_time,
            ),
            events=self._events(wanted, at),
            audit=[self.journal.entry("booking.create", ("booking", booking.id), by=by, at=at)],
            answer=keep(wanted.once, detail, at=at),
            hold_limit=wanted.hold_limit,
            charges=self.charging.first(booking),
        )

    def _events(self, wanted: Wanted, at: datetime) -> list[Event]:
        confirmed = wanted.booking.status is BookingStatus.CONFIRMED
        kind = EventKind.BOOKING_CONFIRMED if confirmed else EventKind.BOOKING_CREATED
        booking, by = wanted.booking, wanted.by
        told = self.journal.event(kind, booking, by=by, at=at, notify=wanted.notify)
        return [told, *self.promises.after(kind, booking, wanted.slot, at=at)]

    def _make_room(self, wanted: Wanted, *, last: bool) -> Wanted:
        booking = wanted.booking
        now = booking.created_at
        reading = self.refusals.reading(booking.time_slot_id, now=now)
        if reading.slot.start_time != wanted.slot.start_time:
            raise FieldConflict(
                "This departure has just been delayed: please look at its new time",
                field="time_slot_id",
            )
        if reading.lapsed_seats and not last:
            self.expiry.expire_pending_bookings(slot_id=booking.time_slot_id)
        elif last or not _fits(booking, reading):
            reason = Reason.SOLD_OUT if reading.slot.is_available else Reason.CLOSED
            raise self.refusals.unavailable(
                reading.slot, reason, activity=wanted.activity, seats=booking.seats, now=now
            )
        return replace(wanted, slot=reading.slot)  # it may have come to use resources

    def _free_resources(self, wanted: Wanted, refused: ResourcesTaken, *, last: bool) -> None:
        booking = wanted.booking
        now = booking.created_at
        # Holds that ran out keep a boat until somebody ends them.
        ended = [self.expiry.expire_pending_bookings(slot_id=one) for one in refused.slot_ids]
        reading = self.refusals.reading(booking.time_slot_id, now=now)
        if last or (reading.lacks_resource and not any(ended)):
            raise self.refusals.unavailable(
                reading.slot,
                Reason.RESOURCE,
                activity=wanted.activity,
                seats=booking.seats,
                now=now,
            )

    def _let_lapsed_go(self, wanted: Wanted, *, last: bool) -> None:
        ended = self.expiry.expire_pending_bookings(guest_id=wanted.booking.guest_id)
        if last or not ended:
            raise HoldLimitReached(
                f"You have {wanted.hold_limit} open holds: confirm or let go of one first",
                limit=wanted.hold_limit,
            )


def _looks_free(wanted: Wanted) -> bool:
    booking, slot = wanted.booking, wanted.slot
    if slot.uses_resources or booking.is_private:
        return True  # only the claim knows
    return slot.booked_count + booking.seats <= slot.capacity


def _fits(booking: Booking, reading: SlotReading) -> bool:
    # Somebody gave seats back between the claim and this reading.
    if not reading.slot.is_available:
        return False
    if booking.is_private:
        return reading.slot.booked_count == 0
    return reading.slot.booked_count + booking.seats <= reading.slot.capacity
