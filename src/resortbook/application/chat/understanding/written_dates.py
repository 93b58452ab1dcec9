"""Dates with a month, as people write them: `16th of March`, `3/14`, `2019-sep-1`."""

from dataclasses import dataclass
from datetime import date, timedelta

from resortbook.application.chat.understanding.calendar_days import (
    day_or_none,
    full_year,
    in_year_ahead,
    months_on,
)
from resortbook.application.chat.understanding.items import Items, sense, skip, word_at
from resortbook.application.chat.understanding.party_words import role_of
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

_SEPARATORS = "/-."
_NO_DAY_BEFORE = words_in("% € $ £ h")
_ARTICLES = words_in("a an un una ein eine")
_CHOSEN = words_in("one ones option choice floor time opcion choix wahl slot")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A month and a day of it, and the year where it was written."""

    month: int
    number: int
    year: int | None
    end: int

    def days_after(self, today: date) -> tuple[date, ...]:
        """Return the day; the next one from today on where no year was written. Of a day that
        no such month has, the days on both sides: either may be meant.
        """
        if self.year is not None:
            day = day_or_none(self.year, self.month, self.number)
        else:
            day = in_year_ahead(today, self.month, self.number)
        return (day,) if day is not None else self._around(today)

    def _around(self, today: date) -> tuple[date, ...]:
        year = self.year or today.year + (self.month < today.month)
        first = day_or_none(year, self.month, 1)
        following = months_on(first, 1) if first is not None else None
        return () if following is None else (following - timedelta(days=1), following)


def written_date(items: Items, place: int, language: str) -> WrittenDate | None:
    """Return the date that begins at that place, if any."""
    for rule in (_solid, _year_first, _number_month, _month_number, _year_inside, _slashed):
        found = rule(items, place, language)
        if found is not None and 1 <= found.month <= 12 and 1 <= found.number <= 31:
            return found
    return _spelled_numbers(items, place, language)


def day_number(items: Items, place: int, *, bare: bool = False) -> tuple[int, int] | None:
    """Return a day of the month and the place after it; a plain number only where `bare`."""
    ordinal = sense(items, place, Kind.ORDINAL)
    number = sense(items, place, Kind.NUMBER) if bare else None
    value = ordinal if ordinal is not None else number
    if value is None or not 1 <= value <= 31:
        return None
    end = place + 1
    dotted = word_at(items, end) == "." and items[end].glued
    if ordinal is None and not _stands_alone(items, place, dotted=dotted):
        return None
    is_counted = _counts(word_at(items, end))
    if is_counted or word_at(items, end) in _CHOSEN or _is_of_people(items, end):
        return None
    return value, end + dotted


def _counts(word: str) -> bool:
    """Whether a number before that word counts people or money."""
    return role_of(word) is not None or word in _NO_DAY_BEFORE


def _is_of_people(items: Items, place: int) -> bool:
    is_of = sense(items, place, Kind.OF) is not None
    return is_of and word_at(items, place + 1) in {"us", "them", "you", "people"}


def _stands_alone(items: Items, place: int, *, dotted: bool) -> bool:
    """Whether a plain number is no clock, price or count: no unit or mark after it."""
    if items[place].digits > 2 or word_at(items, place) in _ARTICLES:
        return False
    after = place + 1
    if after >= len(items) or dotted:
        return True
    if items[after].word == "/":
        months = [sense(items, i, Kind.MONTH) for i in (after + 1, place - 1, place - 2)]
        return any(month is not None for month in months)
    if items[after].word in {":", "%", "$", "€", "&", "h"}:
        return False
    part_place = skip(items, after, Kind.INSIDE, Kind.ON, most=2)
    if part_place > after and sense(items, part_place, Kind.PART) is not None:
        return False
    kinds = (Kind.HALF_OF_DAY, Kind.HOUR_MARK, Kind.MINUTE_UNIT, Kind.DAY_UNIT, Kind.MONTH_UNIT)
    says_clock = any(sense(items, after, kind) is not None for kind in kinds)
    return not says_clock or (sense(items, after, Kind.ON) is not None)


def year_at(items: Items, place: int) -> tuple[int, int] | None:
    """Return a year of four digits and the place after it, past `,` and `of`."""
    place = skip(items, place, Kind.OF, marks=",/-.", most=2)
    value = sense(items, place, Kind.NUMBER)
    if value is None or items[place].digits != 4 or not 1900 <= value <= 2200:
        return None
    return value, place + 1


def _separated(items: Items, place: int) -> bool:
    return word_at(items, place) != "" and word_at(items, place) in _SEPARATORS


def _solid(items: Items, place: int, language: str) -> WrittenDate | None:
    value = sense(items, place, Kind.NUMBER)
    if value is None or items[place].digits != 8 or not 19000101 <= value <= 22001231:
        return None
    year, rest = divmod(value, 10000)
    return WrittenDate(month=rest // 100, number=rest % 100, year=year, end=place + 1)


def _year_first(items: Items, place: int, language: str) -> WrittenDate | None:
    year = year_at(items, place) if sense(items, place, Kind.NUMBER) is not None else None
    if year is None or not (_separated(items, place + 1) and _separated(items, place + 3)):
        return None
    one, other = place + 2, place + 4
    numbers = [sense(items, i, Kind.NUMBER) for i in (one, other)]
    months = [sense(items, i, Kind.MONTH) for i in (one, other)]
    month = months[0] or numbers[0]
    number = numbers[1]
    if months[1] is not None:
        month, number = months[1], numbers[0]
    if month is None or number is None:
        return None
    end = other + 1
    if word_at(items, end) == "t" or word_at(items, end) == "T":
        end += 1
    return WrittenDate(month=month, number=number, year=year[0], end=end)


def _year_inside(items: Items, place: int, language: str) -> WrittenDate | None:
    """Read 23-2020-September and September-2020-23."""
    if not (_separated(items, place + 1) and _separated(items, place + 3)):
        return None
    year = year_at(items, place + 2)
    if year is None:
        return None
    months = [sense(items, i, Kind.MONTH) for i in (place, place + 4)]
    numbers = [sense(items, i, Kind.NUMBER) for i in (place, place + 4)]
    month, number = months[0] or months[1], numbers[0] or numbers[1]
    if month is None or number is None:
        return None
    return WrittenDate(month=month, number=number, year=year[0], end=place + 5)


def _number_month(items: Items, place: int, language: str) -> WrittenDate | None:
    number = day_number(items, place, bare=True)
    if number is None:
        return None
    month_place = skip(items, number[1], Kind.OF, marks="-/.,", most=3)
    if word_at(items, month_place) in {"day", "jour", "do"}:
        month_place = skip(items, month_place + 1, Kind.OF, Kind.ON, most=2)
    month = sense(items, month_place, Kind.MONTH)
    if month is None:
        return None
    return _with_year(items, month, number[0], month_place + 1)


def _with_year(items: Items, month: int, number: int, place: int) -> WrittenDate:
    place += word_at(items, place) == "." and year_at(items, place + 1) is not None
    year = year_at(items, place)
    if year is not None:
        return WrittenDate(month=month, number=number, year=year[0], end=year[1])
    short = sense(items, place + 1, Kind.NUMBER)
    # "March 10-15" is a range, "10-Mar-15" has a year.
    is_range = word_at(items, place) == "-" and sense(items, place - 1, Kind.MONTH) is None
    if short is None or is_range or not _is_glued_year(items, place):
        return WrittenDate(month=month, number=number, year=None, end=place)
    return WrittenDate(month=month, number=number, year=full_year(short), end=place + 2)


def _is_glued_year(items: Items, place: int) -> bool:
    """Whether a separator and two digits follow without a blank: the /14 of `20/Feb/14`."""
    return (
        _separated(items, place)
        and items[place].glued
        and items[place + 1].glued
        and items[place + 1].digits == 2
    )


def _month_number(items: Items, place: int, language: str) -> WrittenDate | None:
    month = sense(items, place, Kind.MONTH)
    if month is None:
        return None
    number_place = skip(items, place + 1, Kind.ON, Kind.OF, marks=".-/,", most=2)
    number = day_number(items, number_place, bare=True)
    if number is None:
        return None
    return _with_year(items, month, number[0], number[1])


def _slashed(items: Items, place: int, language: str) -> WrittenDate | None:
    """Read numbers alone: month first in English, day first elsewhere, the other if it must."""
    first = sense(items, place, Kind.NUMBER)
    second = sense(items, place + 2, Kind.NUMBER)
    mark = word_at(items, place + 1)
    if first is None or second is None or not _separated(items, place + 1):
        return None
    if not (items[place].digits in {1, 2} and items[place + 2].digits in {1, 2}):
        return None
    year, end = _third_number(items, place + 3, mark)
    if year is None and not _may_lack_year(items, place, language):
        return None
    ends_in_dot = mark == "." and word_at(items, end - 1) == "."
    month_first = language == "en" and not ends_in_dot
    month, number = (first, second) if month_first else (second, first)
    if month > 12:
        month, number = number, month
    if year is None and (number > 31 or month > 12):
        return None
    return WrittenDate(month=month, number=number, year=year, end=end)


def _third_number(items: Items, place: int, mark: str) -> tuple[int | None, int]:
    year = sense(items, place + 1, Kind.NUMBER)
    if word_at(items, place) != mark or not items[place].glued:
        return None, place
    if year is not None and items[place + 1].digits in {2, 4}:
        return full_year(year), place + 2
    if mark == ".":
        return None, place + 1
    return None, place


def _may_lack_year(items: Items, place: int, language: str) -> bool:
    """Whether two numbers are a date: not 24/7, 2-3 people, 10-12 o'clock, 8.30 pm."""
    mark, end = word_at(items, place + 1), place + 3
    if not (items[place + 1].glued and items[place + 2].glued):
        return False
    if (items[place].word, items[place + 2].word) == ("24", "7") or _counts(
        word_at(items, end)
    ):
        return False
    kinds = (Kind.HALF_OF_DAY, Kind.HOUR_MARK, Kind.DAY_UNIT, Kind.MINUTE_UNIT, Kind.MONTH)
    if any(sense(items, end, kind) is not None for kind in kinds) and mark != "/":
        return False
    if mark == "-":
        return language != "en"
    if mark == ".":
        after_at = sense(items, place - 1, Kind.AT) is not None
        return not (after_at and sense(items, place - 1, Kind.ON) is None)
    return True


def _spelled_numbers(items: Items, place: int, language: str) -> WrittenDate | None:
    """Read `21 del 3`, `siebten vierten`, `le 20 2 2014`."""
    if language == "en":
        return None
    number = day_number(items, place, bare=True)
    if number is None:
        return None
    end = number[1]
    is_ordinal = sense(items, place, Kind.ORDINAL) is not None
    second_place = end + (word_at(items, end) in {"del", "/"})
    linked = second_place > end
    month = sense(items, second_place, Kind.ORDINAL)
    if month is None and (linked or is_ordinal):
        month = sense(items, second_place, Kind.NUMBER)
    if month is not None and 1 <= month <= 12 and (linked or is_ordinal):
        dotted = word_at(items, second_place + 1) == "."
        return _with_year(items, month, number[0], second_place + 1 + dotted)
    month, year = sense(items, end, Kind.NUMBER), year_at(items, end + 1)
    if month is None or year is None or not 1 <= month <= 12:
        return None
    return WrittenDate(month=month, number=number[0], year=year[0], end=year[1])
