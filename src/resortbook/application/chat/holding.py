"""Holding places: from a wish to a hold that waits for the guest's yes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.offering import Offering
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.chat.times import Found, Sought
from resortbook.application.chat.which import booking_choices
from resortbook.application.hold import BookingRequest
from resortbook.application.phrases import holds as phrases
from resortbook.application.phrases import offers
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail
from resortbook.domain.errors import (
    CapacityExceeded,
    HoldLimitReached,
    InvalidInput,
    InvalidTime,
    SlotUnavailable,
)
from resortbook.domain.party import Quote, check_rules, quote
from resortbook.domain.slot import TimeSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Holds what is wished as soon as there is no doubt, and offers choices where there is."""

    means: Means
    offering: Offering

    def pursue(self, x: Exchange, wish: Details, *, shown: Sequence[datetime] = ()) -> None:
        """Go on with a wish that names one activity."""
        activity = self.means.activity(wish.activities[0])
        if activity is None:
            x.change(wish=None)
            x.tell(offers.nothing_such())
            return
        x.change(wish=wish, about=activity.id)
        asked = self._quote(x, activity, wish)
        if asked is None:
            return
        days = tuple(dict.fromkeys(self.means.words.local_day(start) for start in shown))
        sought = self.means.times.seek(
            activity, wish.when, seats=asked.seats, now=x.now, shown=days
        )
        if sought.found is Found.ONE:
            self.hold(x, activity, sought.slots[0].slot, wish)
        else:
            self.offering.times(x, activity, wish, sought, seats=asked.seats)

    def hold(
        self,
        x: Exchange,
        activity: Activity,
        slot: TimeSlot,
        wish: Details,
        *,
        another: bool = False,
    ) -> None:
        """Hold a departure and ask for the yes; what is booked already is asked about first."""
        asked = self._quote(x, activity, wish)
        if asked is None:
            return
        was_done = self.means.acts.was_done(x, "hold")
        if not another and not was_done and (known := self._booked(x, slot)):
            self._ask_about_another(x, known, slot, wish)
            return
        try:
            detail = self._create(x, activity, slot, wish, asked)
        except SlotUnavailable:
            self._offer_instead(x, activity, slot, wish, asked)
        except HoldLimitReached:
            self._name_holds(x)
        except (InvalidTime, CapacityExceeded) as refused:
            x.change(wish=None)
            x.tell(f"{refused}.")
        else:
            x.change(wish=None, party=wish.party or x.state.party)
            self.ask_to_confirm(x, [detail])
            self._pursue_next(x)

    def ask_to_confirm(
        self, x: Exchange, details: Sequence[BookingDetail], *, verb: str = "Held"
    ) -> None:
        """Tell holds with all that is to be known, and ask for the yes."""
        earlier = self._unasked_holds(x, details)
        told = [*earlier, *details]
        x.change(held=tuple(one.booking.id for one in told), unasked=())
        x.offer_link(told[-1].booking.reference)
        x.ask(self._question(x, told, verb=verb))

    def turn_to(self, x: Exchange, bookings: Sequence[UUID]) -> None:
        """Make these holds the ones that a plain yes is about."""
        found = (self.means.booking(x, one) for one in bookings)
        details = [one for one in found if one is not None]
        if any(is_hold(one, x) for one in details):
            x.change(held=tuple(one.booking.id for one in details))
            x.change(question=self._question(x, details, verb="Held"))

    def hold_again(self, x: Exchange, gone: BookingDetail) -> None:
        """Hold once more what ran out or was let go, if it is still free."""
        activity = self.means.activity(gone.activity.id)
        if activity is None:
            x.tell(offers.nothing_such())
            return
        try:
            detail = self.means.acts.do(
                x,
                "hold",
                lambda once: self.means.bookings.create_booking(
                    BookingRequest(
                        activity_id=activity.id,
                        time_slot_id=gone.slot.id,
                        party=gone.booking.party,
                        special_requests=gone.booking.special_requests,
                        lead_name=gone.booking.lead_name,
                        room=gone.booking.room,
                    ),
                    by=x.by,
                    once=once,
                ),
            )
        except SlotUnavailable:
            asked = quote(activity, gone.booking.party)
            wish = Details(activities=(activity.id,))
            self._offer_instead(x, activity, gone.slot, wish, asked)
        except HoldLimitReached:
            self._name_holds(x)
        except InvalidInput as refused:
            x.tell(f"{refused}.")
        else:
            self.ask_to_confirm(x, [detail], verb="Held again")

    def _pursue_next(self, x: Exchange) -> None:
        """Go on with what was wanted besides."""
        if x.state.waiting:
            wish, *rest = x.state.waiting
            x.change(waiting=tuple(rest))
            self.pursue(x, wish)

    def _question(self, x: Exchange, told: Sequence[BookingDetail], *, verb: str) -> Question:
        return Question(
            ask=Ask.CONFIRM,
            told="\n\n".join(self._held_text(x, one, verb=verb) for one in told),
            text=phrases.shall_i_confirm(len(told)),
            again=phrases.confirm_again(told, self.means.words),
            choices=_confirm_choices(told),
            bookings=tuple(one.booking.id for one in told),
        )

    def _create(
        self, x: Exchange, activity: Activity, slot: TimeSlot, wish: Details, asked: Quote
    ) -> BookingDetail:
        request = BookingRequest(
            activity_id=activity.id,
            time_slot_id=slot.id,
            party=asked.party,
            special_requests=wish.request,
            lead_name=x.guest.name,
            room=x.guest.room,
        )
        return self.means.acts.do(
            x,
            "hold",
            lambda once: self.means.bookings.create_booking(request, by=x.by, once=once),
        )

    def _quote(self, x: Exchange, activity: Activity, wish: Details) -> Quote | None:
        try:
            asked = self._asked(x, activity, wish)
        except InvalidInput as refused:
            self._refuse(x, f"{refused}.")
            return None
        if asked.seats > activity.capacity_per_slot:
            most = activity.capacity_per_slot * activity.people_per_seat
            self._refuse(x, offers.too_many(activity.name, most))
            x.ask(self.offering.ask_desk())
            return None
        return asked

    def _asked(self, x: Exchange, activity: Activity, wish: Details) -> Quote:
        said = wish.party or x.state.party
        try:
            asked = quote(activity, rates_of(activity, said) if said else activity.min_party)
            check_rules(activity, asked)
        except InvalidInput:
            if wish.party is not None:
                raise
            # Who came last time need not be who comes to this.
            return quote(activity, activity.min_party)
        return asked

    def _refuse(self, x: Exchange, reason: str) -> None:
        x.tell(reason)
        if x.state.wish is not None:
            # What was refused must not come back with the next word.
            x.change(wish=replace(x.state.wish, party=None))
        x.settle()

    def _booked(self, x: Exchange, slot: TimeSlot) -> BookingDetail | None:
        ahead = self.means.ahead(x)
        return next((one for one in ahead if one.slot.id == slot.id), None)

    def _ask_about_another(
        self, x: Exchange, known: BookingDetail, slot: TimeSlot, wish: Details
    ) -> None:
        words = self.means.words
        told = phrases.booked_already(known, words)
        x.ask(
            Question(
                ask=Ask.ANOTHER,
                text=f"{told} {phrases.another()}",
                again=phrases.another(),
                choices=(
                    Choice(act=Act.ANOTHER, subject=str(slot.id), title="Another one"),
                    Choice(act=Act.KEEP, subject=str(known.booking.id), title="No, thanks"),
                ),
                bookings=(known.booking.id,),
                slot=slot.id,
                party=wish.party,
            )
        )

    def _offer_instead(
        self,
        x: Exchange,
        activity: Activity,
        slot: TimeSlot,
        wish: Details,
        asked: Quote,
    ) -> None:
        near = self.means.times.near(activity, slot.start_time, seats=asked.seats, now=x.now)
        in_order = sorted(near, key=lambda one: one.slot.start_time)
        sought = Sought(found=Found.TAKEN, slots=tuple(in_order))
        text = offers.taken_meanwhile(activity.name, slot.start_time, self.means.words)
        self.offering.times(x, activity, wish, sought, seats=asked.seats, because=text)

    def _name_holds(self, x: Exchange) -> None:
        holds = [one for one in self.means.ahead(x) if is_hold(one, x)]
        x.ask(
            Question(
                ask=Ask.CANCEL_WHICH,
                text=f"{phrases.hold_limit(holds, self.means.words)}\n"
                "Which one shall I let go of?",
                again="Which one shall I let go of?",
                choices=booking_choices(Act.CANCEL, holds, self.means.words),
                bookings=tuple(one.booking.id for one in holds),
            )
        )

    def _unasked_holds(
        self, x: Exchange, details: Sequence[BookingDetail]
    ) -> list[BookingDetail]:
        """Return holds that the guest was not asked about yet."""
        new = {one.booking.id for one in details}
        is_unsent = x.question is not None and x.question.ask is Ask.CONFIRM
        asked = x.question.bookings if x.question and is_unsent else ()
        earlier = dict.fromkeys((*x.state.unasked, *asked))
        found = (self.means.booking(x, one) for one in earlier if one not in new)
        return [one for one in found if one is not None and is_hold(one, x)]

    def _held_text(self, x: Exchange, detail: BookingDetail, *, verb: str) -> str:
        activity = self.means.reads.catalogue.activity(detail.activity.id)
        if activity is None:
            return ""
        return phrases.held(detail, activity, now=x.now, words=self.means.words, verb=verb)


def _confirm_choices(told: Sequence[BookingDetail]) -> tuple[Choice, ...]:
    ids = [str(one.booking.id) for one in told]
    if len(told) == 1:
        return (
            Choice(act=Act.CONFIRM, subject=ids[0], title="Confirm"),
            Choice(act=Act.DECLINE, subject=ids[0], title="Let it go"),
        )
    everything = "Confirm both" if len(told) == 2 else "Confirm all"
    return (
        Choice(act=Act.CONFIRM_ALL, subject=" ".join(ids[:4]), title=everything),
        *(
            Choice(
                act=Act.CONFIRM, subject=str(one.booking.id), title=f"{one.activity.name}"[:20]
            )
            for one in told[:2]
        ),
    )
