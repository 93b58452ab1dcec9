"""Spans of time counted from now or from a day: `in two hours`, `3 weeks from tomorrow`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.application.chat.understanding.calendar_days import coming, days_on, months_on
from resortbook.application.chat.understanding.day import Day, Seen
from resortbook.application.chat.understanding.days import day_at
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.time_words import Kind

_TOO_MANY = 2000
_HOUR = 60
_FROM = frozenset(
    {
        "from",
        "after",
        "on",
        "nach",
        "apres",
        "despues de",
        "despues del",
        "a partir de",
        "desde",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much time was said, kept apart by unit; a month is no number of days."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        """Add two amounts unit by unit."""
        return Amount(
            months=self.months + other.months,
            days=self.days + other.days,
            minutes=self.minutes + other.minutes,
        )

    @property
    def back(self) -> "Amount":
        """As much time, backwards."""
        return Amount(months=-self.months, days=-self.days, minutes=-self.minutes)

    def after(self, moment: datetime) -> datetime | None:
        """Return the moment that much later, None beyond the calendar."""
        day = months_on(moment.date(), self.months)
        day = days_on(day, self.days) if day is not None else None
        if day is None:
            return None
        try:
            return datetime.combine(day, moment.timetz()) + timedelta(minutes=self.minutes)
        except OverflowError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, or a minute of it, found by counting."""

    at: datetime
    has_clock: bool


Found = tuple[Moment, int]


def offset_at(items: Items, place: int, now: datetime, seen: Seen) -> Found | None:
    """Return the moment that is counted to at that place, and the place after it."""
    led = sense(items, place, Kind.IN) is not None
    is_upcoming = "upcoming" in {word_at(items, place), word_at(items, place + 1)}
    is_ago = word_at(items, place) in {"hace", "il y a"} or (
        word_at(items, place) == "vor" and sense(items, place, Kind.AGO) is not None
    )
    start = place + (led or is_ago)
    start = skip(items, start, Kind.ABOUT, most=2) if led else start
    start += 2 * (word_at(items, start) == "less" and word_at(items, start + 1) == "than")
    found = _amounts(items, start)
    if found is None:
        return _weekdays_from_now(items, place, now, seen)
    amount, end = found
    if is_ago or sense(items, end, Kind.AGO) is not None:
        return _moment(amount.back, now, end + (not is_ago))
    from_day = _from_day(items, end, amount, now, seen)
    if from_day is not None:
        return from_day
    is_later = sense(items, end, Kind.LATER) is not None and word_at(items, end) != "from"
    if led or is_later or is_upcoming:
        return _moment(amount, now, end + is_later)
    return None


def _moment(amount: Amount, now: datetime, end: int) -> Found | None:
    at = amount.after(now)
    return None if at is None else (Moment(at=at, has_clock=amount.minutes != 0), end)


def _amounts(items: Items, place: int) -> tuple[Amount, int] | None:
    """Read one amount or several: `2 years 1 month 21 days`."""
    total: Amount | None = None
    while True:
        one = _amount(items, place)
        if one is None:
            break
        total = one[0] if total is None else total + one[0]
        place = skip(items, one[1], Kind.AND, marks=",", most=1)
        if _amount(items, place) is None:
            place = one[1]
            break
    return None if total is None else (total, place)


def _amount(items: Items, place: int) -> tuple[Amount, int] | None:
    span = sense(items, place, Kind.SPAN)
    if span is not None:
        return Amount(minutes=span), place + 1
    half = _and_a_half(items, place)
    if half is not None:
        return half
    number = sense(items, place, Kind.NUMBER)
    if number is not None:
        place = skip(items, place + 1, Kind.NEXT, most=1)
    elif sense(items, place, Kind.NEXT) is not None:
        place = place + 1
        number = sense(items, place, Kind.NUMBER)
        place += number is not None
    if number is None or number > _TOO_MANY:
        return None
    minutes = sense(items, place, Kind.MINUTE_UNIT)
    days = sense(items, place, Kind.DAY_UNIT)
    months = sense(items, place, Kind.MONTH_UNIT)
    if minutes is not None:
        return Amount(minutes=number * minutes), place + 1
    if days is not None:
        return Amount(days=number * days), place + 1
    return (Amount(months=number * months), place + 1) if months is not None else None


def _and_a_half(items: Items, place: int) -> tuple[Amount, int] | None:
    """Read `2.5 hours`, `two and a half hours`, `an hour and a half`, `dos horas y media`."""
    number = sense(items, place, Kind.NUMBER)
    if number is None or number > _TOO_MANY:
        return None
    end = place + 1
    if word_at(items, end) in {".", ","} and word_at(items, end + 1) == "5":
        end = end + 2
    else:
        end = _past_half(items, end)
    if sense(items, end, Kind.MINUTE_UNIT) != _HOUR:
        return None
    if end == place + 1 and _past_half(items, end + 1) == end + 1:
        return None
    last = end + 1 if end > place + 1 else _past_half(items, end + 1)
    return Amount(minutes=number * _HOUR + _HOUR // 2), last


def _past_half(items: Items, place: int) -> int:
    """Return the place after `and a half`, `y media`, `et demie`; the same where none is."""
    if word_at(items, place) not in {"and", "y", "et"}:
        return place
    half = place + 1 + (word_at(items, place + 1) == "a")
    return half + 1 if sense(items, half, Kind.HALF) is not None else place


def _from_day(
    items: Items, place: int, amount: Amount, now: datetime, seen: Seen
) -> Found | None:
    """Read what follows in `3 days from today`, `2 weeks after Easter`, `a week on Friday`."""
    if amount.minutes:
        return None
    backwards = sense(items, place, Kind.BEFORE) is not None and word_at(items, place) != "by"
    links = backwards or word_at(items, place) in _FROM
    if not links and amount.days < 7:
        return None
    day = day_at(items, place + links, seen)
    if day is None:
        return None
    moment = _moment(amount.back if backwards else amount, _at_day(day[0], now), day[1])
    return moment


def _at_day(day: Day, now: datetime) -> datetime:
    return datetime.combine(day.days[0], now.timetz())


def _weekdays_from_now(items: Items, place: int, now: datetime, seen: Seen) -> Found | None:
    """Read `three fridays from now`."""
    number = sense(items, place, Kind.NUMBER)
    weekday = sense(items, place + 1, Kind.WEEKDAY)
    is_later = sense(items, place + 2, Kind.LATER) is not None
    if number is None or weekday is None or not is_later or not 0 < number <= _WEEKS:
        return None
    first = coming(seen.today, weekday, today_counts=False)
    day = days_on(first, 7 * (number - 1))
    if day is None:
        return None
    return Moment(at=datetime.combine(day, now.timetz()), has_clock=False), place + 3


_WEEKS = 52
