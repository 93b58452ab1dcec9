"""Hours, and the minutes that are told with them: `et quart`, `menos cuarto`, `20 minutes`."""

from dataclasses import replace

from resortbook.application.chat.understanding.clock import Clock, Found
from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

HOUR_FIRST = words_in("y con menos et moins und")


def hour_at(items: Items, place: int) -> int | None:
    """Return the number at that place if it may be an hour."""
    value = sense(items, place, Kind.NUMBER)
    is_article = word_at(items, place) in {"a", "an", "un", "ein", "eine", "couple", "few"}
    return value if value is not None and value <= 24 and not is_article else None


def minutes_at(items: Items, place: int) -> tuple[int, int] | None:
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


def with_minutes(items: Items, clock: Clock, place: int) -> Found:
    """Add what follows an hour: `et quart`, `y media`, `menos cuarto`, `moins dix`."""
    is_past = sense(items, place, Kind.PAST) is not None
    is_to = sense(items, place, Kind.TO) is not None
    # "after" and "before" follow an hour in other senses.
    if word_at(items, place) not in HOUR_FIRST or not (is_past or is_to):
        return clock, place
    amount = minutes_at(items, place + 1 + (word_at(items, place + 1) == "le"))
    if amount is None:
        return clock, place
    return shifted(clock, amount[0] if is_past else -amount[0]), amount[1]


def shifted(clock: Clock, minutes: int) -> Clock:
    """Return the time that many minutes later."""
    total = clock.hour * 60 + clock.minute + minutes
    return replace(clock, hour=total // 60 % 24, minute=total % 60, is_likely=True)


def has_hour_mark(items: Items, place: int) -> bool:
    """Whether `uhr`, `h`, `o'clock` stands at that place."""
    return sense(items, place, Kind.HOUR_MARK) is not None
