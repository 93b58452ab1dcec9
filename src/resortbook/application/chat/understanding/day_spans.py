"""Several days in a row: `12-14 March`, `next week`, `this weekend`, `in April`."""

from datetime import date, timedelta

from resortbook.application.chat.understanding.calendar_days import (
    day_or_none,
    monday_of,
    months_on,
)
from resortbook.application.chat.understanding.day import Day, Seen
from resortbook.application.chat.understanding.days import day_at
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.said import (
    Reading,
    Said,
    is_moving,
    is_range_link,
)
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.written_dates import day_number, written_date


def day_range_at(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `12-14 March`, `from Monday to Wednesday`, `between the 3rd and the 5th`."""
    start = skip(items, place, Kind.BETWEEN, most=1)
    short = _range_in_month(items, start, reading.seen)
    if short is not None:
        return Said(day=short[0], first=place, last=short[1])
    first = day_at(items, start, reading.seen)
    if first is None:
        return None
    link = first[1]
    joins = is_range_link(items, link, led=start > place)
    second = day_at(items, link + 1, reading.seen) if joins else None
    number = day_number(items, link + 1, bare=True) if joins and second is None else None
    if number is not None and sense(items, link - 1, Kind.WEEKDAY) is None:
        until = day_or_none(first[0].days[0].year, first[0].days[0].month, number[0])
        second = (Day(days=(until,)), number[1]) if until is not None else None
    if second is None:
        return None
    last_day = second[0].days[0]
    if last_day < min(first[0].days) and sense(items, second[1] - 1, Kind.WEEKDAY) is not None:
        last_day += timedelta(days=7)
    if last_day < min(first[0].days):
        return None
    begin = max((day for day in first[0].days if day <= last_day), default=first[0].days[0])
    if start > place and is_moving(items, place):
        return Said(day=Day(days=(last_day,)), first=place, last=second[1])
    return Said(day=Day(days=(begin,), until=last_day), first=place, last=second[1])


def _range_in_month(items: Items, place: int, seen: Seen) -> tuple[Day, int] | None:
    first_place = skip(items, place, Kind.ON, most=1)
    first = day_number(items, first_place, bare=True)
    if first is None or not is_range_link(items, first[1], led=first_place > 0):
        return None
    second = written_date(items, skip(items, first[1] + 1, Kind.ON, most=1), seen.language)
    if second is not None and not _has_month(items, first[1], second.end):
        # 3-7-27 is one day
        return None
    last_day = second.days_after(seen.today)[0] if second is not None else None
    if second is None or last_day is None or not first[0] < last_day.day:
        return None
    return Day(days=(last_day.replace(day=first[0]),), until=last_day), second.end


def _has_month(items: Items, first: int, last: int) -> bool:
    return any(sense(items, place, Kind.MONTH) is not None for place in range(first, last))


def week_or_weekend_at(items: Items, place: int, reading: Reading) -> Said | None:
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


def named_month_at(items: Items, place: int, reading: Reading) -> Said | None:
    """Return the days of a month that is named: `in April`."""
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
