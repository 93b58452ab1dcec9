"""Arithmetic of days: weekdays ahead, days of a month, months later."""

from datetime import date, timedelta

_FARTHEST = date.max.year - 1


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return that day, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_on(day: date, days: int) -> date | None:
    """Return the day that many days later, None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: date, months: int) -> date | None:
    """Return the same day some months later, the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    if not 1 <= day.year + years <= _FARTHEST:
        return None
    for last in (day.day, 30, 29, 28):
        found = day_or_none(day.year + years, month + 1, min(day.day, last))
        if found is not None:
            return found
    return None


def monday_of(day: date, *, weeks: int = 0) -> date:
    """Return the Monday of the day's week, or of the week that many weeks later."""
    return day + timedelta(days=7 * weeks - day.weekday())


def coming(day: date, weekday: int, *, today_counts: bool = True) -> date:
    """Return the first such weekday from that day on."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead or today_counts else 7)


def next_of_month(day: date, number: int) -> date | None:
    """Return the first day from that day on which is the `number`-th of its month."""
    for months in range(13):
        years, month = divmod(day.month - 1 + months, 12)
        found = day_or_none(day.year + years, month + 1, number)
        if found is not None and found >= day:
            return found
    return None


def next_with_weekday(day: date, number: int, weekday: int) -> date | None:
    """Return the first `number`-th of a month that falls on that weekday, within two years."""
    for months in range(25):
        years, month = divmod(day.month - 1 + months, 12)
        found = day_or_none(day.year + years, month + 1, number)
        if found is not None and found >= day and found.weekday() == weekday:
            return found
    return None


def in_year_ahead(day: date, month: int, number: int) -> date | None:
    """Return the next such day of the year from that day on (29 February: of a leap year)."""
    for year in range(day.year, day.year + 9):
        found = day_or_none(year, month, number)
        if found is not None and found >= day:
            return found
    return None


def full_year(number: int) -> int:
    """Return the year that two digits stand for."""
    return number if number >= 100 else 2000 + number


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a month, counted from the end where negative."""
    if nth > 0:
        found = days_on(coming(date(year, month, 1), weekday), 7 * (nth - 1))
    else:
        following = months_on(date(year, month, 1), 1) or date(year, month, 28)
        last = following - timedelta(days=1)
        found = last - timedelta(days=(last.weekday() - weekday) % 7)
    return found if found is not None and found.month == month else None
