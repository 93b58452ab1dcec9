"""Changing what is in a booking: its party, its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from resortbook.application.changing import Outcome, Present
from resortbook.application.refusals import Refusals, check_capacity
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking
from resortbook.domain.events import EventKind
from resortbook.domain.party import Quote, check_rules, quote

FIELDS = ("special_requests", "lead_name", "room", "party", "settlement")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingChanges:
    """What to change; None leaves a thing as it is."""

    party: Mapping[str, int] | int | None = None
    special_requests: str | None = None
    lead_name: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """Decides what a wish for changes makes of a booking."""

    refusals: Refusals

    def decide(self, present: Present, changes: BookingChanges, *, by: Actor) -> Outcome:
        """Return the changed booking; one that would come out the same is returned as it is."""
        booking = present.booking.amend(
            present.now,
            special_requests=changes.special_requests,
            lead_name=changes.lead_name,
            room=changes.room,
        )
        if changes.party is not None:
            booking = self._with_party(booking, present, changes.party, by=by)
        changed = _differences(present.booking, booking)
        return Outcome(
            booking=booking if changed else present.booking,
            to=present.slot,
            kind=EventKind.BOOKING_CHANGED,
            action="booking.change",
            changed=changed,
        )

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
