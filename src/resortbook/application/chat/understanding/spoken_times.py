"""All that a row of items says about days, clocks, parts of the day and their bounds."""

from resortbook.application.chat.understanding.clock_bounds import (
    another_clock_after,
    around_meal_at,
    bound_at,
    bounded_clock_at,
    clock_range_at,
    hour_after_day,
)
from resortbook.application.chat.understanding.day import Day
from resortbook.application.chat.understanding.day_spans import (
    day_range_at,
    named_month_at,
    week_or_weekend_at,
)
from resortbook.application.chat.understanding.days import day_at
from resortbook.application.chat.understanding.items import Items, sense, skip
from resortbook.application.chat.understanding.offsets import offset_at
from resortbook.application.chat.understanding.said import Reading, Rule, Said
from resortbook.application.chat.understanding.time_words import Kind


def said_about_time(items: Items, reading: Reading) -> list[Said]:
    """Return what the items say about time, in order; of two readings the longer one."""
    said: list[Said] = []
    place = 0
    while place < len(items):
        best: Said | None = None
        for rule in _RULES if _may_begin(items, place) else ():
            found = rule(items, place, reading)
            if found is not None and (best is None or found.last > best.last):
                best = found
        if best is not None:
            said.append(best)
            said.extend(another_clock_after(items, best, reading))
            said.extend(hour_after_day(items, best))
        place = said[-1].last if best is not None else place + 1
    return said


def _may_begin(items: Items, place: int) -> bool:
    """Whether anything about time can begin there: most words say nothing about it."""
    return bool(items[place].senses) or items[place].word in {"@", "less"}


def _offset(items: Items, place: int, reading: Reading) -> Said | None:
    found = offset_at(items, place, reading.now, reading.seen)
    if found is None:
        return None
    moment, end = found
    exact = moment.at.time().replace(second=0, microsecond=0, tzinfo=None)
    return Said(
        day=Day(days=(moment.at.date(),)),
        exact=exact if moment.has_clock else None,
        first=place,
        last=end,
    )


def _day(items: Items, place: int, reading: Reading) -> Said | None:
    start = bound_at(items, place)[1]
    found = day_at(items, start, reading.seen) or day_at(items, place, reading.seen)
    if found is None:
        return None
    return Said(day=found[0], first=place, last=found[1])


def _part(items: Items, place: int, reading: Reading) -> Said | None:
    start = skip(items, place, Kind.INSIDE, Kind.ON, most=2)
    part = sense(items, start, Kind.PART)
    if part is None:
        part = sense(items, start, Kind.TONIGHT)
        today = Day(days=(reading.seen.today,)) if part is not None else None
        return None if part is None else Said(part=part, day=today, first=place, last=start + 1)
    if sense(items, start, Kind.DAY_FROM_TODAY) is not None and start == place:
        before = (Kind.THIS, Kind.WEEKDAY, Kind.DAY_FROM_TODAY)
        if all(sense(items, start - 1, kind) is None for kind in before):
            return None
    return Said(part=part, first=place, last=start + 1)


_RULES: tuple[Rule, ...] = (
    _offset,
    day_range_at,
    clock_range_at,
    around_meal_at,
    week_or_weekend_at,
    named_month_at,
    bounded_clock_at,
    _day,
    _part,
)
