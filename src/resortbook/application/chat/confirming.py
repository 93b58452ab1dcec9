"""Turning holds into bookings by the guest's own yes, or letting them go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from resortbook.application.amending import BookingChanges
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.phrases import holds as phrases
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.errors import Conflicting, HoldExpired

LONGEST_ROOM = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirming:
    """Confirms and declines holds, and asks for the room once in a stay."""

    means: Means
    holding: Holding

    def confirm(self, x: Exchange, bookings: Sequence[UUID], *, by_tap: bool = False) -> None:
        """Confirm holds; one that ran out is held again if it can be, and asked about anew.

        With `by_tap` one that ran out is only told of: an old button does nothing.
        """
        x.settle()
        confirmed = [
            one for one in (self._confirm(x, each, by_tap=by_tap) for each in bookings) if one
        ]
        self._tell_confirmed(x, confirmed)
        if confirmed:
            x.change(booked=confirmed[-1].booking.id, held=())
            self._ask_room(x, confirmed)

    def decline(self, x: Exchange, bookings: Sequence[UUID]) -> None:
        """Let holds go, which needs no yes."""
        for booking_id in bookings:
            detail = self.means.booking(x, booking_id)
            if detail is None:
                continue
            if not is_hold(detail, x) and not self.means.acts.was_done(x, "cancel"):
                x.tell(self.became_of(x, detail))
                continue
            self.means.cancel(x, booking_id)
            x.tell(phrases.let_go(detail, self.means.words))
            x.change(gone=booking_id)
        x.settle()
        x.change(held=(), wish=None)

    def became_of(self, x: Exchange, detail: BookingDetail) -> str:
        """Say what became of a booking."""
        words = self.means.words
        say = {
            BookingStatus.CONFIRMED: phrases.already_confirmed,
            BookingStatus.EXPIRED: phrases.ran_out,
            BookingStatus.CANCELLED: phrases.was_cancelled,
        }.get(detail.booking.status_at(x.now), phrases.is_over)
        return say(detail, words)

    def offer_again(self, x: Exchange, detail: BookingDetail) -> None:
        """Say what became of a booking that is off, and offer to hold it once more."""
        x.ask(
            Question(
                ask=Ask.HOLD_AGAIN,
                text=f"{self.became_of(x, detail)} {phrases.hold_again()}",
                again=phrases.hold_again(),
                choices=(
                    Choice(
                        act=Act.HOLD_AGAIN,
                        subject=str(detail.booking.id),
                        title="Hold it again",
                    ),
                    Choice(act=Act.KEEP, subject=str(detail.booking.id), title="No, thanks"),
                ),
                bookings=(detail.booking.id,),
            )
        )

    def keep_room(self, x: Exchange, room: str) -> None:
        """Note the room on the guest and on what was just confirmed."""
        question = x.pending(Ask.ROOM)
        kept = room.strip()[:LONGEST_ROOM]
        x.guest = replace(x.guest, room=kept, updated_at=x.now)
        for booking_id in question.bookings if question else ():
            self._put_room(x, booking_id, kept)
        if question is not None:
            x.settle()
        else:
            self._put_on_holds(x, kept)
            x.digress()
        x.tell(phrases.room_kept(kept))

    def _put_on_holds(self, x: Exchange, room: str) -> None:
        for detail in self.means.open_holds(x):
            self._put_room(x, detail.booking.id, room)

    def skip_room(self, x: Exchange) -> None:
        """Leave the room unsaid; it is not asked for again."""
        x.settle()
        x.tell(phrases.see_you())

    def _confirm(self, x: Exchange, booking_id: UUID, *, by_tap: bool) -> BookingDetail | None:
        detail = self.means.booking(x, booking_id)
        if detail is None:
            return None
        try:
            return self.means.acts.do(
                x,
                "confirm",
                lambda once: self.means.bookings.confirm_booking(
                    booking_id, by=x.by, once=once
                ),
            )
        except HoldExpired:
            if by_tap:
                self._tell_spent(x, detail)
            else:
                x.tell(phrases.ran_out(detail, self.means.words))
                self.holding.hold_again(x, detail)
        except Conflicting:
            present = self.means.booking(x, booking_id) or detail
            if by_tap:
                self._tell_spent(x, present)
            else:
                x.tell(self.became_of(x, present))
        return None

    def _tell_spent(self, x: Exchange, detail: BookingDetail) -> None:
        """Say what became of what a button is about; what is off can be held again."""
        status = detail.booking.status_at(x.now)
        is_off = status in (BookingStatus.EXPIRED, BookingStatus.CANCELLED)
        if is_off and not detail.slot.has_started(x.now):
            self.offer_again(x, detail)
        else:
            x.tell(self.became_of(x, detail))

    def _tell_confirmed(self, x: Exchange, confirmed: Sequence[BookingDetail]) -> None:
        say = phrases.confirmed if len(confirmed) == 1 else phrases.confirmed_short
        for detail in confirmed:
            x.tell(say(detail, today=x.today, words=self.means.words))

    def _ask_room(self, x: Exchange, confirmed: Sequence[BookingDetail]) -> None:
        is_known = x.guest.room or x.state.room_asked or confirmed[-1].booking.room
        if is_known or x.question is not None:
            return
        x.change(room_asked=True)
        x.ask(
            Question(
                ask=Ask.ROOM,
                text=phrases.room(),
                again=phrases.room(),
                choices=(Choice(act=Act.SKIP, subject="room", title="Skip"),),
                bookings=tuple(one.booking.id for one in confirmed),
            )
        )

    def _put_room(self, x: Exchange, booking_id: UUID, room: str) -> None:
        try:
            self.means.acts.do(
                x,
                "room",
                lambda once: self.means.bookings.amend_booking(
                    booking_id, BookingChanges(room=room), by=x.by, once=once
                ),
            )
        except Conflicting:
            return  # it was cancelled meanwhile, elsewhere: the guest's own room stays noted
