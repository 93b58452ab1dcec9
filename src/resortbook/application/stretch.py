"""A stretch of time of some activities, as the desk names it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from resortbook.domain.errors import InvalidTime
from resortbook.domain.schedule import day_bounds

MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `start` until before `end` (aware UTC), of these activities or (None) of all."""

    start: datetime
    end: datetime
    activity_ids: tuple[UUID, ...] | None = None


def stretch_of(
    first: date | datetime,
    last: date | datetime,
    *,
    zone: ZoneInfo,
    activity_ids: tuple[UUID, ...] | None = None,
) -> Stretch:
    """Return the stretch from a resort day or moment to another one.

    Days are both included; of moments the last one is not.

    Raises:
        InvalidTime: it ends before it begins, or is longer than a year.
    """
    start = first if isinstance(first, datetime) else day_bounds(first, first, zone)[0]
    end = last if isinstance(last, datetime) else day_bounds(last, last, zone)[1]
    if end <= start:
        raise InvalidTime("This ends before it begins", fields={"to": ["Too early"]})
    if (end - start).days > MOST_DAYS:
        raise InvalidTime("At most a year", fields={"to": [f"At most {MOST_DAYS} days"]})
    return Stretch(start=start, end=end, activity_ids=activity_ids)
