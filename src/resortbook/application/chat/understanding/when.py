"""Days and times that a message names, by the resort's own calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from resortbook.application.chat.understanding.clock import NIGHT, Clock, hours_of
from resortbook.application.chat.understanding.corrections import wanted
from resortbook.application.chat.understanding.day import Day, Seen
from resortbook.application.chat.understanding.items import Items, items_of
from resortbook.application.chat.understanding.language import LANGUAGES, language_of
from resortbook.application.chat.understanding.said import Bound, Reading, Said
from resortbook.application.chat.understanding.spoken_times import said_about_time
from resortbook.application.chat.understanding.tokens import Span, mask, merged


class DayPart(StrEnum):
    """A part of a day, as people say it."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"

    @property
    def hours(self) -> tuple[time, time]:
        """From when up to when it is, by the clock on the wall."""
        return _HOURS[self]


_HOURS = {
    DayPart.MORNING: (time(5), time(12)),
    DayPart.NOON: (time(11, 30), time(14)),
    DayPart.AFTERNOON: (time(12), time(18)),
    DayPart.EVENING: (time(17), time(22)),
    DayPart.NIGHT: (time(18), time(23, 59)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a message says about day and time; days and times are candidates, likeliest first.

    More than one day or time means that the words allow both. `until` ends a range that begins
    with the first day. `after` and `before` bound the time. `is_past`: it has gone by already.
    """

    days: tuple[date, ...] = ()
    until: date | None = None
    times: tuple[time, ...] = ()
    part: DayPart | None = None
    after: time | None = None
    before: time | None = None
    is_past: bool = False
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was said about day or time."""
        return bool(self.days or self.times or self.part or self.after or self.before)

    def rest(self, text: str) -> str:
        """Return the text with what was read here blanked, as long as before."""
        return mask(text, self.spans)


def read_when(
    text: str, now: datetime, *, expects: bool = False, lang: str | None = None
) -> When:
    """Return what the text says about day and time, seen from `now` at the resort.

    With `expects` a bare number is an hour or a day, for that was asked. Without `lang` the
    language is told from the words.
    """
    language = lang if lang in LANGUAGES else language_of(text)
    items = items_of(text, language)
    seen = Seen(today=now.date(), language=language, expects=expects)
    said = said_about_time(items, Reading(now=now, seen=seen))
    return _summed_up(items, wanted(items, said), now)


def _summed_up(items: Items, said: list[Said], now: datetime) -> When:
    day = _days_of(said)
    part = next((one.part for one in reversed(said) if one.part is not None), None)
    clocks = [one for one in said if one.clock is not None or one.exact is not None]
    if part is None:
        part = next(
            (c.clock.part for c in clocks if c.clock and c.clock.part is not None), None
        )
    times = _times_of(clocks, part)
    after, before = _bounds_of(clocks, part)
    days = _of_tonight(said, day.days if day is not None else (), times, now)
    days, times, is_past = not_past(days, times, now)
    return When(
        days=days,
        until=day.until if day is not None else None,
        times=times,
        part=None if part is None else _PARTS[part],
        after=after,
        before=before,
        is_past=is_past,
        spans=merged((items[one.first].start, items[one.last - 1].end) for one in said),
    )


_PARTS = tuple(DayPart)


def _days_of(said: list[Said]) -> Day | None:
    days = [one.day for one in said if one.day is not None]
    if len(days) < 2:
        return days[0] if days else None
    together = tuple(dict.fromkeys(day for one in days for day in one.days))
    return Day(days=together, until=days[-1].until)


def _times_of(clocks: list[Said], part: int | None) -> tuple[time, ...]:
    times: list[time] = []
    for one in clocks:
        if one.exact is not None:
            times.append(one.exact)
        elif one.clock is not None and one.bound is Bound.AT and one.clock_until is None:
            times.extend(_clock_times(one.clock, part))
    return tuple(dict.fromkeys(times))


def _clock_times(clock: Clock, part: int | None) -> list[time]:
    told = clock if clock.part is not None or part is None else replace(clock, part=part)
    return [time(hour, minute) for hour, minute in hours_of(told)]


def _bounds_of(clocks: list[Said], part: int | None) -> tuple[time | None, time | None]:
    after = before = None
    for one in clocks:
        if one.clock is None:
            continue
        if one.clock_until is not None:
            after, before = _range_of(one.clock, one.clock_until, part)
        elif one.bound is Bound.AFTER:
            after = _clock_times(one.clock, part)[0]
        elif one.bound is Bound.BEFORE:
            before = _clock_times(one.clock, part)[0]
    return after, before


def _range_of(first: Clock, last: Clock, part: int | None) -> tuple[time, time]:
    """Return both ends: `2 to 4pm` begins at 14:00, `10 to 12` ends at noon."""
    end = _clock_times(last, part)[0]
    begins = _clock_times(replace(first, part=first.part), part)
    early = [begin for begin in begins if begin < end]
    return (max(early) if early else begins[0]), end


_DAWN = 5


def _of_tonight(
    said: list[Said], days: tuple[date, ...], times: tuple[time, ...], now: datetime
) -> tuple[date, ...]:
    """Return tomorrow for the small hours of tonight: `tonight at 1am`, said by day."""
    is_night = any(one.part == NIGHT or (one.clock and one.clock.part == NIGHT) for one in said)
    small = bool(times) and all(one.hour < _DAWN for one in times)
    if is_night and small and days == (now.date(),) and now.hour >= _DAWN:
        return (now.date() + timedelta(days=1),)
    return days


def not_past(
    days: tuple[date, ...], times: tuple[time, ...], now: datetime
) -> tuple[tuple[date, ...], tuple[time, ...], bool]:
    """Drop what has gone by today where something is left; say so where nothing is."""
    today, clock = now.date(), now.time().replace(tzinfo=None)
    if not days:
        return days, times, False
    if max(days) < today:
        return days, times, True
    if days[0] != today or not times:
        return days, times, False
    left = tuple(one for one in times if one > clock)
    return days, left or times, not left and len(days) == 1
