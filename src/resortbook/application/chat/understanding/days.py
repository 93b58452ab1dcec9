"""Days in a row of items: `next friday`, `the 16th of March`, `3/14`, `pasado mañana`."""

from datetime import date

from resortbook.application.chat.understanding.calendar_days import (
    days_on,
    months_on,
    next_of_month,
    next_with_weekday,
    nth_weekday,
)
from resortbook.application.chat.understanding.clock import NOON_HOUR
from resortbook.application.chat.understanding.day import (
    Day,
    Found,
    Rule,
    Seen,
    modifier_at,
    one_day,
)
from resortbook.application.chat.understanding.feasts import feast
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.weekdays import week_then_weekday_at, weekday_at
from resortbook.application.chat.understanding.written_dates import (
    day_number,
    written_date,
    year_at,
)


def day_at(items: Items, place: int, seen: Seen) -> Found | None:
    """Return the day that begins at that place and the place after it; the longest reading."""
    best: Found | None = None
    for rule in _RULES:
        found = rule(items, place, seen)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def _relative(items: Items, place: int, seen: Seen) -> Found | None:
    offset = sense(items, place, Kind.DAY_FROM_TODAY)
    if offset is None:
        is_tonight = sense(items, place, Kind.TONIGHT) is not None
        return one_day(seen.today, place) if is_tonight else None
    if sense(items, place, Kind.PART) is not None and _is_morning(items, place):
        return None
    return one_day(days_on(seen.today, offset), place + 1)


def _is_morning(items: Items, place: int) -> bool:
    """Whether a word for tomorrow stands for morning: `de la mañana`, `heute morgen`."""
    kinds = (Kind.THIS, Kind.WEEKDAY, Kind.DAY_FROM_TODAY)
    if any(sense(items, place - 1, kind) is not None for kind in kinds):
        return True
    return word_at(items, place - 1) in {"de la", "por la", "en la", "la", "am", "en", "a la"}


def _this_part(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `this evening` as today; the part itself is read again."""
    has_this = sense(items, place, Kind.THIS) is not None
    if not has_this:
        return None
    end = place + 1 + (word_at(items, place + 1) in {"early", "late", "same"})
    return one_day(seen.today, end) if sense(items, end, Kind.PART) is not None else None


def _dated(items: Items, place: int, seen: Seen) -> Found | None:
    """Read a date as written, with or without its weekday before it."""
    weekday_place = skip(items, place, Kind.ON, Kind.THIS, Kind.NEXT, most=2)
    weekday = sense(items, weekday_place, Kind.WEEKDAY)
    date_place = place
    if weekday is not None:
        date_place = skip(items, weekday_place + 1, marks=".,(", most=2)
    date_place = skip(items, date_place, Kind.ON, Kind.THIS, Kind.NEXT, Kind.OF, most=2)
    found = written_date(items, date_place, seen.language)
    if found is None:
        return None if weekday is None else _numbered_weekday(items, date_place, weekday, seen)
    days = found.days_after(seen.today)
    end = found.end
    if word_at(items, end) == "(" and sense(items, end + 1, Kind.WEEKDAY) is not None:
        end += 2 + (word_at(items, end + 2) == ")")
    return (Day(days=days), end) if days else None


def _numbered_weekday(items: Items, place: int, weekday: int, seen: Seen) -> Found | None:
    """Read `Tuesday the 19th`, `samedi 16`, `martes once`."""
    number = day_number(items, place, bare=True)
    if number is None or (word_at(items, place - 1) == "," and items[place].digits == 0):
        return None
    day = next_with_weekday(seen.today, number[0], weekday)
    is_plain = sense(items, place, Kind.ORDINAL) is None and items[place].digits > 0
    if is_plain and number[0] <= NOON_HOUR and _is_far(seen.today, day):
        # "friday 10" is ten o'clock sooner than the tenth of some other season
        return None
    return one_day(day or next_of_month(seen.today, number[0]), number[1])


def _is_far(today: date, day: date | None) -> bool:
    return day is None or (day - today).days > _FAR_DAYS


_FAR_DAYS = 35


def _of_month(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `the 13th`, `el 17`, `am 15.`, `the 5th of this month`."""
    led = skip(items, place, Kind.ON, most=2)
    led += word_at(items, led) in {"del", "du", "dia"}
    number = day_number(items, led, bare=led > place or seen.expects)
    if number is None:
        return None
    value, end = number
    if seen.language == "en" and not _may_be_day(items, led, end):
        return None
    end += sense(items, end, Kind.DAY_UNIT) == 1
    month_place = skip(items, end, Kind.OF, Kind.ON, most=2)
    modifier, unit_place = modifier_at(items, month_place)
    if sense(items, unit_place, Kind.MONTH_UNIT) == 1:
        trailing = modifier_at(items, unit_place + 1)[0]
        kind = (modifier or trailing or (Kind.THIS, 0))[0]
        base = months_on(seen.today.replace(day=1), 1) if kind is Kind.NEXT else seen.today
        after = unit_place + 1 + (modifier is None and trailing is not None)
        return one_day(next_of_month(base or seen.today, value), after)
    is_word = items[led].digits == 0
    is_named = word_at(items, led - 1) == "dia" or (led > place and seen.expects)
    if is_word and value < 11 and not is_named:
        return None
    return one_day(next_of_month(seen.today, value), end)


def _may_be_day(items: Items, place: int, end: int) -> bool:
    """Whether a plain number after `the` is a day: not in `the 6 seated together`."""
    if sense(items, place, Kind.ORDINAL) is not None or end >= len(items):
        return True
    return items[end].is_mark or bool(items[end].senses)


def _nth_weekday(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `first tuesday of october`, `letzter Sonntag im März 2014`."""
    place = skip(items, place, Kind.ON, most=1)
    nth = sense(items, place, Kind.ORDINAL)
    if nth is None:
        nth = -1 if sense(items, place, Kind.LAST) is not None else None
    if nth == -1 and sense(items, place + 1, Kind.DAY_UNIT) == 1:
        return _last_day(items, place + 2, seen)
    weekday = sense(items, place + 1, Kind.WEEKDAY)
    if nth is None or weekday is None or nth > 5:
        return None
    month_place = skip(items, place + 2, Kind.OF, Kind.ON)
    month = sense(items, month_place, Kind.MONTH)
    if month is not None:
        year = year_at(items, month_place + 1)
        for candidate in (year[0],) if year else (seen.today.year, seen.today.year + 1):
            day = nth_weekday(candidate, month, weekday, nth)
            if day is not None and (year is not None or day >= seen.today):
                return one_day(day, year[1] if year else month_place + 1)
        return None
    return _nth_of_next_month(items, month_place, seen, (nth, weekday))


def _last_day(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `last day of October`."""
    place = skip(items, place, Kind.OF, Kind.ON)
    month, year = sense(items, place, Kind.MONTH), year_at(items, place + 1)
    if month is None:
        return None
    ahead = month < seen.today.month
    first = date(year[0] if year else seen.today.year + ahead, month, 1)
    following = months_on(first, 1)
    last = days_on(following, -1) if following is not None else None
    return one_day(last, year[1] if year else place + 1)


def _nth_of_next_month(
    items: Items, place: int, seen: Seen, wanted: tuple[int, int]
) -> Found | None:
    kinds = {Kind.NEXT, Kind.MONTH_UNIT}
    both = {
        kind for i in (place, place + 1) for kind in kinds if sense(items, i, kind) is not None
    }
    month = months_on(seen.today.replace(day=1), 1)
    if both != kinds or month is None:
        return None
    return one_day(nth_weekday(month.year, month.month, wanted[1], wanted[0]), place + 2)


def _feast(items: Items, place: int, seen: Seen) -> Found | None:
    number = sense(items, place, Kind.HOLIDAY)
    if number is None:
        return None
    year = year_at(items, place + 1)
    return one_day(
        feast(number, seen.today, year[0] if year else None), year[1] if year else place + 1
    )


_RULES: tuple[Rule, ...] = (
    _relative,
    _this_part,
    weekday_at,
    week_then_weekday_at,
    _dated,
    _of_month,
    _nth_weekday,
    _feast,
)
