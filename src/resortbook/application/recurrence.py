"""Clock times of a recurring schedule, by the recurrence rules of RFC 5545."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from dateutil.rrule import rrule, rruleset, rrulestr

from resortbook.domain.errors import InvalidInput
from resortbook.domain.schedule import WEEKDAYS, Schedule

MAX_DEPARTURES = 20_000
_FREQUENCY = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)")
_SHAPE = re.compile(r"[A-Z]+=[A-Z0-9,+\-]+(;[A-Z]+=[A-Z0-9,+\-]+)*")


def weekly(weekdays: tuple[str, ...]) -> str:
    """Return the rule for these weekdays (`mon` to `sun`). Raises InvalidInput."""
    unknown = [day for day in weekdays if day not in WEEKDAYS]
    if unknown or not weekdays:
        raise InvalidInput.on("weekdays", f"Weekdays are {', '.join(WEEKDAYS)}")
    ordered = sorted(set(weekdays), key=WEEKDAYS.index)
    return "FREQ=WEEKLY;BYDAY=" + ",".join(day[:2].upper() for day in ordered)


def check_rule(text: str, times: tuple[time, ...]) -> str:
    """Return a recurrence rule in its plain form.

    Days come from the rule, clock times from `times` or from BYHOUR, never from both.

    Raises:
        InvalidInput: not a rule of whole days, or without any clock time.
    """
    plain = text.strip().upper().removeprefix("RRULE:")
    if not _SHAPE.fullmatch(plain) or not _FREQUENCY.search(plain):
        raise InvalidInput.on("rrule", "A rule looks like FREQ=WEEKLY;BYDAY=MO,WE")
    if "BYSECOND=" in plain or "UNTIL=" in plain or "COUNT=" in plain:
        raise InvalidInput.on("rrule", "Say the first and the last day beside the rule")
    if ("BYHOUR=" in plain) == bool(times):
        raise InvalidInput.on("rrule", "Give clock times either beside the rule or by BYHOUR")
    _parse(plain, date(2000, 1, 1))
    return plain


def local_times(schedule: Schedule, first: date, last: date) -> Iterator[datetime]:
    """Yield the schedule's naive clock times from day `first` to day `last`, both included.

    Raises:
        InvalidInput: more than 20,000 departures.
    """
    rule = _parse(schedule.rrule, schedule.starts_on)
    begin = datetime.combine(first, time.min)
    end = datetime.combine(last, time(23, 59, 59))
    found = 0
    for moment in rule.xafter(begin, inc=True):
        if moment > end:
            return
        if moment.date() in schedule.except_dates:
            continue
        for local in _on(moment, schedule.times):
            found += 1
            if found > MAX_DEPARTURES:
                raise InvalidInput.on("until", f"That makes over {MAX_DEPARTURES} departures")
            yield local


def _on(moment: datetime, times: tuple[time, ...]) -> Iterator[datetime]:
    if not times:
        yield moment
    for clock_time in times:
        yield datetime.combine(moment.date(), clock_time)


def _parse(text: str, starts_on: date) -> rrule:
    start = datetime.combine(starts_on, time.min)
    try:
        # Without BYMINUTE an hour means the full hour, for dtstart is midnight.
        parsed = rrulestr(text, dtstart=start)
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput.on("rrule", f"Not a rule: {error}") from None
    if isinstance(parsed, rruleset):
        raise InvalidInput.on("rrule", "Give one rule")
    return parsed
