"""Changing what is in a booking: its party and words; for the desk how it is paid and ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from resortbook.application.changing import Outcome, Present
from resortbook.application.refusals import Refusals, check_capacity
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.correction import (
    OVER,
    correctable_until,
    corrected,
    must_be_sold,
    settled,
)
from resortbook.domain.errors import InvalidInput
from resortbook.domain.events import EventKind
from resortbook.domain.money import ZERO, Money
from resortbook.domain.party import Quote, check_rules, quote
from resortbook.domain.terms import Settlement

FIELDS = ("special_requests", "lead_name", "room", "party", "settlement", "status")
_TOLD = {
    BookingStatus.CONFIRMED: EventKind.BOOKING_CONFIRMED,
    BookingStatus.CANCELLED: EventKind.BOOKING_CANCELLED,
    BookingStatus.COMPLETED: EventKind.BOOKING_COMPLETED,
    BookingStatus.NO_SHOW: EventKind.BOOKING_NO_SHOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingChanges:
    """What to change; None leaves a thing as it is. From `settlement` on it is for the desk."""

    party: Mapping[str, int] | int | None = None
    special_requests: str | None = None
    lead_name: str | None = None
    room: str | None = None
    settlement: Settlement | None = None
    status: BookingStatus | None = None
    fee: Money = ZERO

    @property
    def has_words(self) -> bool:
        """Whether anything changes that only an open booking may change."""
        words = (self.party, self.special_requests, self.lead_name, self.room)
        return any(one is not None for one in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """Decides what a wish for changes makes of a booking."""

    refusals: Refusals
    zone: ZoneInfo

    def decide(self, present: Present, changes: BookingChanges, *, by: Actor) -> Outcome:
        """Return the changed booking; one that would come out the same is returned as it is."""
        booking = present.booking
        # What was over is opened before anything else changes, what will be over ended after.
        is_reopened = booking.status in OVER
        if changes.status is not None and is_reopened:
            booking = self._with_status(booking, present, changes.status, by=by)
        if changes.has_words or not (changes.settlement or changes.status or changes.fee.minor):
            booking = self._with_words(booking, present, changes, by=by)
        if changes.settlement is not None:
            booking = settled(booking, changes.settlement, now=present.now)
        if changes.status is not None and not is_reopened:
            booking = self._with_status(booking, present, changes.status, by=by)
        return self._outcome(booking, present, changes)

    def _outcome(self, booking: Booking, present: Present, changes: BookingChanges) -> Outcome:
        changed = _differences(present.booking, booking)
        kind = EventKind.BOOKING_CHANGED
        if "status" in changed and present.booking.status not in OVER:
            kind = _TOLD[booking.status]
        return Outcome(
            booking=booking if changed else present.booking,
            to=present.slot,
            kind=kind,
            action="booking.change",
            changed=changed,
            fee=changes.fee,
        )

    def _with_words(
        self, booking: Booking, present: Present, changes: BookingChanges, *, by: Actor
    ) -> Booking:
        booking = booking.amend(
            present.now,
            special_requests=changes.special_requests,
            lead_name=changes.lead_name,
            room=changes.room,
        )
        if changes.party is None:
            return booking
        return self._with_party(booking, present, changes.party, by=by)

    def _with_status(
        self, booking: Booking, present: Present, status: BookingStatus, *, by: Actor
    ) -> Booking:
        now, starts_at = present.now, present.slot.start_time
        if booking.status in OVER:
            until = correctable_until(starts_at, self.zone)
            return corrected(booking, status, now=now, until=until)
        ways: Mapping[BookingStatus, Callable[[], Booking]] = {
            BookingStatus.CONFIRMED: lambda: booking.confirm(now),
            BookingStatus.CANCELLED: lambda: booking.cancel(now, actor=by, starts_at=starts_at),
            BookingStatus.COMPLETED: lambda: booking.complete(now, starts_at=starts_at),
            BookingStatus.NO_SHOW: lambda: booking.mark_no_show(now, starts_at=starts_at),
        }
        if status not in ways:
            raise InvalidInput.on("status", f"One of {', '.join(ways)}")
        if status in OVER:
            must_be_sold(booking, now=now, starts_at=starts_at)
        return ways[status]()

    def _with_party(
        self, booking: Booking, present: Present, party: Mapping[str, int] | int, *, by: Actor
    ) -> Booking:
        asked = quote(present.activity, party)
        if dict(asked.party) == dict(booking.party):
            return booking
        self._check(booking, present, asked, by=by)
        return booking.change_party(
            present.now, actor=by, starts_at=present.slot.start_time, asked=asked
        )

    def _check(self, booking: Booking, present: Present, asked: Quote, *, by: Actor) -> None:
        check_capacity(present.slot, asked.seats)
        if by.is_staff:
            return
        check_rules(present.activity, asked)
        if asked.participants > booking.participants or asked.seats > booking.seats:
            self.refusals.check_open(
                present.slot, activity=present.activity, seats=asked.seats, now=present.now
            )


def _differences(was: Booking, booking: Booking) -> tuple[str, ...]:
    return tuple(
        name
        for name in (*FIELDS, "seats", "total_price")
        if getattr(was, name) != getattr(booking, name)
    )
