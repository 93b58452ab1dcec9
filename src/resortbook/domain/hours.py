"""Hours of a day and of a week, in the resort's clock time: quiet hours, the desk's hours."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from resortbook.domain.schedule import WEEKDAYS

_SPAN = re.compile(r"([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9])")
_DAYS = re.compile(r"([a-z]{3})(?:-([a-z]{3}))?")


@dataclass(frozen=True, slots=True)
class DailyHours:
    """From `start` to `end` (excluded) of every day; an end before the start is the next
    morning's, and 00:00 to 00:00 is the whole day.
    """

    start: time
    end: time

    @classmethod
    def parse(cls, text: str) -> "DailyHours":
        """Read `22:00-07:00`; an end of `24:00` is midnight.

        Raises:
            ValueError: it is not written so, or is no time at all (`08:00-08:00`).
        """
        match = _SPAN.fullmatch(text.strip())
        if not match:
            raise ValueError("hours are written HH:MM-HH:MM")
        start_hour, start_minute, end_hour, end_minute = (int(part) for part in match.groups())
        start = time(start_hour, start_minute)
        if (end_hour, end_minute) == (24, 0):
            return cls(start, time.min)
        end = time(end_hour, end_minute)
        if start == end:
            raise ValueError("hours end at another time than they start")
        return cls(start, end)

    @property
    def runs_over_midnight(self) -> bool:
        """Whether the end lies on the day after the start."""
        return self.end <= self.start

    def contains(self, clock: time) -> bool:
        """Whether the local time `clock` lies within, whichever day it began."""
        if self.runs_over_midnight:
            return clock >= self.start or clock < self.end
        return self.start <= clock < self.end


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Hours for each weekday (Monday is 0); a span counts for the day it starts on."""

    spans: tuple[tuple[frozenset[int], DailyHours], ...]

    @classmethod
    def parse(cls, text: str) -> "WeeklyHours":
        """Read `08:00-20:00` (every day) or `mon-fri 08:00-18:00; sat,sun 09:00-14:00`.

        Raises:
            ValueError: a part is not written so.
        """
        return cls(tuple(_weekly_span(part) for part in text.lower().split(";")))

    def is_open_at(self, local: datetime) -> bool:
        """Whether `local`, a clock time of the resort, lies within one of the spans."""
        today, yesterday = local.weekday(), (local.weekday() - 1) % 7
        clock = local.time()
        for days, hours in self.spans:
            if not hours.contains(clock):
                continue
            began = yesterday if hours.runs_over_midnight and clock < hours.start else today
            if began in days:
                return True
        return False

    def next_opening(self, local: datetime) -> datetime:
        """Return the first start of a span after `local`, both clock times of the resort."""
        days = [local.date() + timedelta(days=ahead) for ahead in range(8)]
        return min(
            start
            for day in days
            for weekdays, hours in self.spans
            if day.weekday() in weekdays
            and (start := datetime.combine(day, hours.start)) > local
        )


def _weekly_span(part: str) -> tuple[frozenset[int], DailyHours]:
    *days, hours = part.split() or [""]
    return _days("".join(days)), DailyHours.parse(hours)


def _days(text: str) -> frozenset[int]:
    if not text:
        return frozenset(range(7))
    return frozenset(day for part in text.split(",") for day in _day_range(part))


def _day_range(part: str) -> list[int]:
    match = _DAYS.fullmatch(part)
    names = [name for name in match.groups() if name] if match else []
    if not names or any(name not in WEEKDAYS for name in names):
        raise ValueError("days are written mon-fri or sat,sun")
    first, last = WEEKDAYS.index(names[0]), WEEKDAYS.index(names[-1])
    return [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]
