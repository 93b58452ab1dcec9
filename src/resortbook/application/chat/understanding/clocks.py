"""Clock times in a row of items: `half past 4`, `15h30`, `halb drei`, `a las dos y media`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.party_words import ROLES
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

MORNING, LUNCH, AFTERNOON, EVENING, NIGHT = range(5)
NOON_HOUR = 12
HALF_DAY = 12
_DURATION_BEFORE = words_in(
    "for por pendant durant dure durante seit depuis fur fuer last lasts takes dura"
)
_NOT_AN_HOUR = words_in("$ € £ % #")
_NO = frozenset({"o", "oh", "zero", "cero", "null"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An hour and minute as said. `is_whole`: written so that it has one reading only.

    `is_likely`: said so that it is a time and no other number. `half`: 0 a.m., 12 p.m.
    """

    hour: int
    minute: int = 0
    half: int | None = None
    part: int | None = None
    is_whole: bool = False
    is_likely: bool = False
    is_today: bool = False
    start: int = 0
    end: int = 0


Found = tuple[Clock, int]
Rule = Callable[[Items, int], Found | None]


def clock_at(items: Items, place: int, *, expects: bool = False) -> Found | None:
    """Return the clock time that begins at that place and the place after it, if any."""
    start = place
    led_place = skip(items, place, Kind.AT, Kind.INSIDE, Kind.ON)
    led_part, place = _leading_part(items, led_place)
    if led_part is None:
        place = start
    after_at = skip(items, place, Kind.ABOUT, Kind.AT, most=3)
    has_at = any(sense(items, i, Kind.AT) is not None for i in range(place, after_at))
    has_at = has_at or word_at(items, place) == "@"
    after_at += word_at(items, place) == "@"
    found = _core(items, after_at)
    if found is None or _is_no_clock(items, after_at, found[1]):
        return None
    is_bare = found[1] == after_at + 1 and not found[0].is_likely and not has_at
    clock, place = _closed(items, *found)
    if is_bare and led_part is None and clock.half is None and _counts_people(items, after_at):
        return None
    if led_part is not None and clock.part is None:
        is_tonight = sense(items, led_place, Kind.TONIGHT) is not None
        clock = replace(clock, part=led_part, is_likely=True, is_today=is_tonight)
    is_said = clock.is_likely or clock.half is not None or clock.part is not None
    if not (is_said or expects or (has_at and _may_be_bare(items, place))):
        return None
    return replace(clock, start=items[start].start, end=items[place - 1].end), place


def _leading_part(items: Items, place: int) -> tuple[int | None, int]:
    part = sense(items, place, Kind.PART)
    if part is None:
        part = sense(items, place, Kind.TONIGHT)
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


def counts_others(items: Items, place: int) -> bool:
    """Whether what follows a number makes it a count of people, money or things."""
    return word_at(items, place) in _COUNTED


_COUNTED = frozenset(ROLES) | words_in(
    "dollars dollar euros euro eur usd bucks rooms room beds tables table things of option"
)


def _core(items: Items, place: int) -> Found | None:
    for rule in _RULES:
        found = rule(items, place)
        if found is not None:
            return found
    return None


def _hour(items: Items, place: int) -> int | None:
    value = sense(items, place, Kind.NUMBER)
    is_article = word_at(items, place) in {"a", "an", "un", "ein", "eine", "couple", "few"}
    return value if value is not None and value <= 24 and not is_article else None


def _minutes(items: Items, place: int) -> tuple[int, int] | None:
    """Return an amount of minutes and the place after it: `quarter`, `20`, `20 minutes`."""
    for kind, value in ((Kind.QUARTER, None), (Kind.HALF, 30)):
        said = sense(items, place, kind)
        if said is not None:
            return value or said, place + 1
    number = sense(items, place, Kind.NUMBER)
    if number is None or not 0 < number < 60:
        return None
    has_unit = sense(items, place + 1, Kind.MINUTE_UNIT) == 1
    return number, place + 1 + has_unit


def _noon(items: Items, place: int) -> Found | None:
    hour = sense(items, place, Kind.NOON)
    if hour is None:
        return None
    clock = Clock(hour=hour, is_whole=True, is_likely=True)
    number = sense(items, place + 1, Kind.NUMBER)
    if hour == 0 and number is not None and number < 60 and items[place + 1].digits == 0:
        return replace(clock, minute=number), place + 2
    return _with_minutes(items, clock, place + 1)


def _with_minutes(items: Items, clock: Clock, place: int) -> Found:
    """Add what follows an hour: `et quart`, `y media`, `menos cuarto`, `moins dix`."""
    is_past = sense(items, place, Kind.PAST) is not None
    is_to = sense(items, place, Kind.TO) is not None
    # "after" and "before" follow an hour in other senses.
    if word_at(items, place) not in _HOUR_FIRST or not (is_past or is_to):
        return clock, place
    amount = _minutes(items, place + 1 + (word_at(items, place + 1) == "le"))
    if amount is None:
        return clock, place
    return _shifted(clock, amount[0] if is_past else -amount[0]), amount[1]


_HOUR_FIRST = frozenset({"y", "con", "menos", "et", "moins", "und"})


def _shifted(clock: Clock, minutes: int) -> Clock:
    total = clock.hour * 60 + clock.minute + minutes
    return replace(clock, hour=total // 60 % 24, minute=total % 60, is_likely=True)


def _amount_then_hour(items: Items, place: int) -> Found | None:
    amount = _minutes(items, place)
    if amount is None:
        return None
    link = amount[1]
    is_past = sense(items, link, Kind.PAST) is not None
    if not is_past and sense(items, link, Kind.TO) is None:
        return None
    if word_at(items, link) in _HOUR_FIRST:
        return None
    hour_place = skip(items, link + 1, Kind.AT)
    found = _noon(items, hour_place) or _simple(items, hour_place)
    if found is None or not _is_sure_link(items, place, link, found):
        return None
    return _shifted(found[0], amount[0] if is_past else -amount[0]), found[1]


def _is_sure_link(items: Items, place: int, link: int, found: Found) -> bool:
    """Whether `N after M` is one time: `for 5 after 7pm` and `from 10 to 12` are not."""
    if sense(items, place, Kind.NUMBER) is None or link > place + 1:
        return True
    number = sense(items, place, Kind.NUMBER) or 0
    word = word_at(items, link)
    if word == "past" or word == "pasadas":
        return True
    if word in {"to", "til", "till"} and number not in {15, 20, 25}:
        closed = _closed(items, *found)[0]
        is_range = sense(items, place - 1, Kind.BETWEEN) is not None
        return (
            number in {5, 10}
            and (closed.half is not None or closed.part is not None)
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
    hour = _hour(items, place + 1)
    if hour is None or word_at(items, place) not in {"halb", "half"}:
        return None
    clock = Clock(hour=hour, is_likely=True)
    if word_at(items, place) == "half":
        return replace(clock, minute=30), place + 2
    return _shifted(replace(clock, hour=hour or 24), -30), place + 2


def _colon(items: Items, place: int) -> Found | None:
    hour = _hour(items, place)
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
    likely = not is_dot or (is_whole and minute > 12) or _has_hour_mark(items, end)
    return Clock(hour=hour, minute=minute, is_whole=is_whole, is_likely=likely), end


def _has_hour_mark(items: Items, place: int) -> bool:
    return sense(items, place, Kind.HOUR_MARK) is not None


def _run_together(items: Items, place: int) -> Found | None:
    """Read 1140 a.m., 340pm, 1430 Uhr."""
    value = sense(items, place, Kind.NUMBER)
    if value is None or items[place].digits not in {3, 4}:
        return None
    hour, minute = divmod(value, 100)
    if hour > 23 or minute > 59:
        return None
    has_half = sense(items, place + 1, Kind.HALF_OF_DAY) is not None
    has_mark = _has_hour_mark(items, place + 1)
    if has_half or has_mark:
        return Clock(hour=hour, minute=minute, is_likely=True), place + 1
    after_at = sense(items, place - 1, Kind.AT) is not None and items[place].digits == 4
    is_clock = after_at and minute % 5 == 0 and word_at(items, place - 1) not in {"a", "para"}
    return (Clock(hour=hour, minute=minute), place + 1) if is_clock else None


def _marked(items: Items, place: int) -> Found | None:
    hour = _hour(items, place)
    if hour is None or not _has_hour_mark(items, place + 1):
        return None
    clock = Clock(hour=hour, is_likely=True)
    clock, end = _with_minutes(items, clock, place + 2)
    number = sense(items, end, Kind.NUMBER)
    if end == place + 2 and number is not None and number < 60 and _ends_time(items, end):
        return replace(clock, minute=number), end + 1
    quarters = sense(items, end, Kind.QUARTER)
    if end == place + 2 and quarters:
        return _shifted(clock, quarters), end + 1
    return clock, end


def _ends_time(items: Items, place: int) -> bool:
    """Whether a number after `15 uhr` is its minutes: not in `15 Uhr 2 Personen`."""
    return word_at(items, place + 1) not in _COUNTED and word_at(items, place) not in {
        "un",
        "a",
    }


def _pair(items: Items, place: int) -> Found | None:
    """Read two numbers side by side: `seven thirty`, `4 25 p.m.`, `twelve o three`."""
    hour = _hour(items, place)
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
    hour = _hour(items, place)
    if hour is None:
        return None
    clock, end = _with_minutes(items, Clock(hour=hour), place + 1)
    joined = end > place + 1 and clock.is_likely
    # "2 y 3" may be two numbers: of plain ones only multiples of five are minutes.
    plain = sense(items, end - 1, Kind.NUMBER)
    return (clock, end) if joined and (plain is None or plain % 5 == 0) else None


def _bare(items: Items, place: int) -> Found | None:
    hour = _hour(items, place)
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


def _closed(items: Items, clock: Clock, place: int) -> Found:
    """Take what closes a time: an hour mark, a.m. or p.m., a part of the day."""
    if _has_hour_mark(items, place):
        clock, place = replace(clock, is_likely=True), place + 1
    if word_at(items, place) == "ish":
        clock, place = replace(clock, is_likely=True), place + 1
    half_place = place
    if sense(items, place, Kind.INSIDE) is not None:
        half_place = skip(items, place, Kind.INSIDE, Kind.ON)
    half = sense(items, half_place, Kind.HALF_OF_DAY)
    if half is not None and not _is_preposition(items, half_place):
        clock, place = replace(clock, half=half, is_likely=True), half_place + 1
    part_place = skip(items, place, Kind.INSIDE, Kind.ON, Kind.THIS, marks=",-", most=3)
    part = sense(items, part_place, Kind.PART)
    if part is None:
        part = sense(items, part_place, Kind.TONIGHT)
    leads = _leads_another(items, part_place) and not clock.is_likely
    if part is not None and not leads and not _is_tomorrow(items, place, part_place):
        this = sense(items, part_place - 1, Kind.THIS) is not None
        tonight = sense(items, part_place, Kind.TONIGHT) is not None
        told = replace(clock, part=part, is_likely=True, is_today=this or tonight)
        clock, place = told, part_place + 1
    return _with_minutes(items, clock, place) if clock.is_likely else (clock, place)


def _leads_another(items: Items, part_place: int) -> bool:
    """Whether the part belongs to a time after it: `for three at evening 7`."""
    after = skip(items, part_place + 1, Kind.AT, most=1)
    return _hour(items, after) is not None and word_at(items, after + 1) not in _COUNTED


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


def hours_of(clock: Clock) -> tuple[tuple[int, int], ...]:
    """Return the (hour, minute) that a clock may mean, likeliest first, by a 24-hour day."""
    hour, minute = clock.hour % 24, clock.minute
    if clock.half is not None:
        if hour <= HALF_DAY:
            hour = hour % HALF_DAY + clock.half
        return ((hour, minute),)
    if hour > HALF_DAY or clock.is_whole or clock.hour == 24:
        return ((hour, minute),)
    if clock.part is not None:
        return ((_in_part(hour, clock.part), minute),)
    if hour in {0, NOON_HOUR}:
        return ((hour, minute),)
    likely_late = hour <= 6
    both = ((hour + HALF_DAY, minute), (hour, minute))
    return both if likely_late else (both[1], both[0])


def _in_part(hour: int, part: int) -> int:
    if part == MORNING:
        return hour % HALF_DAY
    if part in {LUNCH, AFTERNOON}:
        return hour + HALF_DAY if hour < 10 else hour
    if part == EVENING:
        return (hour + HALF_DAY) % 24
    return (hour + HALF_DAY) % 24 if hour >= 5 else hour
