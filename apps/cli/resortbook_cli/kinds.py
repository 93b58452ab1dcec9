"""Kinds of arguments: days, weekdays, clock times, several of each."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Generic, TypeVar

import click

T = TypeVar("T")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?([Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def day(text: str) -> date:
    """Read `2026-12-01`. Raises ValueError."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not a day such as 2026-12-01")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day {text}") from None


def moment(text: str) -> datetime:
    """Read `2026-12-01T09:00`, a clock time of the resort, or one with its offset. Raises
    ValueError.
    """
    if _MOMENT.fullmatch(text):
        try:
            return datetime.fromisoformat(text.upper())
        except ValueError:
            raise ValueError(f"there is no time {text}") from None
    raise ValueError(f"{text!r} is not a time such as 2026-12-01T09:00")


def weekday(text: str) -> str:
    """Read `mon` to `sun`. Raises ValueError."""
    word = text.lower()
    if word not in WEEKDAYS:
        raise ValueError(f"{text!r} is not one of {', '.join(WEEKDAYS)}")
    return word


def clock_time(text: str) -> time:
    """Read `09:00`. Raises ValueError."""
    match = _TIME.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a time such as 09:00")
    return time(int(match[1]), int(match[2]))


class One(click.ParamType[T], Generic[T]):
    """A single value that a function reads from its text."""

    def __init__(self, read: Callable[[str], T], *, name: str) -> None:
        """Take the reader, which raises ValueError, and what the help calls the value."""
        self.read = read
        self.name = name

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> T:
        """Read the text; wrong ones are wrong usage."""
        try:
            return self.read(str(value).strip())
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Several(click.ParamType[tuple[T, ...]], Generic[T]):
    """Values with commas between them, as a tuple."""

    def __init__(self, read: Callable[[str], T], *, name: str) -> None:
        """Take the reader of one, which raises ValueError, and what the help calls them."""
        self.read = read
        self.name = name

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[T, ...]:
        """Read the text; wrong ones are wrong usage."""
        try:
            parts = [part.strip() for part in str(value).split(",")]
            return tuple(self.read(part) for part in parts if part)
        except ValueError as error:
            self.fail(str(error), param, ctx)


DAY = One(day, name="DAY")
MOMENT = One(moment, name="START")
DAYS = Several(day, name="DAY,…")
WEEKDAY_LIST = Several(weekday, name="mon,…")
TIMES = Several(clock_time, name="HH:MM,…")
