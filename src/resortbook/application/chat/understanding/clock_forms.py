"""The forms in which clock times are written: `half past 4`, `15h30`, `halb drei`, `340pm`."""

from dataclasses import replace

from resortbook.application.chat.understanding.clock import Clock, Found, Rule
from resortbook.application.chat.understanding.clock_closing import closed, counts_others
from resortbook.application.chat.understanding.clock_minutes import (
    HOUR_FIRST,
    has_hour_mark,
    hour_at,
    minutes_at,
    shifted,
    with_minutes,
)
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind

_NO = frozenset({"o", "oh", "zero", "cero", "null"})


def core_at(items: Items, place: int) -> Found | None:
    """Return the hour and minute that begin at that place, without what closes them."""
    for rule in _RULES:
        found = rule(items, place)
        if found is not None:
            return found
    return None


def _noon(items: Items, place: int) -> Found | None:
    hour = sense(items, place, Kind.NOON)
    if hour is None:
        return None
    clock = Clock(hour=hour, is_whole=True, is_likely=True)
    number = sense(items, place + 1, Kind.NUMBER)
    if hour == 0 and number is not None and number < 60 and items[place + 1].digits == 0:
        return replace(clock, minute=number), place + 2
    return with_minutes(items, clock, place + 1)


def _amount_then_hour(items: Items, place: int) -> Found | None:
    amount = minutes_at(items, place)
    if amount is None:
        return None
    link = amount[1]
    is_past = sense(items, link, Kind.PAST) is not None
    if not is_past and sense(items, link, Kind.TO) is None:
        return None
    if word_at(items, link) in HOUR_FIRST:
        return None
    hour_place = skip(items, link + 1, Kind.AT)
    found = _noon(items, hour_place) or _simple(items, hour_place)
    if found is None or not _is_sure_link(items, place, link, found):
        return None
    return shifted(found[0], amount[0] if is_past else -amount[0]), found[1]


def _is_sure_link(items: Items, place: int, link: int, found: Found) -> bool:
    """Whether `N after M` is one time: `for 5 after 7pm` and `from 10 to 12` are not."""
    if sense(items, place, Kind.NUMBER) is None or link > place + 1:
        return True
    number = sense(items, place, Kind.NUMBER) or 0
    word = word_at(items, link)
    if word == "past" or word == "pasadas":
        return True
    if word in {"to", "til", "till"} and number not in {15, 20, 25}:
        whole = closed(items, *found)[0]
        is_range = sense(items, place - 1, Kind.BETWEEN) is not None
        return (
            number in {5, 10}
            and (whole.half is not None or whole.part is not None)
            and (not is_range)
        )
    return number in {5, 10, 15, 20, 25} and word_at(items, place - 1) not in {
        "for",
        "fur",
        "pour",
    }


def _half_before(items: Items, place: int) -> Found | None:
    """Read `halb vier` as half past three, `half seven` as half past seven."""
    if sense(items, place, Kind.HALF) is None:
        return None
    hour = hour_at(items, place + 1)
    if hour is None or word_at(items, place) not in {"halb", "half"}:
        return None
    clock = Clock(hour=hour, is_likely=True)
    if word_at(items, place) == "half":
        return replace(clock, minute=30), place + 2
    return shifted(replace(clock, hour=hour or 24), -30), place + 2


def _colon(items: Items, place: int) -> Found | None:
    hour = hour_at(items, place)
    mark = word_at(items, place + 1)
    minute = sense(items, place + 2, Kind.NUMBER)
    if hour is None or minute is None or minute > 59 or items[place + 2].digits != 2:
        return None
    is_dot = mark == "." and items[place + 1].glued and items[place + 2].glued
    if mark not in {":", "h"} and not is_dot:
        return None
    end = place + 3
    if word_at(items, end) in {":", "."} and items[place + 2].digits == 2:
        end += 2 * (sense(items, end + 1, Kind.NUMBER) is not None and items[end + 1].glued)
    is_whole = items[place].digits == 2 and hour < 10
    likely = not is_dot or (is_whole and minute > 12) or has_hour_mark(items, end)
    # 9.30 is a time sooner than a day of September, 5.12. is a day.
    is_quarter = minute in {0, 15, 30, 45} and word_at(items, end) != "."
    likely = likely or (is_quarter and sense(items, place - 1, Kind.ON) is None)
    return Clock(hour=hour, minute=minute, is_whole=is_whole, is_likely=likely), end


def _run_together(items: Items, place: int) -> Found | None:
    """Read 1140 a.m., 340pm, 1430 Uhr."""
    value = sense(items, place, Kind.NUMBER)
    if value is None or items[place].digits not in {3, 4}:
        return None
    hour, minute = divmod(value, 100)
    if hour > 23 or minute > 59:
        return None
    has_half = sense(items, place + 1, Kind.HALF_OF_DAY) is not None
    has_mark = has_hour_mark(items, place + 1)
    if has_half or has_mark:
        return Clock(hour=hour, minute=minute, is_likely=True), place + 1
    after_at = sense(items, place - 1, Kind.AT) is not None and items[place].digits == 4
    is_clock = after_at and minute % 5 == 0 and word_at(items, place - 1) not in {"a", "para"}
    return (Clock(hour=hour, minute=minute), place + 1) if is_clock else None


def _marked(items: Items, place: int) -> Found | None:
    hour = hour_at(items, place)
    if hour is None or not has_hour_mark(items, place + 1):
        return None
    clock = Clock(hour=hour, is_likely=True)
    clock, end = with_minutes(items, clock, place + 2)
    number = sense(items, end, Kind.NUMBER)
    if end == place + 2 and number is not None and number < 60 and _ends_time(items, end):
        return replace(clock, minute=number), end + 1
    quarters = sense(items, end, Kind.QUARTER)
    if end == place + 2 and quarters:
        return shifted(clock, quarters), end + 1
    return clock, end


def _ends_time(items: Items, place: int) -> bool:
    """Whether a number after `15 uhr` is its minutes: not in `15 Uhr 2 Personen`."""
    return not counts_others(items, place + 1) and word_at(items, place) not in {
        "un",
        "a",
    }


def _pair(items: Items, place: int) -> Found | None:
    """Read two numbers side by side: `seven thirty`, `4 25 p.m.`, `twelve o three`."""
    hour = hour_at(items, place)
    if hour is None:
        return None
    if word_at(items, place + 1) in _NO or sense(items, place + 1, Kind.NUMBER) == 0:
        minute = sense(items, place + 2, Kind.NUMBER)
        is_minute = minute is not None and minute < 10
        clock = Clock(hour=hour, minute=minute or 0, is_likely=items[place].digits == 0)
        return (clock, place + 3) if is_minute else None
    minute = sense(items, place + 1, Kind.NUMBER)
    if minute is None or not 10 <= minute < 60:
        return None
    digits = items[place].digits, items[place + 1].digits
    if digits == (0, 0):
        return Clock(hour=hour, minute=minute, is_likely=minute % 5 == 0), place + 2
    if items[place + 1].digits != 2 or items[place + 1].glued or items[place].digits == 0:
        return None
    return Clock(hour=hour, minute=minute), place + 2


def _hour_then_minutes(items: Items, place: int) -> Found | None:
    """Read `tres y media`, `huit et quart`, `siete menos cuarto`."""
    hour = hour_at(items, place)
    if hour is None:
        return None
    clock, end = with_minutes(items, Clock(hour=hour), place + 1)
    joined = end > place + 1 and clock.is_likely
    # "2 y 3" may be two numbers: of plain ones only multiples of five are minutes.
    plain = sense(items, end - 1, Kind.NUMBER)
    return (clock, end) if joined and (plain is None or plain % 5 == 0) else None


def _bare(items: Items, place: int) -> Found | None:
    hour = hour_at(items, place)
    if hour is None or items[place].digits > 2:
        return None
    return Clock(hour=hour), place + 1


def _simple(items: Items, place: int) -> Found | None:
    for rule in (_colon, _run_together, _marked, _pair, _bare):
        found = rule(items, place)
        if found is not None:
            return found
    return None


_RULES: tuple[Rule, ...] = (
    _noon,
    _amount_then_hour,
    _half_before,
    _colon,
    _run_together,
    _marked,
    _hour_then_minutes,
    _pair,
    _bare,
)
