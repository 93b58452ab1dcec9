"""The dialogue: runs the commands of a message one by one, and remembers where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resortbook.application.chat import commands as c
from resortbook.application.chat.altering import Altering
from resortbook.application.chat.answering import Answering
from resortbook.application.chat.asking import Asking
from resortbook.application.chat.browsing import Browsing
from resortbook.application.chat.commands import Command, Details
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.remembering import Remembering
from resortbook.application.chat.state import Ask
from resortbook.application.chat.talking import Talking
from resortbook.application.chat.tapping import Tapping
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import handover, smalltalk
from resortbook.domain.booking import BookingDetail

UNCLEAR = (Ask.TIME, Ask.ACTIVITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A deterministic state machine over the services.

    Engines only propose commands; whatever is done or said follows from the commands, the
    conversation's state and the database.
    """

    holding: Holding
    confirming: Confirming
    altering: Altering
    browsing: Browsing
    remembering: Remembering
    asking: Asking
    talking: Talking
    answering: Answering
    tapping: Tapping

    def run(self, x: Exchange, commands: Sequence[Command]) -> None:
        """Run the commands of one message, in order."""
        for command in commands:
            if not isinstance(command, c.OutOfScope):
                x.change(lost=0)
            self._by_kind[type(command)](x, command)

    @property
    def _by_kind(self) -> Mapping[type[Any], Callable[[Exchange, Any], None]]:
        return {
            c.Want: self._want,
            c.Browse: lambda x, command: self.browsing.browse(x, command.details),
            c.Recommend: lambda x, command: self.browsing.recommend(x, command.details),
            Likes: self.remembering.told,
            ForgetLikes: self.remembering.forget,
            c.AskActivity: self.asking.about_activity,
            c.AskTimes: self.asking.about_times,
            c.AskResort: self.asking.about_resort,
            c.Pick: self.answering.pick,
            c.PickBest: self.answering.pick_best,
            c.Tapped: self.tapping.tap,
            c.Yes: self.answering.yes,
            c.No: self.answering.no,
            c.NeverMind: self.answering.never_mind,
            c.Skip: self.answering.skip,
            c.Room: lambda x, command: self.confirming.keep_room(x, command.room),
            c.ListBookings: lambda x, command: self.altering.list_bookings(x),
            c.Cancel: self.altering.cancel,
            c.Move: self.altering.move,
            c.ChangeParty: self.altering.change_party,
            c.More: self.answering.more,
            c.Repeat: self._repeat,
            c.HoldAgain: self._hold_again,
            c.Wait: self._wait,
            c.Help: lambda x, command: self.talking.help(x),
            c.Desk: lambda x, command: self.talking.desk(x, is_hurt=command.is_hurt),
            c.BackToBot: self._back,
            c.Link: self._link,
            c.SmallTalk: lambda x, command: self.talking.small_talk(x, command),
            c.Wordless: self._wordless,
            c.OutOfScope: self._out_of_scope,
        }

    def _want(self, x: Exchange, command: c.Want) -> None:
        details = command.details
        if (
            x.question is not None
            and x.question.ask in UNCLEAR
            and self._is_besides(x, details)
        ):
            # One thing after the other: the question about the first comes first.
            x.change(waiting=(*x.state.waiting, details))
            return
        if self._is_about_the_hold(x, command):
            self._change_hold(x, command)
            return
        if self._is_about_the_booked(x, command):
            self._change_booked(x, details)
            return
        shown = self.answering.shown_times(x)
        wish = _merged(x.state.wish, details)
        if command.instead:
            wish = self._on_the_same_day(x, wish)
        if command.instead:
            self._let_go_of_others(x, wish)
        if not wish.activities:
            self.browsing.browse(x, wish)
        elif len(wish.activities) > 1:
            self.browsing.which_of(x, wish)
        else:
            self.holding.pursue(x, wish, shown=shown)

    def _is_besides(self, x: Exchange, details: Details) -> bool:
        wish = x.state.wish
        return (
            bool(details.activities)
            and wish is not None
            and (details.activities != wish.activities)
        )

    def _is_about_the_hold(self, x: Exchange, command: c.Want) -> bool:
        """Whether the words change what is held and waits for its yes."""
        details, holds = command.details, self.holding.means.open_holds(x)
        if (
            command.besides
            or len(holds) != 1
            or (x.state.wish is not None and x.state.wish.activities)
        ):
            return False
        says_more = bool(details.when or details.party or details.request)
        if details.activities:
            is_same = holds[0].activity.id in details.activities
            return is_same and says_more and x.pending(Ask.CONFIRM) is not None
        return says_more and not details.category

    def _change_hold(self, x: Exchange, command: c.Want) -> None:
        hold, details = self.holding.means.open_holds(x)[0], command.details
        if command.agrees and self._repeats(hold, details):
            self.confirming.confirm(x, (hold.booking.id,))
            return
        if details.request:
            self.altering.note_request(x, hold, details.request)
        if details.party is not None:
            self.altering.party_of(x, hold, details.party)
        if details.when:
            present = self.holding.means.booking(x, hold.booking.id) or hold
            self.altering.moves.to(x, present, details.when)

    def _repeats(self, hold: BookingDetail, details: Details) -> bool:
        """Whether the words say nothing but what is held."""
        local = hold.slot.start_time.astimezone(self.holding.means.policy.zone)
        when, party = details.when, details.party
        is_day = not when.days or local.date() in when.days
        is_time = not when.times or local.time() in when.times
        is_party = party is None or party.total == hold.booking.participants
        return is_day and is_time and is_party and not details.request

    def _is_about_the_booked(self, x: Exchange, command: c.Want) -> bool:
        """Whether the words change what was confirmed just now."""
        details = command.details
        names_nothing = not details.activities and not details.category
        return (
            command.instead
            and names_nothing
            and x.state.wish is None
            and x.state.booked is not None
            and bool(details.when or details.party)
        )

    def _change_booked(self, x: Exchange, details: Details) -> None:
        if details.when:
            self.altering.move(x, c.Move(to=details.when))
        elif details.party is not None:
            self.altering.change_party(x, c.ChangeParty(party=details.party))

    def _on_the_same_day(self, x: Exchange, wish: Details) -> Details:
        """Look for what is wanted instead on the day of what was held, where none was said."""
        holds = self.holding.means.open_holds(x)
        if not holds or wish.when.days:
            return wish
        day = self.holding.means.words.local_day(holds[-1].slot.start_time)
        return replace(wish, when=replace(wish.when, days=(day,)))

    def _let_go_of_others(self, x: Exchange, wish: Details) -> None:
        holds = self.holding.means.open_holds(x)
        others = [one for one in holds if one.activity.id not in wish.activities]
        if others and wish.activities and x.pending(Ask.CONFIRM) is not None:
            self.confirming.decline(x, [one.booking.id for one in others])

    def _out_of_scope(self, x: Exchange, _: c.OutOfScope) -> None:
        """A question that nobody here can answer is one for the desk, unless another waits."""
        if "?" in x.message.body and x.state.question is None:
            self.asking.unknown(x)
        else:
            self.talking.out_of_scope(x)

    def _repeat(self, x: Exchange, _: c.Repeat) -> None:
        if x.state.question is not None:
            x.ask(x.state.question)
        else:
            x.tell(x.state.last_said or smalltalk.nothing_to_repeat())
            x.wonder("" if x.state.last_said else smalltalk.what_now())

    def _hold_again(self, x: Exchange, _: c.HoldAgain) -> None:
        gone = self.holding.means.booking(x, x.state.gone) if x.state.gone else None
        if gone is None:
            x.tell(smalltalk.nothing_to_choose())
        else:
            self.holding.hold_again(x, gone)

    def _wait(self, x: Exchange, _: c.Wait) -> None:
        """Leave the guest the time to think."""
        holds = self.holding.means.open_holds(x)
        until = holds[-1].booking.expires_at if holds else None
        x.tell(smalltalk.no_hurry(self.holding.means.words.time(until) if until else ""))

    def _back(self, x: Exchange, _: c.BackToBot) -> None:
        x.is_back = True
        x.tell(handover.back_with_bot())
        x.wonder(smalltalk.what_now())

    def _link(self, x: Exchange, _: c.Link) -> None:
        x.offer_link()
        x.digress()
        x.tell(smalltalk.web_app())

    def _wordless(self, x: Exchange, command: c.Wordless) -> None:
        x.digress()
        if command.kind:
            x.tell(smalltalk.wordless(command.kind))
            x.wonder(smalltalk.in_words())
        else:
            x.tell(smalltalk.empty())
            x.wonder(smalltalk.what_now())


def _merged(wish: Details | None, new: Details) -> Details:
    """Return a wish with what is new in place of what it said before."""
    if wish is None:
        return new
    is_other = bool(new.category) and not new.activities
    return replace(
        wish,
        activities=new.activities or (() if is_other else wish.activities),
        category=new.category or wish.category,
        when=_merged_when(wish, new),
        party=new.party or wish.party,
        budget=new.budget or wish.budget,
        request=new.request or wish.request,
    )


def _merged_when(wish: Details, new: Details) -> When:
    was, now = wish.when, new.when
    if not now:
        return was
    has_clock = bool(now.times or now.part or now.after or now.before)
    if now.days and has_clock:
        return now
    if now.days:
        return replace(was, days=now.days, until=now.until, is_past=now.is_past)
    return replace(now, days=now.days or was.days, until=now.until or was.until)
