"""Weekdays in a row of items: `next friday`, `Tuesday of next week`, `mardi en huit`."""

from datetime import date, timedelta

from resortbook.application.chat.understanding.calendar_days import coming, days_on, monday_of
from resortbook.application.chat.understanding.day import Day, Found, Seen, modifier_at, one_day
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in


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


def weekday_at(items: Items, place: int, seen: Seen) -> Found | None:
    """Return the day that a weekday's name means there, with the words around it."""
    before, place = modifier_at(items, skip(items, place, Kind.ON, Kind.OF, most=2))
    weekday = sense(items, place, Kind.WEEKDAY)
    if weekday is None or not _is_weekday(items, place, before):
        return None
    place += 1 + (word_at(items, place + 1) == "." and items[place + 1].glued)
    week = _week_at(items, place)
    if week is not None:
        monday = monday_of(seen.today, weeks=week[0])
        return one_day(monday + timedelta(days=weekday), week[1])
    after, end = modifier_at(items, place)
    ahead = _weeks_later(items, place)
    if ahead is not None:
        return one_day(_some_weeks_on(seen, weekday, ahead[0]), ahead[1])
    if word_at(items, place) == "after" and sense(items, place + 1, Kind.NEXT) is not None:
        return one_day(monday_of(seen.today, weeks=1) + timedelta(days=weekday), place + 2)
    if after is None:
        end = place
    found = _weekday_days(seen, weekday, before if before is not None else after)
    return Day(days=found), end


def week_then_weekday_at(items: Items, place: int, seen: Seen) -> Found | None:
    """Return the day of `next week on Friday`."""
    week = _week_at(items, place)
    if week is None:
        return None
    weekday_place = skip(items, week[1], Kind.ON, marks=",")
    weekday = sense(items, weekday_place, Kind.WEEKDAY)
    if weekday is None:
        return None
    return one_day(
        monday_of(seen.today, weeks=week[0]) + timedelta(days=weekday), weekday_place + 1
    )


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
