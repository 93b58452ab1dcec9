"""Cancelling, moving and changing: a hold at once, a confirmed booking by the guest's yes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.amending import BookingChanges
from resortbook.application.chat.commands import Cancel, ChangeParty, Move, WhichBooking
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.moves import Moves
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.which import SHOWN, Which
from resortbook.application.phrases import changes as phrases
from resortbook.application.phrases import smalltalk
from resortbook.domain.booking import BookingDetail
from resortbook.domain.errors import (
    Conflicting,
    DeadlinePassed,
    InvalidInput,
    SlotUnavailable,
)
from resortbook.domain.party import check_rules, quote

LONGEST_REQUEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Altering:
    """Finds the booking that is meant, and changes it by the rules."""

    means: Means
    which: Which
    confirming: Confirming
    moves: Moves

    def list_bookings(self, x: Exchange) -> None:
        """Tell what lies ahead."""
        ahead = self.means.ahead(x)
        x.digress()
        if not ahead:
            x.tell(phrases.no_bookings())
            return
        left = max(0, len(ahead) - SHOWN)
        if left:
            x.offer_link()
        x.tell(
            phrases.bookings(ahead[:SHOWN], left=left, today=x.today, words=self.means.words)
        )

    def cancel(self, x: Exchange, wish: Cancel) -> None:
        """Let a hold go at once, ask for the yes to cancel what is confirmed."""
        if self._drops_the_hold(x, wish.which):
            question = x.pending(Ask.CONFIRM)
            self.confirming.decline(x, question.bookings if question else ())
            return
        found = self.which.find(x, wish.which)
        if not found:
            self._tell_none(x, wish.which, phrases.nothing_to_cancel())
        elif len(found) > 1 and not wish.everything:
            self.which.ask(x, found, Ask.CANCEL_WHICH, Act.CANCEL, "cancel")
        else:
            self.cancel_these(x, found)

    def cancel_these(self, x: Exchange, found: Sequence[BookingDetail]) -> None:
        """Go on to cancel these bookings."""
        holds = [one for one in found if is_hold(one, x)]
        if holds:
            self.confirming.decline(x, [one.booking.id for one in holds])
        sold = [one for one in found if one not in holds]
        late = [one for one in sold if not one.booking.can_cancel(x.now)]
        for one in late:
            self._too_late(x, one)
        in_time = [one for one in sold if one not in late]
        if in_time:
            self._ask_cancel(x, in_time)

    def cancel_now(self, x: Exchange, bookings: Sequence[UUID]) -> None:
        """Cancel: the guest said yes."""
        x.settle()
        for booking_id in bookings:
            detail = self.means.booking(x, booking_id)
            if detail is None:
                continue
            try:
                detail = self.means.cancel(x, booking_id)
            except DeadlinePassed:
                self._too_late(x, detail)
            except Conflicting:
                x.tell(self.confirming.became_of(x, detail))
            else:
                x.change(gone=booking_id)
                x.tell(phrases.cancelled(detail, self.means.words))
        self._come_back_to_holds(x)

    def _come_back_to_holds(self, x: Exchange) -> None:
        """Ask for the yes to what was held meanwhile."""
        known = (self.means.booking(x, one) for one in x.state.unasked)
        holds = [one for one in known if one is not None and is_hold(one, x)]
        if holds:
            self.confirming.holding.ask_to_confirm(x, holds, verb="Still held")

    def keep(self, x: Exchange, bookings: Sequence[UUID]) -> None:
        """Leave bookings as they are."""
        x.settle()
        for booking_id in bookings:
            detail = self.means.booking(x, booking_id)
            if detail is not None and is_hold(detail, x):
                self.confirming.holding.ask_to_confirm(x, [detail], verb="Still held")
            elif detail is not None:
                x.tell(phrases.kept(detail, self.means.words))

    def move(self, x: Exchange, wish: Move) -> None:
        """Move a hold at once, ask for the yes to move what is confirmed."""
        self._on_one(
            x,
            wish.which,
            (Ask.MOVE_WHICH, Act.MOVE, "move"),
            lambda detail: self.moves.to(x, detail, wish.to),
        )

    def change_party(self, x: Exchange, wish: ChangeParty) -> None:
        """Change a hold's party at once, ask for the yes where it is confirmed."""
        self._on_one(
            x,
            wish.which,
            (Ask.PARTY_WHICH, Act.PARTY, "change"),
            lambda detail: self.party_of(x, detail, _party_after(detail, wish)),
        )

    def party_of(self, x: Exchange, detail: BookingDetail, said: PartySaid | None) -> None:
        """Change one booking's party, or ask for the number."""
        if said is None:
            x.ask(_ask_number(detail))
            return
        activity = self.means.activity(detail.activity.id)
        if activity is None:
            x.tell(phrases.none_such())
            return
        try:
            asked = quote(activity, rates_of(activity, said))
            check_rules(activity, asked)
        except InvalidInput as refused:
            x.tell(phrases.not_changed(str(refused)))
            return
        if is_hold(detail, x):
            self.party_now(x, detail.booking.id, said)
            return
        words = self.means.words
        people = words.people_of(asked.party, asked.lines, asked.participants)
        total = words.money(asked.total, detail.booking.currency)
        text = phrases.party_it(detail, people=people, total=total, words=words)
        x.ask(
            Question(
                ask=Ask.PARTY,
                text=text,
                again=text,
                choices=_yes_no(Act.PARTY, detail, "Yes, change it"),
                bookings=(detail.booking.id,),
                party=said,
            )
        )

    def party_now(self, x: Exchange, booking_id: UUID, said: PartySaid) -> None:
        """Change the party: it is a hold, or the guest said yes."""
        detail = self.means.booking(x, booking_id)
        activity = self.means.activity(detail.activity.id) if detail else None
        if detail is None or activity is None:
            return
        was_hold = is_hold(detail, x)
        try:
            changed = self.means.acts.do(
                x,
                "party",
                lambda once: self.means.bookings.change_party(
                    booking_id, rates_of(activity, said), by=x.by, once=once
                ),
            )
        except SlotUnavailable:
            x.tell(self._no_room(x, detail))
            self._ask_on(x, detail)
        except DeadlinePassed:
            self._too_late(x, detail)
        except (InvalidInput, Conflicting) as refused:
            x.tell(phrases.not_changed(str(refused)))
            self._ask_on(x, detail)
        else:
            x.change(party=said)
            x.settle()
            if was_hold:
                self.confirming.holding.ask_to_confirm(x, [changed], verb="Changed, and held")
            else:
                x.tell(phrases.party_changed(changed, self.means.words))

    def note_request(self, x: Exchange, detail: BookingDetail, request: str) -> None:
        """Write down a special request on a hold or booking."""
        try:
            self.means.acts.do(
                x,
                "request",
                lambda once: self.means.bookings.amend_booking(
                    detail.booking.id,
                    BookingChanges(special_requests=request[:LONGEST_REQUEST]),
                    by=x.by,
                    once=once,
                ),
            )
        except (InvalidInput, Conflicting) as refused:
            x.tell(phrases.not_changed(str(refused)))
        else:
            x.tell(smalltalk.noted(request[:LONGEST_REQUEST]))
            x.digress()

    def _on_one(
        self,
        x: Exchange,
        which: WhichBooking,
        how: tuple[Ask, Act, str],
        go_on: Callable[[BookingDetail], None],
    ) -> None:
        ask, act, verb = how
        found = self.which.told_last(x, which) or self.which.find(x, which)
        if not found:
            self._tell_none(x, which, phrases.no_bookings())
        elif len(found) > 1:
            self.which.ask(x, found, ask, act, verb)
        else:
            go_on(found[0])

    def _drops_the_hold(self, x: Exchange, which: WhichBooking) -> bool:
        return which == WhichBooking() and x.pending(Ask.CONFIRM) is not None

    def _ask_cancel(self, x: Exchange, found: Sequence[BookingDetail]) -> None:
        words = self.means.words
        text = (
            phrases.cancel_it(found[0], words)
            if len(found) == 1
            else phrases.cancel_all(found, words)
        )
        x.ask(
            Question(
                ask=Ask.CANCEL,
                text=text,
                again=text,
                choices=_yes_no(Act.CANCEL, found[0], "Yes, cancel") if len(found) == 1 else (),
                bookings=tuple(one.booking.id for one in found),
            )
        )

    def _too_late(self, x: Exchange, detail: BookingDetail) -> None:
        self.moves.too_late(x, detail)

    def _no_room(self, x: Exchange, detail: BookingDetail) -> str:
        reading = self.means.reads.catalogue.slot(detail.slot.id, now=x.now)
        left = reading.seats_left if reading else 0
        return phrases.no_room_for_more(detail, left=left, words=self.means.words)

    def _ask_on(self, x: Exchange, detail: BookingDetail) -> None:
        if is_hold(detail, x):
            self.confirming.holding.ask_to_confirm(x, [detail])
        else:
            x.settle()

    def _tell_none(self, x: Exchange, which: WhichBooking, otherwise: str) -> None:
        is_named = which != WhichBooking()
        x.tell(phrases.none_such() if is_named and self.means.ahead(x) else otherwise)


def _party_after(detail: BookingDetail, wish: ChangeParty) -> PartySaid | None:
    if wish.party is not None or not wish.by:
        return wish.party
    return PartySaid(total=max(1, detail.booking.participants + wish.by))


def _ask_number(detail: BookingDetail) -> Question:
    return Question(
        ask=Ask.PARTY_SIZE,
        text=phrases.how_many(detail),
        again=phrases.how_many(detail),
        bookings=(detail.booking.id,),
    )


def _yes_no(act: Act, detail: BookingDetail, yes: str) -> tuple[Choice, ...]:
    subject = str(detail.booking.id)
    return (
        Choice(act=act, subject=subject, title=yes),
        Choice(act=Act.KEEP, subject=subject, title="No, keep it"),
    )
