"""Feasts of the year, and on which day each falls."""

from collections.abc import Callable
from datetime import date

from dateutil.easter import easter

from resortbook.application.chat.understanding.calendar_days import (
    day_or_none,
    days_on,
    nth_weekday,
)
from resortbook.application.chat.understanding.vocabulary import rows_of

FEASTS: list[tuple[str, list[str]]] = list(rows_of("holidays.txt"))
_FIRST_EASTER, _LAST_EASTER = 1583, 4099


def feast(number: int, today: date, year: int | None = None) -> date | None:
    """Return the day of the feast with that place in FEASTS, in the year or from today on."""
    kind, *numbers = FEASTS[number][0].split()
    for candidate in (year,) if year is not None else (today.year, today.year + 1):
        day = _KINDS[kind](candidate, *(int(one) for one in numbers))
        if day is not None and (year is not None or day >= today):
            return day
    return None


def _after_easter(year: int, days: int) -> date | None:
    if not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    return days_on(easter(year), days)


_KINDS: dict[str, Callable[..., date | None]] = {
    "day": day_or_none,
    "easter": _after_easter,
    "weekday": nth_weekday,
}
