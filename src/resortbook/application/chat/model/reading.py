"""From a model's proposal to typed commands; whatever is not exactly right is refused."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin.likings import PARTS
from resortbook.application.chat.builtin.said import Said
from resortbook.application.chat.commands import Command, Details
from resortbook.application.chat.engine import Situation
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.model.guard import is_harmless
from resortbook.application.chat.model.outcome import Outcome
from resortbook.application.chat.model.tool import FIELDS, MOST_COMMANDS
from resortbook.application.chat.state import Ask
from resortbook.application.chat.topics import Topic
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import DayPart, When, not_past

FURTHEST = timedelta(days=730)
MOST_PEOPLE = 100_000_000
MOST_LISTED = 10
LONGEST_TEXT = 1_000


class BadProposal(Exception):
    """A model proposed something that is no command: unknown names, days that do not exist…"""

    def __init__(self, what: str, outcome: Outcome = Outcome.WRONG) -> None:
        """Say what is wrong with it, and how that is counted."""
        super().__init__(what)
        self.outcome = outcome


def commands_of(
    proposal: Mapping[str, Any], situation: Situation, text: str
) -> Sequence[Command]:
    """Return the commands that were proposed for the guest's text. Raises BadProposal.

    References and budgets are read from the guest's own words: a model may neither invent a
    booking nor a sum. Words to be kept must be the guest's, too.
    """
    told = proposal.get("commands")
    if not isinstance(told, list) or not 0 < len(told) <= MOST_COMMANDS:
        raise BadProposal("a number of commands that nobody says at once")
    said = Said(text, situation)
    try:
        return tuple(_Reader(one, said).command() for one in told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadProposal(type(error).__name__) from error


class _Reader:
    """Reads one proposed command, field by field."""

    def __init__(self, told: Mapping[str, Any], said: Said) -> None:
        self._told = told
        self._said = said
        self._situation = said.situation

    def command(self) -> Command:
        act = self._told["act"]
        if act not in _MAKE:
            raise BadProposal("an unknown act")
        if self._told.keys() - FIELDS:
            raise BadProposal("a field that there is not")
        return _MAKE[act](self)

    def details(self) -> Details:
        ids = self.activities()
        return Details(
            activities=ids,
            category=None if ids else self.category(),
            when=self.when(),
            party=self.party(),
            budget=self._said.budget,
            request=self.own_words(),
        )

    def want(self) -> c.Want:
        return c.Want(
            details=self.details(),
            instead=self.flag("instead"),
            agrees=self._said.answer.yes,
            besides=self.flag("besides"),
        )

    def likes(self, *, keep: bool) -> Likes:
        kind, part = self.category(), self.when().part
        return Likes(
            categories=(kind,) if kind else (),
            times=(PARTS[part],) if part else (),
            keep=keep,
        )

    def activities(self) -> tuple[UUID, ...]:
        names = self._told.get("activities") or []
        by_name = {one.name.casefold(): one.id for one in self._situation.catalogue.entries}
        if len(names) > MOST_LISTED:
            raise BadProposal("too many activities")
        return tuple(UUID(by_name[str(name).casefold()]) for name in names)

    def category(self) -> str | None:
        told = self._told.get("category")
        if told is None:
            return None
        codes = {label.casefold(): code for label, code in self._situation.codes.items()}
        return codes[str(told).casefold()]

    def when(self) -> When:
        days = self._days("days")
        until = self._told.get("until")
        part = self._told.get("part")
        days, times, is_past = not_past(days, self._times("times"), self._situation.local)
        return When(
            days=days,
            until=self._day(until) if until else None,
            times=times,
            part=DayPart(part) if part else None,
            after=_clock(self._told["after"]) if self._told.get("after") else None,
            before=_clock(self._told["before"]) if self._told.get("before") else None,
            is_past=is_past,
        )

    def party(self) -> PartySaid | None:
        people, adults, children, infants = (
            self._people(kind) for kind in ("people", "adults", "children", "infants")
        )
        ages = tuple(_number(age, 0, 120) for age in self._told.get("ages") or [])
        told = [one for one in (adults, children, infants) if one is not None]
        if people is None and not told:
            return None
        return PartySaid(
            total=sum(told) if people is None else people,
            adults=adults,
            children=children,
            infants=infants,
            ages=ages,
        )

    def own_booking(self) -> c.WhichBooking:
        """Return which booking is meant; one that is not the guest's is nobody's to name."""
        ids = self.activities()
        mine = {
            *self._situation.booked,
            *self._situation.on_hold,
            *self._situation.held,
        }
        if ids and not mine & set(ids):
            raise BadProposal("a booking that the guest does not have", Outcome.NOT_THEIRS)
        return c.WhichBooking(
            reference=self._said.which().reference,
            activities=ids,
            when=When(days=self._days("of_days"), times=self._times("of_times")),
        )

    def booking_to_change(self) -> c.WhichBooking:
        """Return which booking is meant; where none is named, the one that was asked about."""
        which, question = self.own_booking(), self._situation.state.question
        is_asked = question is not None and question.ask in (Ask.MOVE_TIME, Ask.PARTY_SIZE)
        if question is not None and is_asked and which == c.WhichBooking():
            return c.WhichBooking(bookings=question.bookings)
        return which

    def yes(self) -> c.Yes:
        return c.Yes(to_all=self.flag("all"), activities=self.own_booking().activities)

    def own_words(self) -> str:
        """Return the text where the guest said it: else it might be anybody's."""
        told = self.text()
        if told and _plain(told) not in _plain(self._said.text):
            raise BadProposal("words that the guest did not say", Outcome.NOT_SAID)
        return told

    def change_party(self) -> c.ChangeParty:
        by = self.more_people()
        party = None if by else self.party()
        return c.ChangeParty(which=self.booking_to_change(), party=party, by=by)

    def text(self) -> str:
        told = self._told.get("text")
        return str(told).replace("\x00", "").strip()[:LONGEST_TEXT] if told else ""

    def flag(self, name: str) -> bool:
        return self._told.get(name) is True

    def _days(self, field: str) -> tuple[date, ...]:
        return tuple(self._day(told) for told in (self._told.get(field) or [])[:MOST_LISTED])

    def _times(self, field: str) -> tuple[time, ...]:
        return tuple(_clock(told) for told in (self._told.get(field) or [])[:MOST_LISTED])

    def _people(self, kind: str) -> int | None:
        told = self._told.get(kind)
        return None if told is None else _number(told, 0, MOST_PEOPLE)

    def _day(self, told: str) -> date:
        day = date.fromisoformat(told)
        if abs(day - self._situation.local.date()) > FURTHEST:
            raise BadProposal("a day that nobody means")
        return day

    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic(one) for one in self._told.get("topics") or []) or (Topic.ALL,)

    def index(self) -> int:
        """Return the place of one of the choices that the guest sees."""
        question = self._situation.state.question
        most = len(question.choices) if question is not None else 0
        number = _number(self._told["number"], -most, most)
        if number == 0:
            raise BadProposal("a choice that was not offered")
        return number - 1 if number > 0 else number

    def pick_best(self) -> c.PickBest:
        return c.PickBest(liking=c.Liking(self._told["liking"]), party=self.party())

    def small_talk(self) -> c.SmallTalk:
        said = self.text()
        return c.SmallTalk(
            kind=c.Talk(self._told["talk"]), words=said if is_harmless(said) else ""
        )

    def asked_activity(self) -> c.AskActivity:
        ids = self.activities()
        return c.AskActivity(activity=ids[0] if ids else None, topics=self.topics())

    def more_people(self) -> int:
        told = self._told.get("more_people")
        return _number(told, -MOST_PEOPLE, MOST_PEOPLE) if told is not None else 0


_MAKE: dict[str, Callable[[_Reader], Command]] = {
    "book": lambda one: one.want(),
    "ask_times": lambda one: c.AskTimes(details=one.details()),
    "browse": lambda one: c.Browse(details=one.details()),
    "recommend": lambda one: c.Recommend(details=one.details()),
    "likes": lambda one: one.likes(keep=False),
    "remember": lambda one: one.likes(keep=True),
    "forget_likes": lambda _: ForgetLikes(),
    "ask_activity": lambda one: one.asked_activity(),
    "ask_resort": lambda one: c.AskResort(question=one.text()),
    "pick": lambda one: c.Pick(index=one.index(), party=one.party()),
    "pick_best": lambda one: one.pick_best(),
    "yes": lambda one: one.yes(),
    "no": lambda _: c.No(),
    "hold_again": lambda _: c.HoldAgain(),
    "never_mind": lambda _: c.NeverMind(),
    "skip": lambda _: c.Skip(),
    "wait": lambda _: c.Wait(),
    "room": lambda one: c.Room(room=one.own_words()),
    "list_bookings": lambda _: c.ListBookings(),
    "cancel": lambda one: c.Cancel(which=one.own_booking(), everything=one.flag("all")),
    "move": lambda one: c.Move(which=one.booking_to_change(), to=one.when()),
    "change_party": lambda one: one.change_party(),
    "more": lambda _: c.More(),
    "repeat": lambda _: c.Repeat(),
    "help": lambda _: c.Help(),
    "desk": lambda _: c.Desk(),
    "hurt": lambda _: c.Desk(is_hurt=True),
    "link": lambda _: c.Link(),
    "small_talk": lambda one: one.small_talk(),
    "out_of_scope": lambda _: c.OutOfScope(),
}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _clock(told: str) -> time:
    moment = time.fromisoformat(told)
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _number(told: Any, least: int, most: int) -> int:
    if isinstance(told, bool) or not isinstance(told, int) or not least <= told <= most:
        raise BadProposal("a number that nobody means")
    return told
