"""From a model's proposal to typed commands; whatever is not exactly right is refused."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from resortbook.application.chat import commands as c
from resortbook.application.chat.commands import Command, Details
from resortbook.application.chat.engine import Situation
from resortbook.application.chat.model.guard import is_harmless
from resortbook.application.chat.model.tool import MOST_COMMANDS
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import DayPart, When

FURTHEST = timedelta(days=730)
MOST_PEOPLE = 10_000
MOST_LISTED = 10
LONGEST_TEXT = 1_000


class BadProposal(Exception):
    """A model proposed something that is no command: unknown names, days that do not exist…"""


def commands_of(proposal: Mapping[str, Any], situation: Situation) -> Sequence[Command]:
    """Return the commands that were proposed. Raises BadProposal."""
    told = proposal.get("commands")
    if not isinstance(told, list) or not 0 < len(told) <= MOST_COMMANDS:
        raise BadProposal("a number of commands that nobody says at once")
    try:
        return tuple(_Reader(one, situation).command() for one in told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadProposal(type(error).__name__) from error


class _Reader:
    """Reads one proposed command, field by field."""

    def __init__(self, told: Mapping[str, Any], situation: Situation) -> None:
        self._told = told
        self._situation = situation

    def command(self) -> Command:
        act = self._told["act"]
        if act not in _MAKE:
            raise BadProposal("an unknown act")
        return _MAKE[act](self)

    def details(self) -> Details:
        ids = self.activities()
        return Details(
            activities=ids,
            category=None if ids else self.category(),
            when=self.when(),
            party=self.party(),
            request=self.text(),
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
        today = self._situation.local.date()
        days = tuple(self._day(told) for told in (self._told.get("days") or [])[:MOST_LISTED])
        until = self._told.get("until")
        part = self._told.get("part")
        return When(
            days=days,
            until=self._day(until) if until else None,
            times=tuple(_clock(told) for told in (self._told.get("times") or [])[:MOST_LISTED]),
            part=DayPart(part) if part else None,
            after=_clock(self._told["after"]) if self._told.get("after") else None,
            before=_clock(self._told["before"]) if self._told.get("before") else None,
            is_past=bool(days) and all(day < today for day in days),
        )

    def party(self) -> PartySaid | None:
        counts = [self._told.get(kind) for kind in ("adults", "children", "infants")]
        ages = tuple(_number(age, 0, 120) for age in self._told.get("ages") or [])
        if all(one is None for one in counts):
            return None
        adults, children, infants = (
            None if one is None else _number(one, 0, MOST_PEOPLE) for one in counts
        )
        total = sum(one or 0 for one in (adults, children, infants))
        return PartySaid(
            total=total, adults=adults, children=children, infants=infants, ages=ages
        )

    def which(self) -> c.WhichBooking:
        return c.WhichBooking(activities=self.activities())

    def text(self) -> str:
        told = self._told.get("text")
        return str(told).replace("\x00", "").strip()[:LONGEST_TEXT] if told else ""

    def flag(self, name: str) -> bool:
        return self._told.get(name) is True

    def _day(self, told: str) -> date:
        day = date.fromisoformat(told)
        if abs(day - self._situation.local.date()) > FURTHEST:
            raise BadProposal("a day that nobody means")
        return day

    def topics(self) -> tuple[c.Topic, ...]:
        return tuple(c.Topic(one) for one in self._told.get("topics") or []) or (c.Topic.ALL,)

    def index(self) -> int:
        number = _number(self._told["number"], -MOST_LISTED, MOST_LISTED)
        return number - 1 if number > 0 else number

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
    "book": lambda one: c.Want(details=one.details(), instead=one.flag("instead")),
    "ask_times": lambda one: c.AskTimes(details=one.details()),
    "browse": lambda one: c.Browse(details=one.details()),
    "recommend": lambda one: c.Recommend(details=one.details()),
    "ask_activity": lambda one: one.asked_activity(),
    "ask_resort": lambda one: c.AskResort(question=one.text()),
    "pick": lambda one: c.Pick(index=one.index()),
    "pick_best": lambda one: c.PickBest(liking=c.Liking(one._told["liking"])),
    "yes": lambda one: c.Yes(to_all=one.flag("all")),
    "no": lambda _: c.No(),
    "hold_again": lambda _: c.HoldAgain(),
    "never_mind": lambda _: c.NeverMind(),
    "skip": lambda _: c.Skip(),
    "wait": lambda _: c.Wait(),
    "room": lambda one: c.Room(room=one.text()),
    "list_bookings": lambda _: c.ListBookings(),
    "cancel": lambda one: c.Cancel(which=one.which(), everything=one.flag("all")),
    "move": lambda one: c.Move(which=one.which(), to=one.when()),
    "change_party": lambda one: c.ChangeParty(
        which=one.which(), party=one.party(), by=one.more_people()
    ),
    "more": lambda _: c.More(),
    "repeat": lambda _: c.Repeat(),
    "help": lambda _: c.Help(),
    "desk": lambda _: c.Desk(),
    "hurt": lambda _: c.Desk(is_hurt=True),
    "link": lambda _: c.Link(),
    "small_talk": lambda one: one.small_talk(),
    "out_of_scope": lambda _: c.OutOfScope(),
}


def _clock(told: str) -> time:
    moment = time.fromisoformat(told)
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _number(told: Any, least: int, most: int) -> int:
    if isinstance(told, bool) or not isinstance(told, int) or not least <= told <= most:
        raise BadProposal("a number that nobody means")
    return told
