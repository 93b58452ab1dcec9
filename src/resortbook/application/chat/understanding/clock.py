"""A clock time as it is said, and the hours of the day that it may mean."""

from collections.abc import Callable
from dataclasses import dataclass

from resortbook.application.chat.understanding.items import Items

MORNING, LUNCH, AFTERNOON, EVENING, NIGHT = range(5)
NOON_HOUR = 12
HALF_DAY = 12


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


Found = tuple[Clock, int]
Rule = Callable[[Items, int], Found | None]


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
