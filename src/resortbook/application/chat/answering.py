"""Answers to what was asked: yes, no, one of the choices, more, or nothing of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.altering import Altering
from resortbook.application.chat.commands import (
    Details,
    More,
    NeverMind,
    No,
    Pick,
    PickBest,
    Skip,
    Yes,
)
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.ranking import best_of
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.chat.talking import Talking
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import holds as phrases
from resortbook.application.phrases import smalltalk
from resortbook.domain.activity import Activity
from resortbook.domain.slot import TimeSlot

WHICH = (Ask.CANCEL_WHICH, Ask.MOVE_WHICH, Ask.PARTY_WHICH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Knows what each answer means for each question; without a question it does nothing that
    cannot be taken back.
    """

    means: Means
    holding: Holding
    confirming: Confirming
    altering: Altering
    talking: Talking

    def yes(self, x: Exchange, said: Yes) -> None:
        """Do what was asked about."""
        question = x.state.question
        if said.activities:
            self._yes_to_these(x, said.activities)
            return
        if question is None or question.ask is Ask.ROOM:
            self._yes_to_nothing(x, said)
            return
        self.agree(x, question)

    def agree(self, x: Exchange, question: Question) -> None:
        """Do what a question asks about; one with several choices is asked again."""
        bookings = question.bookings
        do: dict[Ask, Callable[[], None]] = {
            Ask.CONFIRM: lambda: self.confirming.confirm(x, bookings),
            Ask.HOLD_AGAIN: lambda: self._hold_again(x, bookings),
            Ask.ANOTHER: lambda: self._another(x, question),
            Ask.CANCEL: lambda: self.altering.cancel_now(x, bookings),
            Ask.MOVE: lambda: self._move(x, question),
            Ask.PARTY: lambda: self._party(x, question),
            Ask.DESK: lambda: self.talking.desk(x),
        }
        if question.ask in do:
            do[question.ask]()
        elif len(question.choices) == 1:
            self.choose(x, question.choices[0], question)
        else:
            x.digress()

    def no(self, x: Exchange, _: No) -> None:
        """Leave things as they are, or let go of what is only held."""
        question = x.state.question
        if question is None:
            self._no_to_nothing(x)
            return
        if question.ask is Ask.CONFIRM:
            self.confirming.decline(x, question.bookings)
        elif question.ask in (Ask.CANCEL, Ask.MOVE, Ask.PARTY, Ask.MOVE_TIME):
            self.altering.keep(x, question.bookings)
        elif question.ask is Ask.ROOM:
            self.confirming.skip_room(x)
        elif question.ask in (Ask.TIME, Ask.ACTIVITY):
            x.settle()
            x.tell(smalltalk.something_else())
        else:
            x.settle()
            x.tell(smalltalk.all_right())

    def never_mind(self, x: Exchange, _: NeverMind) -> None:
        """Drop what is being talked about."""
        question = x.state.question
        if question is not None and question.ask in (Ask.CONFIRM, Ask.CANCEL, Ask.MOVE):
            self.no(x, No())
            x.change(wish=None, waiting=())
            return
        x.settle()
        x.change(wish=None, waiting=())
        x.tell(smalltalk.dropped())

    def skip(self, x: Exchange, _: Skip) -> None:
        """Leave a question unanswered."""
        if x.pending(Ask.ROOM):
            self.confirming.skip_room(x)
        else:
            self.no(x, No())

    def more(self, x: Exchange, _: More) -> None:
        """Show more choices."""
        question = x.state.question
        if question is None or not question.choices:
            x.tell(smalltalk.no_more())
            x.digress()
        else:
            self.holding.offering.more(x, question)

    def pick(self, x: Exchange, said: Pick) -> None:
        """Take one of what was offered by its number."""
        question = x.state.question
        choices = question.choices if question else ()
        if question is None or not -len(choices) <= said.index < len(choices):
            self._no_such_choice(x)
            return
        self.choose(x, choices[said.index], _for(said.party, question))

    def pick_best(self, x: Exchange, said: PickBest) -> None:
        """Take the one that is the cheapest, the earliest…"""
        question = x.state.question
        best = best_of(question.choices, said.liking, self.means) if question else None
        if question is None or best is None:
            self._no_such_choice(x)
            return
        self.choose(x, best, _for(said.party, question))

    def choose(self, x: Exchange, choice: Choice, question: Question) -> None:
        """Go on with a choice of the pending question."""
        do: dict[Act, Callable[[], None]] = {
            Act.ACTIVITY: lambda: self._choose_activity(x, UUID(choice.subject), question),
            Act.SLOT: lambda: self._choose_slot(x, UUID(choice.subject), question),
            Act.KEEP: lambda: self.no(x, No()),
            Act.DECLINE: lambda: self.no(x, No()),
            Act.SKIP: lambda: self.skip(x, Skip()),
            Act.CONFIRM: lambda: self.confirming.confirm(x, (UUID(choice.subject),)),
        }
        if choice.act in do:
            do[choice.act]()
        elif question.ask in WHICH:
            self._choose_booking(x, choice, question)
        else:
            self.agree(x, question)

    def shown_times(self, x: Exchange) -> Sequence[datetime]:
        """Return the starts of the times that the guest sees."""
        question = x.pending(Ask.TIME, Ask.MOVE_TIME)
        slots = (self._slot(x, one) for one in question.choices) if question else ()
        return [slot.start_time for slot in slots if slot is not None]

    def _choose_activity(self, x: Exchange, activity_id: UUID, question: Question) -> None:
        wish = x.state.wish or Details()
        party = question.party or wish.party
        self.holding.pursue(x, replace(wish, activities=(activity_id,), party=party))

    def _choose_booking(self, x: Exchange, choice: Choice, question: Question) -> None:
        detail = self.means.booking(x, UUID(choice.subject))
        if detail is None:
            self._no_such_choice(x)
        elif question.ask is Ask.CANCEL_WHICH:
            self.altering.cancel_these(x, [detail])
        elif question.ask is Ask.MOVE_WHICH:
            self.altering.moves.to(x, detail, When())
        else:
            self.altering.party_of(x, detail, question.party)

    def _choose_slot(self, x: Exchange, slot_id: UUID, question: Question) -> None:
        slot = self.means.reads.catalogue.slot(slot_id, now=x.now)
        if slot is None:
            self._no_such_choice(x)
            return
        if question.ask is Ask.MOVE_TIME:
            for booking_id in question.bookings:
                if detail := self.means.booking(x, booking_id):
                    self.altering.moves.to_slot(x, detail, slot.slot)
            return
        activity = self.means.activity(slot.slot.activity_id)
        if activity is not None:
            self._hold(x, activity, slot.slot, question)

    def _hold(
        self, x: Exchange, activity: Activity, slot: TimeSlot, question: Question
    ) -> None:
        wish = x.state.wish or Details()
        self.holding.hold(
            x,
            activity,
            slot,
            replace(wish, activities=(activity.id,), party=question.party or wish.party),
        )

    def _another(self, x: Exchange, question: Question) -> None:
        reading = (
            self.means.reads.catalogue.slot(question.slot, now=x.now) if question.slot else None
        )
        activity = self.means.activity(reading.slot.activity_id) if reading else None
        if reading is None or activity is None:
            self._no_such_choice(x)
            return
        wish = Details(activities=(activity.id,), party=question.party)
        self.holding.hold(x, activity, reading.slot, wish, another=True)

    def _move(self, x: Exchange, question: Question) -> None:
        if question.slot is not None:
            self.altering.moves.now(x, question.bookings[0], question.slot)

    def _party(self, x: Exchange, question: Question) -> None:
        if question.party is not None:
            self.altering.party_now(x, question.bookings[0], question.party)

    def _hold_again(self, x: Exchange, bookings: Sequence[UUID]) -> None:
        for booking_id in bookings:
            if detail := self.means.booking(x, booking_id):
                self.holding.hold_again(x, detail)

    def _yes_to_nothing(self, x: Exchange, said: Yes) -> None:
        """Confirm holds that were told and whose question got lost, if there are any."""
        if holds := x.state.held:
            told = holds if said.to_all else holds[-1:]
            self.confirming.confirm(x, told)
            return
        if x.state.question is None and self._confirm_others(x, said):
            return
        if x.state.question is not None:
            x.ask(x.state.question)
            return
        x.tell(phrases.nothing_to_confirm())
        x.digress()

    def _confirm_others(self, x: Exchange, said: Yes) -> bool:
        """Take a yes for holds that were made elsewhere and told by a message; which of several
        is asked.
        """
        holds = [one for one in self.means.ahead(x) if is_hold(one, x)]
        if len(holds) == 1 or (holds and said.to_all):
            self.confirming.confirm(x, [one.booking.id for one in holds])
        elif holds:
            self.holding.ask_to_confirm(x, holds)
        return bool(holds)

    def _yes_to_these(self, x: Exchange, activities: Sequence[UUID]) -> None:
        holds = [one for one in self.means.ahead(x) if is_hold(one, x)]
        meant = [one.booking.id for one in holds if one.activity.id in activities]
        if meant:
            self.confirming.confirm(x, meant)
        else:
            x.tell(phrases.nothing_to_confirm())
            x.digress()

    def _no_to_nothing(self, x: Exchange) -> None:
        gone = self.means.booking(x, x.state.gone) if x.state.gone else None
        if gone is not None and x.state.question is None and not x.state.held:
            self.confirming.offer_again(x, gone)
        elif holds := self.means.open_holds(x):
            self.confirming.decline(x, [one.booking.id for one in holds])
        else:
            x.tell(smalltalk.all_right())

    def _no_such_choice(self, x: Exchange) -> None:
        if x.state.question is not None:
            x.ask(x.state.question)
        else:
            x.tell(smalltalk.nothing_to_choose())
            x.wonder(smalltalk.what_now())

    def _slot(self, x: Exchange, choice: Choice) -> TimeSlot | None:
        if choice.act is not Act.SLOT:
            return None
        reading = self.means.reads.catalogue.slot(UUID(choice.subject), now=x.now)
        return reading.slot if reading else None


def _for(party: PartySaid | None, question: Question) -> Question:
    return question if party is None else replace(question, party=party)
