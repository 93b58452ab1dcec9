"""All that a row of items says about days, clocks, parts of the day and their bounds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from resortbook.application.chat.understanding.calendar_days import (
    day_or_none,
    monday_of,
    months_on,
)
from resortbook.application.chat.understanding.clock import Clock
from resortbook.application.chat.understanding.clock_closing import counts_others
from resortbook.application.chat.understanding.clocks import clock_at
from resortbook.application.chat.understanding.days import Day, Seen, day_at
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.offsets import offset_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.written_dates import day_number, written_date


class Bound(Enum):
    """Whether a time is meant, or what comes after or before it."""

    AT = auto()
    AFTER = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing said about time, and which items said it."""

    day: Day | None = None
    clock: Clock | None = None
    clock_until: Clock | None = None
    exact: time | None = None
    part: int | None = None
    bound: Bound = Bound.AT
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a message is read by: now at the resort, and what it is read as."""

    now: datetime
    seen: Seen


Rule = Callable[[Items, int, Reading], Said | None]


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
        place = best.last if best is not None else place + 1
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


def _day_range(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `12-14 March`, `from Monday to Wednesday`, `between the 3rd and the 5th`."""
    start = skip(items, place, Kind.BETWEEN, most=1)
    short = _range_in_month(items, start, reading.seen)
    if short is not None:
        return Said(day=short[0], first=place, last=short[1])
    first = day_at(items, start, reading.seen)
    if first is None:
        return None
    link = first[1]
    joins = _is_range_link(items, link, led=start > place)
    second = day_at(items, link + 1, reading.seen) if joins else None
    number = day_number(items, link + 1, bare=True) if joins and second is None else None
    if number is not None and sense(items, link - 1, Kind.WEEKDAY) is None:
        until = day_or_none(first[0].days[0].year, first[0].days[0].month, number[0])
        second = (Day(days=(until,)), number[1]) if until is not None else None
    if second is None or second[0].days[0] < min(first[0].days):
        return None
    begin = max(
        (day for day in first[0].days if day <= second[0].days[0]), default=first[0].days[0]
    )
    return Said(day=Day(days=(begin,), until=second[0].days[0]), first=place, last=second[1])


def _is_range_link(items: Items, place: int, *, led: bool) -> bool:
    is_link = sense(items, place, Kind.UNTIL) is not None or word_at(items, place) in {"-", "–"}
    return is_link or (led and sense(items, place, Kind.AND) is not None)


def _range_in_month(items: Items, place: int, seen: Seen) -> tuple[Day, int] | None:
    first_place = skip(items, place, Kind.ON, most=1)
    first = day_number(items, first_place, bare=True)
    if first is None or not _is_range_link(items, first[1], led=first_place > 0):
        return None
    second = written_date(items, skip(items, first[1] + 1, Kind.ON, most=1), seen.language)
    last_day = second.day_after(seen.today) if second is not None else None
    if second is None or last_day is None or not first[0] < last_day.day:
        return None
    return Day(days=(last_day.replace(day=first[0]),), until=last_day), second.end


def _day(items: Items, place: int, reading: Reading) -> Said | None:
    start = _bound(items, place)[1]
    found = day_at(items, start, reading.seen) or day_at(items, place, reading.seen)
    if found is None:
        return None
    return Said(day=found[0], first=place, last=found[1])


def _week_or_weekend(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `next week`, `this weekend`, `fin de semana que viene`, `next month`."""
    today = reading.seen.today
    place_led = skip(items, place, Kind.ON, Kind.IN, most=2)
    for thing, modifier in ((place_led, place_led + 1), (place_led + 1, place_led)):
        kinds = [
            kind for kind in (Kind.NEXT, Kind.THIS) if sense(items, modifier, kind) is not None
        ]
        ahead = 1 if Kind.NEXT in kinds else 0
        if sense(items, thing, Kind.WEEKEND) is not None:
            alone = not kinds and thing == place_led
            if kinds or alone:
                end = max(thing, modifier) + 1 if kinds else thing + 1
                return Said(day=_weekend(today, ahead), first=place, last=end)
        if kinds and sense(items, thing, Kind.WEEK) is not None:
            return Said(day=_week(today, ahead), first=place, last=max(thing, modifier) + 1)
        if kinds and sense(items, thing, Kind.MONTH_UNIT) == 1:
            return Said(day=_month(today, ahead), first=place, last=max(thing, modifier) + 1)
    return None


def _weekend(today: date, ahead: int) -> Day:
    saturday = monday_of(today, weeks=ahead) + timedelta(days=5)
    return Day(days=(max(saturday, today),), until=saturday + timedelta(days=1))


def _week(today: date, ahead: int) -> Day:
    monday = monday_of(today, weeks=ahead)
    return Day(days=(max(monday, today),), until=monday + timedelta(days=6))


def _month(today: date, ahead: int) -> Day | None:
    first = months_on(today.replace(day=1), ahead)
    following = months_on(first, 1) if first is not None else None
    if first is None or following is None:
        return None
    return Day(days=(max(first, today),), until=following - timedelta(days=1))


def _named_month(items: Items, place: int, reading: Reading) -> Said | None:
    month = sense(items, place + 1, Kind.MONTH)
    if word_at(items, place) not in {"in", "im", "en"} or month is None:
        return None
    today = reading.seen.today
    first = date(today.year + (month < today.month), month, 1)
    following = months_on(first, 1)
    if following is None:
        return None
    day = Day(days=(max(first, today),), until=following - timedelta(days=1))
    return Said(day=day, first=place, last=place + 2)


def _bound(items: Items, place: int) -> tuple[Bound, int]:
    for kind, bound in ((Kind.AFTER, Bound.AFTER), (Kind.BEFORE, Bound.BEFORE)):
        if sense(items, place, kind) is not None:
            return bound, skip(items, place + 1, Kind.AT, most=1)
    is_until = sense(items, place, Kind.UNTIL) is not None
    if is_until and word_at(items, place) not in _MAY_MEAN_ELSE and place > 0:
        return Bound.BEFORE, skip(items, place + 1, Kind.AT, most=1)
    return Bound.AT, place


def _clock(items: Items, place: int, reading: Reading) -> Said | None:
    bound, start = _bound(items, place)
    if bound is Bound.AT:
        found = clock_at(items, place, expects=reading.seen.expects)
    else:
        # After "after" and "before" a bare number is an hour as it is after "at".
        is_short = sense(items, start, Kind.NUMBER) is not None and items[start].digits <= 2
        found = clock_at(items, start, expects=reading.seen.expects or is_short)
        found = found if found is None or _is_hour_like(items, *found) else None
        if found is not None and word_at(items, place) in {"by", "from", "ab"}:
            bound = Bound.BEFORE if word_at(items, place) == "by" else Bound.AFTER
    if found is None:
        return None
    today = Day(days=(reading.seen.today,)) if found[0].is_today else None
    return Said(day=today, clock=found[0], bound=bound, first=place, last=found[1])


# "change it to 3" is no bound; "from 2 to 4" is read as a whole.
_MAY_MEAN_ELSE = frozenset({"to", "a", "al", "au", "through", "thru", "de"})


def _is_hour_like(items: Items, clock: Clock, end: int) -> bool:
    if clock.is_likely or clock.half is not None or clock.part is not None:
        return True
    if counts_others(items, end):
        return False
    kinds = (Kind.DAY_UNIT, Kind.MINUTE_UNIT, Kind.MONTH_UNIT, Kind.MONTH, Kind.OF)
    return end >= len(items) or (
        items[end].is_mark or all(sense(items, end, kind) is None for kind in kinds)
    )


def _clock_range(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `between 2 and 4`, `from 10 to 12`, `2-4pm`."""
    start = skip(items, place, Kind.BETWEEN, most=1)
    led = start > place
    first = clock_at(items, start, expects=True)
    if first is None or not _is_range_link(items, first[1], led=led):
        return None
    second = clock_at(items, first[1] + 1, expects=True)
    if second is None:
        return None
    sure = second[0].half is not None or second[0].part is not None or first[0].is_likely
    if not (led or sure or reading.seen.expects):
        return None
    if not second[0].is_likely and not _is_hour_like(items, *second):
        return None
    if sense(items, second[1], Kind.MONTH) is not None:
        return None
    return Said(clock=first[0], clock_until=second[0], first=place, last=second[1])


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
    _day_range,
    _clock_range,
    _week_or_weekend,
    _named_month,
    _clock,
    _day,
    _part,
)
