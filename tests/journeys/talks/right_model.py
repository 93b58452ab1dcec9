"""A model that is right: it says by the tool what the built-in engine understood.

The commands go the whole way: into the tool's JSON, through the real client and the real
reading, and only as far as the tool can say them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from resortbook.application.chat import commands as c
from resortbook.application.chat.commands import Command, Details
from resortbook.application.chat.engine import Engine, Heard, Situation
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.model.tool import UNDERSTAND
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import When
from tests.fake_model import Said, call

FIELDS = UNDERSTAND.schema["properties"]["commands"]["items"]["properties"]
BLANK: dict[str, Any] = {"array": [], "boolean": False}
Told = dict[str, Any]
MOST_PEOPLE = 99_999_999


@dataclass(slots=True)
class Overheard:
    """The built-in engine, which remembers what it understood last."""

    engine: Engine
    situation: Situation | None = None
    commands: Sequence[Command] = field(default_factory=list)

    def understand(self, heard: Heard, situation: Situation) -> Sequence[Command]:
        """Understand, and remember it."""
        self.situation = situation
        self.commands = self.engine.understand(heard, situation)
        return self.commands

    def proposal(self) -> Said:
        """Say by the tool what was understood."""
        assert self.situation is not None
        names = {one.id: one.name for one in self.situation.catalogue.entries}
        labels = {code: label for label, code in self.situation.codes.items()}
        told = [_Teller(names, labels).told(one) for one in self.commands]
        return proposes(*told)


def proposes(*commands: Told) -> Said:
    """Call the tool rightly: every field is there, what was not said is empty."""
    empty = {name: BLANK.get(str(kind.get("type"))) for name, kind in FIELDS.items()}
    return call("understand", commands=[{**empty, **one} for one in commands])


@dataclass(frozen=True, slots=True)
class _Teller:
    names: dict[str, str]
    labels: dict[str, str]

    def told(self, command: Command) -> Told:
        return TELL[type(command)](self, command)

    def details(self, details: Details) -> Told:
        return {
            "activities": self.activities(details.activities),
            "category": self.labels[details.category] if details.category else None,
            "text": details.request or None,
            **_when(details.when),
            **_party(details.party),
        }

    def activities(self, ids: Sequence[Any]) -> list[str]:
        return [self.names[str(one)] for one in ids]

    def which(self, which: c.WhichBooking) -> Told:
        return {
            "activities": self.activities(which.activities),
            "of_days": [day.isoformat() for day in which.when.days],
            "of_times": [f"{clock:%H:%M}" for clock in which.when.times],
        }

    def want(self, one: c.Want) -> Told:
        how = {"instead": one.instead, "besides": one.besides}
        return {"act": "book", **self.details(one.details), **how}

    def likes(self, one: Likes) -> Told:
        kinds = [self.labels[code] for code in one.categories]
        return {
            "act": "remember" if one.keep else "likes",
            "category": kinds[0] if kinds else None,
            "part": one.times[0].value if one.times else None,
        }

    def asked_activity(self, one: c.AskActivity) -> Told:
        named = self.activities([one.activity]) if one.activity else []
        topics = [topic.value for topic in one.topics]
        return {"act": "ask_activity", "activities": named, "topics": topics}

    def yes(self, one: c.Yes) -> Told:
        return {"act": "yes", "all": one.to_all, "activities": self.activities(one.activities)}

    def changed_party(self, one: c.ChangeParty) -> Told:
        more = {"more_people": one.by or None}
        return {"act": "change_party", **self.which(one.which), **_party(one.party), **more}


def _when(when: When) -> Told:
    return {
        "days": [day.isoformat() for day in when.days],
        "until": when.until.isoformat() if when.until else None,
        "times": [f"{clock:%H:%M}" for clock in when.times],
        "part": when.part.value if when.part else None,
        "after": f"{when.after:%H:%M}" if when.after else None,
        "before": f"{when.before:%H:%M}" if when.before else None,
    }


def _party(party: PartySaid | None) -> Told:
    if party is None:
        return {}
    return {
        "people": min(party.total, MOST_PEOPLE),
        "adults": party.adults,
        "children": party.children,
        "infants": party.infants,
        "ages": list(party.ages),
    }


def _plain(act: str) -> Callable[[_Teller, Any], Told]:
    return lambda _, __: {"act": act}


TELL: dict[type[Any], Callable[[_Teller, Any], Told]] = {
    c.Want: _Teller.want,
    c.AskTimes: lambda by, one: {"act": "ask_times", **by.details(one.details)},
    c.Browse: lambda by, one: {"act": "browse", **by.details(one.details)},
    c.Recommend: lambda by, one: {"act": "recommend", **by.details(one.details)},
    Likes: _Teller.likes,
    ForgetLikes: _plain("forget_likes"),
    c.AskActivity: _Teller.asked_activity,
    c.AskResort: lambda _, one: {"act": "ask_resort", "text": one.question},
    c.Pick: lambda _, one: {
        "act": "pick",
        "number": one.index + 1 if one.index >= 0 else one.index,
        **_party(one.party),
    },
    c.PickBest: lambda _, one: {
        "act": "pick_best",
        "liking": one.liking.value,
        **_party(one.party),
    },
    c.Yes: _Teller.yes,
    c.No: _plain("no"),
    c.HoldAgain: _plain("hold_again"),
    c.NeverMind: _plain("never_mind"),
    c.Skip: _plain("skip"),
    c.Wait: _plain("wait"),
    c.Room: lambda _, one: {"act": "room", "text": one.room},
    c.ListBookings: _plain("list_bookings"),
    c.Cancel: lambda by, one: {
        "act": "cancel",
        **by.which(one.which),
        "all": one.everything,
    },
    c.Move: lambda by, one: {"act": "move", **by.which(one.which), **_when(one.to)},
    c.ChangeParty: _Teller.changed_party,
    c.More: _plain("more"),
    c.Repeat: _plain("repeat"),
    c.Help: _plain("help"),
    c.Desk: lambda _, one: {"act": "hurt" if one.is_hurt else "desk"},
    c.Link: _plain("link"),
    c.SmallTalk: lambda _, one: {"act": "small_talk", "talk": one.kind.value},
    c.OutOfScope: _plain("out_of_scope"),
}
