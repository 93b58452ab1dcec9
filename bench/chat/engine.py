"""The built-in understanding as a scoring program for corpora asks for it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import When, read_when


def factory() -> "Engine":
    """Return the engine that a scoring program drives."""
    return Engine()


@dataclass(frozen=True, slots=True)
class Engine:
    """Intents, days and times, parties and dialogue states of a text."""

    def temporal(self, text: str, reference: datetime, lang: str) -> dict[str, str | None]:
        """Return the likeliest day and clock time that the text names."""
        return as_moment(read_when(text, reference, lang=lang), reference)

    def party(self, text: str, requested: list[str], lang: str) -> int | None:
        """Return how many people the text names; times are not read as people."""
        rest = read_when(text, _SOME_DAY, lang=lang).rest(text)
        asked = "people" in requested or not requested
        said = read_party(rest, expects=asked, lang=lang)
        return said.total if said is not None else None


# How many come does not depend on the day on which it is said.
_SOME_DAY = datetime(2020, 6, 3, 9, 0)


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
