"""What closes a clock time: an hour mark, a.m. or p.m., a part of the day."""

from dataclasses import replace

from resortbook.application.chat.understanding.clock import Clock, Found
from resortbook.application.chat.understanding.clock_minutes import (
    has_hour_mark,
    hour_at,
    with_minutes,
)
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.party_words import ROLES
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

_COUNTED = frozenset(ROLES) | words_in(
    "dollars dollar euros euro eur usd bucks rooms room beds tables table things of option"
)


def counts_others(items: Items, place: int) -> bool:
    """Whether what follows a number makes it a count of people, money or things."""
    return word_at(items, place) in _COUNTED


def closed(items: Items, clock: Clock, place: int) -> Found:
    """Take what closes a time that ends at that place, and return the place after it."""
    if has_hour_mark(items, place):
        clock, place = replace(clock, is_likely=True), place + 1
    if word_at(items, place) == "ish":
        clock, place = replace(clock, is_likely=True), place + 1
    clock, place = _with_half(items, clock, place)
    clock, place = _with_part(items, clock, place)
    return with_minutes(items, clock, place) if clock.is_likely else (clock, place)


def _with_half(items: Items, clock: Clock, place: int) -> Found:
    half_place = place
    if sense(items, place, Kind.INSIDE) is not None:
        half_place = skip(items, place, Kind.INSIDE, Kind.ON)
    half = sense(items, half_place, Kind.HALF_OF_DAY)
    if half is None or _is_preposition(items, half_place):
        return clock, place
    return replace(clock, half=half, is_likely=True), half_place + 1


def part_at(items: Items, place: int) -> int | None:
    """Return the part of the day that a word names, tonight included."""
    part = sense(items, place, Kind.PART)
    return part if part is not None else sense(items, place, Kind.TONIGHT)


def _with_part(items: Items, clock: Clock, place: int) -> Found:
    part_place = skip(items, place, Kind.INSIDE, Kind.ON, Kind.THIS, marks=",-", most=3)
    part = part_at(items, part_place)
    if part is None or _is_tomorrow(items, place, part_place):
        return clock, place
    if _leads_another(items, part_place) and not clock.is_likely:
        return clock, place
    this = sense(items, part_place - 1, Kind.THIS) is not None
    tonight = sense(items, part_place, Kind.TONIGHT) is not None
    told = replace(clock, part=part, is_likely=True, is_today=this or tonight)
    return told, part_place + 1


def _leads_another(items: Items, part_place: int) -> bool:
    """Whether the part belongs to a time after it: `for three at evening 7`."""
    after = skip(items, part_place + 1, Kind.AT, most=1)
    return hour_at(items, after) is not None and not counts_others(items, after + 1)


def _is_preposition(items: Items, place: int) -> bool:
    """Whether `am` is German here: `um 3 am Nachmittag`, `1:30 am Sa`."""
    if word_at(items, place) != "am" or sense(items, place, Kind.ON) is None:
        return False
    kinds = (Kind.PART, Kind.WEEKDAY, Kind.NUMBER, Kind.ORDINAL)
    return any(sense(items, place + 1, kind) is not None for kind in kinds)


def _is_tomorrow(items: Items, place: int, part_place: int) -> bool:
    """Whether the word for morning is tomorrow: `17 uhr morgen`, `a las 3 mañana`."""
    is_both = sense(items, part_place, Kind.DAY_FROM_TODAY) is not None
    return is_both and part_place == place
