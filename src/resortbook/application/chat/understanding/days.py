"""Days in a row of items: `next friday`, `the 16th of March`, `3/14`, `pasado mañana`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from resortbook.application.chat.understanding.calendar_days import (
    coming,
    days_on,
    feast,
    monday_of,
    months_on,
    next_of_month,
    next_with_weekday,
    nth_weekday,
)
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in
from resortbook.application.chat.understanding.written_dates import (
    day_number,
    written_date,
    year_at,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as said: its candidates, likeliest first, and the end where it is a range."""

    days: tuple[date, ...]
    until: date | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """From where a message is read: the day at the resort, and the message's language."""

    today: date
    language: str
    expects: bool = False


Found = tuple[Day, int]
Rule = Callable[[Items, int, Seen], Found | None]


def day_at(items: Items, place: int, seen: Seen) -> Found | None:
    """Return the day that begins at that place and the place after it; the longest reading."""
    best: Found | None = None
    for rule in _RULES:
        found = rule(items, place, seen)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def _one(day: date | None, place: int) -> Found | None:
    return None if day is None else (Day(days=(day,)), place)


def _relative(items: Items, place: int, seen: Seen) -> Found | None:
    offset = sense(items, place, Kind.DAY_FROM_TODAY)
    if offset is None:
        is_tonight = sense(items, place, Kind.TONIGHT) is not None
        return _one(seen.today, place) if is_tonight else None
    if sense(items, place, Kind.PART) is not None and _is_morning(items, place):
        return None
    return _one(days_on(seen.today, offset), place + 1)


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
    return _one(seen.today, end) if sense(items, end, Kind.PART) is not None else None


def _week_at(items: Items, place: int) -> tuple[int, int] | None:
    """Return how many weeks ahead `next week` is, and the place after it."""
    place = skip(items, place, Kind.OF, Kind.ON, Kind.INSIDE, marks=",")
    for first, second in ((place, place + 1), (place + 1, place)):
        if sense(items, second, Kind.WEEK) is None:
            continue
        for kind, weeks in ((Kind.NEXT, 1), (Kind.THIS, 0), (Kind.LAST, -1)):
            if sense(items, first, kind) is not None:
                return weeks, max(first, second) + 1
    return None


def _weekday(items: Items, place: int, seen: Seen) -> Found | None:
    before, place = _modifier(items, skip(items, place, Kind.ON, Kind.OF, most=2))
    weekday = sense(items, place, Kind.WEEKDAY)
    if weekday is None or not _is_weekday(items, place, before):
        return None
    place += 1 + (word_at(items, place + 1) == "." and items[place + 1].glued)
    week = _week_at(items, place)
    if week is not None:
        monday = monday_of(seen.today, weeks=week[0])
        return _one(monday + timedelta(days=weekday), week[1])
    after, end = _modifier(items, place)
    ahead = _weeks_later(items, place)
    if ahead is not None:
        return _one(_some_weeks_on(seen, weekday, ahead[0]), ahead[1])
    if word_at(items, place) == "after" and sense(items, place + 1, Kind.NEXT) is not None:
        return _one(monday_of(seen.today, weeks=1) + timedelta(days=weekday), place + 2)
    if after is None:
        end = place
    found = _weekday_days(seen, weekday, before if before is not None else after)
    return Day(days=found), end


def _week_then_weekday(items: Items, place: int, seen: Seen) -> Found | None:
    week = _week_at(items, place)
    if week is None:
        return None
    weekday_place = skip(items, week[1], Kind.ON, marks=",")
    weekday = sense(items, weekday_place, Kind.WEEKDAY)
    if weekday is None:
        return None
    return _one(
        monday_of(seen.today, weeks=week[0]) + timedelta(days=weekday), weekday_place + 1
    )


def _modifier(items: Items, place: int) -> tuple[tuple[Kind, int] | None, int]:
    for kind in (Kind.NEXT, Kind.THIS, Kind.LAST):
        value = sense(items, place, kind)
        if value is not None:
            return (kind, value), place + 1
    return None, place


# Short names of weekdays are words too: `we sat`, `in the sun`, `so`, `do`, `mar`.
_DOUBTFUL = words_in("sun sat wed mon do so sa mi mo die di fr mar ma lu ju vi dom don mer")


def _is_weekday(items: Items, place: int, modifier: tuple[Kind, int] | None) -> bool:
    word = word_at(items, place)
    if word not in _DOUBTFUL or modifier is not None:
        return True
    before, after = word_at(items, place - 1), word_at(items, place + 1)
    if before in {"the", "a", "some", "we", "i", "in the", "in", "para", "por"}:
        return False
    alone = place == 0 and place == len(items) - 1
    followed = after in {".", ","} or sense(items, place + 1, Kind.NUMBER) is not None
    return (
        alone or followed or before in {"on", "am", "el", "le", "(", "/", "|", "for", "until"}
    )


def _weekday_days(
    seen: Seen, weekday: int, modifier: tuple[Kind, int] | None
) -> tuple[date, ...]:
    today = seen.today
    first = coming(today, weekday, today_counts=False)
    if modifier is None or modifier[0] is Kind.THIS:
        # "Friday" said on a Friday may be today.
        is_today = weekday == today.weekday()
        return (first, today) if is_today and modifier is None else (first,)
    if modifier[0] is Kind.LAST:
        return (coming(today, weekday) - timedelta(days=7),)
    in_next_week = monday_of(today, weeks=1) + timedelta(days=weekday)
    if in_next_week == first:
        return (first,)
    return (in_next_week, first) if modifier[1] == 1 else (first, in_next_week)


def _weeks_later(items: Items, place: int) -> tuple[int, int] | None:
    """Return the weeks of `Friday week`, `mardi en huit`, `Mittwoch in zwei Wochen`."""
    if sense(items, place, Kind.WEEK) is not None and word_at(items, place) == "week":
        return 1, place + 1
    number = sense(items, place + 1, Kind.NUMBER)
    if word_at(items, place) == "en" and number in {8, 15}:
        return number // 7, place + 2
    if sense(items, place, Kind.IN) is not None and number is not None and number < 60:
        days = sense(items, place + 2, Kind.DAY_UNIT)
        if days is not None and days >= 7:
            return number * days // 7, place + 3
    return None


def _some_weeks_on(seen: Seen, weekday: int, weeks: int) -> date | None:
    return days_on(coming(seen.today, weekday), 7 * weeks)


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
    day = found.day_after(seen.today)
    end = found.end
    if word_at(items, end) == "(" and sense(items, end + 1, Kind.WEEKDAY) is not None:
        end += 2 + (word_at(items, end + 2) == ")")
    return _one(day, end)


def _numbered_weekday(items: Items, place: int, weekday: int, seen: Seen) -> Found | None:
    """Read `Tuesday the 19th`, `samedi 16`, `martes once`."""
    number = day_number(items, place, bare=True)
    if number is None or (word_at(items, place - 1) == "," and items[place].digits == 0):
        return None
    day = next_with_weekday(seen.today, number[0], weekday)
    return _one(day or next_of_month(seen.today, number[0]), number[1])


def _of_month(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `the 13th`, `el 17`, `am 15.`, `the 5th of this month`."""
    led = skip(items, place, Kind.ON, most=2)
    led += word_at(items, led) in {"del", "du", "dia"}
    number = day_number(items, led, bare=led > place or seen.expects)
    if number is None:
        return None
    value, end = number
    end += sense(items, end, Kind.DAY_UNIT) == 1
    month_place = skip(items, end, Kind.OF, Kind.ON, most=2)
    modifier, unit_place = _modifier(items, month_place)
    if sense(items, unit_place, Kind.MONTH_UNIT) == 1:
        trailing = _modifier(items, unit_place + 1)[0]
        kind = (modifier or trailing or (Kind.THIS, 0))[0]
        base = months_on(seen.today.replace(day=1), 1) if kind is Kind.NEXT else seen.today
        after = unit_place + 1 + (modifier is None and trailing is not None)
        return _one(next_of_month(base or seen.today, value), after)
    is_word = items[led].digits == 0
    if is_word and value < 11 and not (led > place and seen.expects):
        return None
    return _one(next_of_month(seen.today, value), end)


def _nth_weekday(items: Items, place: int, seen: Seen) -> Found | None:
    """Read `first tuesday of october`, `letzter Sonntag im März 2014`."""
    place = skip(items, place, Kind.ON, most=1)
    nth = sense(items, place, Kind.ORDINAL)
    if nth is None:
        nth = -1 if sense(items, place, Kind.LAST) is not None else None
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
                return _one(day, year[1] if year else month_place + 1)
        return None
    return _nth_of_next_month(items, month_place, seen, (nth, weekday))


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
    return _one(nth_weekday(month.year, month.month, wanted[1], wanted[0]), place + 2)


def _feast(items: Items, place: int, seen: Seen) -> Found | None:
    number = sense(items, place, Kind.HOLIDAY)
    if number is None:
        return None
    year = year_at(items, place + 1)
    return _one(
        feast(number, seen.today, year[0] if year else None), year[1] if year else place + 1
    )


_RULES: tuple[Rule, ...] = (
    _relative,
    _this_part,
    _weekday,
    _week_then_weekday,
    _dated,
    _of_month,
    _nth_weekday,
    _feast,
)
