"""By how much the resort's clock is moved: `+90m`, `-2h`, `+30d`, or nothing."""

import re
from datetime import timedelta

_OFFSET = re.compile(r"([+-])([0-9]{1,10})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
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
