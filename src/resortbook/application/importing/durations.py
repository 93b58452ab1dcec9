"""Durations as people write them."""

import re
from decimal import Decimal

from resortbook.application.importing.rows import Unclear

EXAMPLES = "write it as 90, 90 min, 1h30, 1:30 or 3 h"
_MINUTES = re.compile(r"([0-9]{1,5})(?: ?(?:min|mins|minute|minutes|m)\.?)?")
_HOURS = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?(?:h|hr|hrs|hour|hours)\.?")
_BOTH = re.compile(
    r"([0-9]{1,3}) ?(?:h|hr|hrs|hour|hours)\.? ?(?:and )?"
    r"([0-9]{1,2})(?: ?(?:min|mins|minute|minutes|m)\.?)?"
)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-9]{2})(?::00)?")


def read_minutes(value: object, *, unit: str = "min") -> int:
    """Return minutes; a bare number is in `unit` (`min` or `h`), as its heading says.

    Raises:
        Unclear: days, ranges, `1.5` without a unit, and whatever else is no number of minutes.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value * (60 if unit == "h" else 1)
    if not isinstance(value, str):
        raise Unclear(f"not a duration: {EXAMPLES}")
    text = " ".join(value.casefold().split())
    if unit == "h" and re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?", text):
        text += " h"
    minutes = _read(text)
    if minutes is None:
        raise Unclear(f"“{value[:40]}” is not clear as a duration: {EXAMPLES}")
    return minutes


def _read(text: str) -> int | None:
    if found := _MINUTES.fullmatch(text):
        return int(found[1])
    if found := _HOURS.fullmatch(text):
        minutes = Decimal(found[1].replace(",", ".")) * 60
        return int(minutes) if minutes == int(minutes) else None
    found = _BOTH.fullmatch(text) or _CLOCK.fullmatch(text)
    if found is None or int(found[2]) > 59:
        return None
    return int(found[1]) * 60 + int(found[2])
