"""One thing that a message says about time, and what it is read by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum, auto

from resortbook.application.chat.understanding.clock import Clock
from resortbook.application.chat.understanding.day import Day, Seen
from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in


class Bound(Enum):
    """Whether a time is meant, or what comes after or before it."""

    AT = auto()
    AFTER = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing said about time, and which items said it."""

    day: Day | None = None
    clock: Clock | None = None
    clock_until: Clock | None = None
    exact: time | None = None
    part: int | None = None
    bound: Bound = Bound.AT
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a message is read by: now at the resort, and what it is read as."""

    now: datetime
    seen: Seen


Rule = Callable[[Items, int, Reading], Said | None]


def is_range_link(items: Items, place: int, *, led: bool) -> bool:
    """Whether `to`, `-`, or after `between` an `and`, stands at that place."""
    is_link = sense(items, place, Kind.UNTIL) is not None or word_at(items, place) in {"-", "–"}
    return is_link or (led and sense(items, place, Kind.AND) is not None)


_MOVING = words_in(
    "move moved change reschedule switch shift swap push cambiar cambia mover mueve deplacer "
    "changer reporter decaler verschieben andern umbuchen verlegen"
)


def is_moving(items: Items, place: int) -> bool:
    """Whether `from … to …` moves a booking: then only the second of them is wanted."""
    return any(word_at(items, earlier) in _MOVING for earlier in range(place))
