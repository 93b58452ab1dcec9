"""Recurring schedules and closures, in the resort's own clock time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When an activity departs: the days of an RFC 5545 rule, at clock times of the resort.

    `ends_on` None is open-ended: slots are made up to a horizon, and further every night.
    Both days are included; `except_dates` are days without departures.
    """

    id: UUID
    activity_id: UUID
    rrule: str
    times: tuple[time, ...]
    starts_on: date
    ends_on: date | None
    capacity: int | None = None
    lane: str = ""
    except_dates: tuple[date, ...] = ()
    filled_until: date | None = None
    is_active: bool = True
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A stretch of time in which an activity (None: every one) does not depart; aware UTC, end
    excluded.
    """

    id: UUID
    activity_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    reason: str = ""
    created_at: datetime

    def covers(self, activity_id: UUID, start: datetime) -> bool:
        """Whether a departure of that activity at `start` falls into it."""
        concerns = self.activity_id is None or self.activity_id == activity_id
        return concerns and self.starts_at <= start < self.ends_at


class Departure(NamedTuple):
    """A local clock time and the moment it names; `start` is None for an hour that does not
    exist that day.
    """

    local: datetime
    start: datetime | None


def departures(local_times: Iterable[datetime], zone: ZoneInfo) -> Iterator[Departure]:
    """Turn naive clock times into UTC moments.

    An hour skipped by daylight saving has no moment; of a doubled hour it is the first.
    """
    for local in local_times:
        moment = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
        exists = moment.astimezone(zone).replace(tzinfo=None) == local
        yield Departure(local, moment if exists else None)


def day_bounds(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the UTC start of the resort's day `first` and the end (excluded) of its day
    `last`.
    """
    return _midnight(first.toordinal(), zone), _midnight(last.toordinal() + 1, zone)


def _midnight(ordinal: int, zone: ZoneInfo) -> datetime:
    try:
        midnight = datetime.combine(date.fromordinal(ordinal), time.min, tzinfo=zone)
        return midnight.astimezone(UTC)
    except (ValueError, OverflowError):
        # The first and the last day of all calendars end where times do.
        edge, clock = (date.min, time.min) if ordinal <= 1 else (date.max, time.max)
        return datetime.combine(edge, clock, tzinfo=UTC)
