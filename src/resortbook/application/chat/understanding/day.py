"""A day as it is said, and from where a message is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from resortbook.application.chat.understanding.items import Items, sense
from resortbook.application.chat.understanding.time_words import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as said: its candidates, likeliest first, and the end where it is a range."""

    days: tuple[date, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """From where a message is read: the day at the resort, and the message's language."""

    today: date
    language: str
    expects: bool = False


Found = tuple[Day, int]
Rule = Callable[[Items, int, Seen], Found | None]


def one_day(day: date | None, place: int) -> Found | None:
    """Return a single day and the place after it; None where there is no such day."""
    return None if day is None else (Day(days=(day,)), place)


def modifier_at(items: Items, place: int) -> tuple[tuple[Kind, int] | None, int]:
    """Return `next`, `this` or `last` at that place, if any, and the place after it."""
    for kind in (Kind.NEXT, Kind.THIS, Kind.LAST):
        value = sense(items, place, kind)
        if value is not None:
            return (kind, value), place + 1
    return None, place
