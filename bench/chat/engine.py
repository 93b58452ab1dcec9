"""The built-in understanding as a scoring program for corpora asks for it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from resortbook.application.chat.understanding.dialogue_state import DialogueState, Proposed
from resortbook.application.chat.understanding.intents import guess_intent
from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import When, read_when


def factory() -> "Engine":
    """Return the engine that a scoring program drives."""
    return Engine()


@dataclass(frozen=True, slots=True)
class Engine:
    """Intents, days and times, parties and dialogue states of a text."""

    def intent(self, text: str, lang: str) -> str:
        """Return the likeliest intent's name."""
        return guess_intent(text, lang=lang).label.value

    def new_dialogue(self, reference: datetime) -> "Dialogue":
        """Return a dialogue in which nothing has been said."""
        return Dialogue(DialogueState(now=reference))

    def temporal(self, text: str, reference: datetime, lang: str) -> dict[str, str | None]:
        """Return the likeliest day and clock time that the text names."""
        return as_moment(read_when(text, reference, lang=lang), reference)

    def party(self, text: str, requested: list[str], lang: str) -> int | None:
        """Return how many people the text names; times are not read as people."""
        rest = read_when(text, _SOME_DAY, lang=lang).rest(text)
        asked = "people" in requested or not requested
        said = read_party(rest, expects=asked, lang=lang)
        return said.total if said is not None else None


@dataclass(slots=True)
class Dialogue:
    """A dialogue whose other side is a corpus: its acts say what it proposed."""

    state: DialogueState

    def turn(
        self, system_text: str, system_acts: list[list[str]], user_text: str
    ) -> dict[str, str | int]:
        """Return day, time and party after that turn, without those that are not known."""
        self.state.hear(user_text, _proposed(system_acts))
        known: dict[str, str | int] = {}
        if self.state.day is not None:
            known["date"] = self.state.day.isoformat()
        if self.state.clock is not None:
            known["time"] = f"{self.state.clock:%H:%M}"
        if self.state.party is not None:
            known["party"] = self.state.party
        return known


def _proposed(acts: list[list[str]]) -> Proposed:
    """Return what a corpus's acts propose: each has a name, and mostly a slot and a value."""
    names = {act[0] for act in acts}
    asked = {act[1] for act in acts if act[0] == "REQUEST"}
    values = {act[1]: act[2] for act in acts if act[0] in {"CONFIRM", "OFFER"} and len(act) > 2}
    return Proposed(
        day=date.fromisoformat(values["date"]) if "date" in values else None,
        clock=time.fromisoformat(values["time"]) if "time" in values else None,
        party=int(values["party"]) if "party" in values else None,
        is_summary="CONFIRM" in names,
        is_instead="NOTIFY_FAILURE" in names,
        asks_when=bool(asked & {"date", "time"}),
        asks_party="party" in asked,
    )


# How many come does not depend on the day on which it is said.
_SOME_DAY = datetime(2020, 6, 3, 9, 0, tzinfo=UTC)


def as_moment(when: When, reference: datetime) -> dict[str, str | None]:
    """Return one day and one time, `YYYY-MM-DD` and `HH:MM`, of all that was read."""
    times = list(when.times) or [t for t in (when.after, when.before) if t is not None]
    day = when.days[0] if when.days else None
    clock = _soonest(times, day, reference) if times else None
    if day is None and clock is not None:
        # A time alone is the next such time.
        day = reference.date() + timedelta(days=clock <= reference.time())
    return {
        "date": day.isoformat() if day else None,
        "time": f"{clock:%H:%M}" if clock else None,
    }


def _soonest(times: list[time], day: date | None, reference: datetime) -> time:
    """Return the next of the times; on a named day the one as it was said."""
    later = [one for one in times if one > reference.time()]
    return min(times if day is not None else later or times)
