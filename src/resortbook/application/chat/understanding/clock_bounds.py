"""Clock times with their bounds: `after 3`, `from 10 to 12`, `before dinner`, `at 2 or 3`."""

from resortbook.application.chat.understanding.clock import EVENING, LUNCH, MORNING, Clock
from resortbook.application.chat.understanding.clock_closing import counts_others
from resortbook.application.chat.understanding.clocks import clock_at
from resortbook.application.chat.understanding.day import Day
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.said import (
    Bound,
    Reading,
    Said,
    is_moving,
    is_range_link,
)
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

# "change it to 3" is no bound; "from 2 to 4" is read as a whole.
_MAY_MEAN_ELSE = words_in("to a al au through thru de")
# When meals are over, and before which hour they are not yet.
_AFTER_MEALS = {MORNING: 9, LUNCH: 13, EVENING: 20}
_BEFORE_MEALS = {MORNING: 8, LUNCH: 12, EVENING: 18}
_MEALS = words_in(
    "breakfast lunch lunchtime dinner dinnertime desayuno almuerzo comida cena dejeuner diner"
)


def bound_at(items: Items, place: int) -> tuple[Bound, int]:
    """Return the bound that a word like `after` sets, and the place after it."""
    for kind, bound in ((Kind.AFTER, Bound.AFTER), (Kind.BEFORE, Bound.BEFORE)):
        if sense(items, place, kind) is not None:
            return bound, skip(items, place + 1, Kind.AT, most=1)
    is_until = sense(items, place, Kind.UNTIL) is not None
    if is_until and word_at(items, place) not in _MAY_MEAN_ELSE:
        return Bound.BEFORE, skip(items, place + 1, Kind.AT, most=1)
    return Bound.AT, place


def bounded_clock_at(items: Items, place: int, reading: Reading) -> Said | None:
    """Return the clock time at that place, with `after` or `before` where they lead it."""
    bound, start = bound_at(items, place)
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


def _is_hour_like(items: Items, clock: Clock, end: int) -> bool:
    if clock.is_likely or clock.half is not None or clock.part is not None:
        return True
    if counts_others(items, end):
        return False
    kinds = (Kind.DAY_UNIT, Kind.MINUTE_UNIT, Kind.MONTH_UNIT, Kind.MONTH, Kind.OF)
    return end >= len(items) or (
        items[end].is_mark or all(sense(items, end, kind) is None for kind in kinds)
    )


def clock_range_at(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `between 2 and 4`, `from 10 to 12`, `2-4pm`."""
    start = skip(items, place, Kind.BETWEEN, most=1)
    led = start > place
    first = clock_at(items, start, expects=True)
    if first is None or not is_range_link(items, first[1], led=led):
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
    if led and is_moving(items, place):
        return Said(clock=second[0], first=place, last=second[1])
    return Said(clock=first[0], clock_until=second[0], first=place, last=second[1])


def hour_after_day(items: Items, one: Said) -> list[Said]:
    """Read the 10 of `friday 10` and `tomorrow 2`, where nothing else follows it."""
    if one.day is None or one.clock is not None or one.day.until is not None:
        return []
    kinds = (Kind.WEEKDAY, Kind.DAY_FROM_TODAY)
    if all(sense(items, one.last - 1, kind) is None for kind in kinds):
        return []
    number = sense(items, one.last, Kind.NUMBER)
    if number is None or not 1 <= number <= 24 or items[one.last].digits == 0:
        return []
    end = one.last + 1
    closes = end >= len(items) or word_at(items, end) in {",", ".", "!", "?", "for", "with"}
    if not closes or (
        end < len(items) and items[end].glued and word_at(items, end + 1).isdigit()
    ):
        return []
    return [Said(clock=Clock(hour=number), first=one.last, last=end)]


def another_clock_after(items: Items, one: Said, reading: Reading) -> list[Said]:
    """Read the 3 of `at 2 or 3`, which is an hour because the 2 is one."""
    if one.clock is None or sense(items, one.last, Kind.OR) is None:
        return []
    found = clock_at(items, one.last + 1, expects=True)
    if found is None or not _is_hour_like(items, *found):
        return []
    return [Said(clock=found[0], bound=one.bound, first=one.last + 1, last=found[1])]


def around_meal_at(items: Items, place: int, reading: Reading) -> Said | None:
    """Read `after lunch` as after 13:00, `before dinner` as before 18:00."""
    bound, meal = bound_at(items, place)
    part = sense(items, meal, Kind.PART)
    if bound is Bound.AT or part is None or word_at(items, meal) not in _MEALS:
        return None
    hours = _AFTER_MEALS if bound is Bound.AFTER else _BEFORE_MEALS
    clock = Clock(hour=hours[part], is_whole=True)
    return Said(clock=clock, bound=bound, first=place, last=meal + 1)
