"""Clock times in a row of items, told apart from other numbers."""

from dataclasses import replace

from resortbook.application.chat.understanding.clock import Found
from resortbook.application.chat.understanding.clock_closing import (
    closed,
    counts_others,
    part_at,
)
from resortbook.application.chat.understanding.clock_forms import core_at
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

_DURATION_BEFORE = words_in(
    "for por pendant durant dure durante seit depuis fur fuer last lasts takes dura"
)
_NOT_AN_HOUR = words_in("$ € £ % #")


def clock_at(items: Items, place: int, *, expects: bool = False) -> Found | None:
    """Return the clock time that begins at that place and the place after it, if any."""
    led_place = skip(items, place, Kind.AT, Kind.INSIDE, Kind.ON)
    led_part, start = _leading_part(items, led_place)
    if led_part is None:
        start = place
    after_at, has_at = _past_at(items, start)
    found = core_at(items, after_at)
    if found is None or _is_no_clock(items, after_at, found[1]):
        return None
    is_bare = found[1] == after_at + 1 and not found[0].is_likely and not has_at
    clock, end = closed(items, *found)
    if is_bare and led_part is None and clock.half is None and _counts_people(items, after_at):
        return None
    if led_part is not None and word_at(items, after_at) == "one" and end == after_at + 1:
        # "the afternoon one" is one of several
        return None
    if led_part is not None and clock.part is None:
        is_tonight = sense(items, led_place, Kind.TONIGHT) is not None
        clock = replace(clock, part=led_part, is_likely=True, is_today=is_tonight)
    is_said = clock.is_likely or clock.half is not None or clock.part is not None
    is_said = is_said or (expects and not counts_others(items, end))
    is_said = is_said or (has_at and _may_be_bare(items, end))
    return (clock, end) if is_said else None


def _past_at(items: Items, place: int) -> tuple[int, bool]:
    """Return the place after `at`, `um`, `a las`, `@`, and whether one of them was there."""
    end = skip(items, place, Kind.ABOUT, Kind.AT, most=3)
    has_at = any(sense(items, i, Kind.AT) is not None for i in range(place, end))
    is_sign = word_at(items, end) == "@"
    return end + is_sign, has_at or is_sign


def _leading_part(items: Items, place: int) -> tuple[int | None, int]:
    part = part_at(items, place)
    if part is None or _says_tomorrow(items, place):
        return None, place
    return part, skip(items, place + 1, marks=",-")


def _says_tomorrow(items: Items, place: int) -> bool:
    """Whether a word for morning stands for tomorrow: `mañana a las 3`, `morgen um 3`."""
    if sense(items, place, Kind.DAY_FROM_TODAY) is None:
        return False
    before = [sense(items, place - 1, kind) for kind in (Kind.THIS, Kind.WEEKDAY)]
    day_before = sense(items, place - 1, Kind.DAY_FROM_TODAY)
    return all(value is None for value in before) and day_before is None


def _is_no_clock(items: Items, start: int, end: int) -> bool:
    if word_at(items, start - 1) in _NOT_AN_HOUR or word_at(items, end) in _NOT_AN_HOUR:
        return True
    is_mark = sense(items, end - 1, Kind.HOUR_MARK) is not None
    is_mark = is_mark and word_at(items, end - 1) not in {"o clock", "oclock", "uhr"}
    return is_mark and word_at(items, start - 1) in _DURATION_BEFORE


def _counts_people(items: Items, place: int) -> bool:
    """Whether the words before a bare number make it a party: `only 2 tonight`."""
    before = word_at(items, place - 1)
    return before in {"only", "just", "of", "table", "solo", "nur", "are", "we", "us"}


def _may_be_bare(items: Items, place: int) -> bool:
    """Whether the number before that place can be an hour: `at 4`, not `at 4 people`."""
    if place >= len(items):
        return True
    after = items[place]
    if after.is_mark:
        return after.word not in "/-%$€" or not after.glued
    unit = any(
        sense(items, place, kind) is not None
        for kind in (Kind.DAY_UNIT, Kind.MINUTE_UNIT, Kind.MONTH_UNIT, Kind.MONTH)
    )
    return not unit and not counts_others(items, place)
