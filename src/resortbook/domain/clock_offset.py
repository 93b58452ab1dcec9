"""By how much the resort's clock is moved: `+90m`, `-2h`, `+30d`, or nothing."""

import re
from datetime import timedelta

_OFFSET = re.compile(r"([+-])([0-9]{1,10})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_SECONDS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
# Further than this no booking is made, and adding it to a date could leave the calendar.
_FURTHEST = timedelta(days=36_500)


def parse_clock_offset(text: str) -> timedelta:
    """Return the offset that `text` names; a blank one is zero.

    Raises:
        ValueError: it is no sign, whole number and unit (s, m, h, d), or over a century.
    """
    written = text.strip()
    if not written:
        return timedelta(0)
    match = _OFFSET.fullmatch(written)
    if not match:
        raise ValueError("a clock offset is a sign, a whole number and s, m, h or d: +90m")
    sign, count, unit = match.groups()
    seconds = int(count) * timedelta(**{_UNITS[unit]: 1}).total_seconds()
    if seconds > _FURTHEST.total_seconds():
        raise ValueError("a clock offset is at most a hundred years")
    return timedelta(seconds=-seconds if sign == "-" else seconds)


def clock_offset_text(offset: timedelta) -> str:
    """Write an offset of whole seconds as `parse_clock_offset` reads it, in its largest exact
    unit: `+90m`, `-1d`; `+0s` is none.
    """
    total = int(offset.total_seconds())
    exact = (unit for unit, size in _SECONDS.items() if total % size == 0)
    unit = next(exact) if total else "s"
    return f"{'-' if total < 0 else '+'}{abs(total) // _SECONDS[unit]}{unit}"
