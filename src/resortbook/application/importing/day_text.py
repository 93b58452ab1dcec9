"""Days as front offices write them."""

import re
from datetime import date

from resortbook.application.importing.rows import Unclear

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.]+Z?)?")
_DOTS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WORDS = re.compile(r"([0-9]{1,2})[ \-]([A-Za-z]{3})[a-z]*\.?[ \-,]+([0-9]{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_day(value: object) -> date:
    """Return the day of `2026-12-01`, `01.12.2026`, `1 Dec 2026` or `31/12/2026`.

    With slashes the month may stand first or second: where both could be, it is unclear.

    Raises:
        Unclear: no such day, or two of them.
    """
    text = value.strip() if isinstance(value, str) else ""
    if match := _ISO.fullmatch(text):
        return _day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTS.fullmatch(text):
        return _day(text, int(match[3]), int(match[2]), int(match[1]))
    if (match := _WORDS.fullmatch(text)) and match[2].casefold() in _MONTHS:
        month = _MONTHS.index(match[2].casefold()) + 1
        return _day(text, int(match[3]), month, int(match[1]))
    if match := _SLASHES.fullmatch(text):
        return _either(text, int(match[1]), int(match[2]), int(match[3]))
    raise Unclear(f"“{text[:40]}” is not a day such as 2026-12-31")


def _either(text: str, one: int, other: int, year: int) -> date:
    if one == other or other > 12:
        return _day(text, year, one, other)
    if one > 12:
        return _day(text, year, other, one)
    raise Unclear(f"“{text}” may be either of two days: write {year}-MM-DD")


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear(f"there is no day “{text[:40]}”") from None
