"""A row as what it says about an activity, before anything is known of that activity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from resortbook.application.importing.durations import read_minutes
from resortbook.application.importing.headings import FIELDS, Column, Columns, columns_of
from resortbook.application.importing.money_text import read_currency, read_price
from resortbook.application.importing.pictures import Pictures
from resortbook.application.importing.rows import BadRow, SourceRow, Unclear
from resortbook.application.importing.structured import (
    read_images,
    read_metadata,
    read_rates,
)
from resortbook.application.importing.values import (
    is_blank,
    read_line,
    read_text,
    read_whole,
    read_yes_no,
)
from resortbook.domain.activity import PricePer
from resortbook.domain.words import slug_of

REQUIRED = ("name", "category", "price", "duration_minutes", "capacity_per_slot")
# What a blank cell means, where its column is there; of the other columns it says nothing.
_BLANK: Mapping[str, object] = {
    "description": "",
    "location": "",
    "meeting_point": "",
    "requirements": "",
    "bring": "",
    "price_per": PricePer.PERSON,
    "people_per_seat": 1,
    "min_age": None,
    "min_party": 1,
    "max_party": None,
    "arrive_minutes_before": 0,
    "booking_cutoff_minutes": 0,
    "cancellation_deadline_hours": None,
}


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a row gives, by field, but for what is `wrong`; `problems` says why, in order."""

    line: int
    columns: Columns = field(default_factory=lambda: columns_of(()))
    slug: str = ""
    given: dict[str, object] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    problems: list[BadRow] = field(default_factory=list)

    def blame(self, name: str, reason: str) -> None:
        """Note that a field is wrong, by the heading that its column has in the file."""
        column = self.columns.by_field.get(name)
        heading = column.heading if column else name
        problem = BadRow(line=self.line, column=heading, reason=reason)
        if problem not in self.problems:
            self.problems.append(problem)

    def has(self, name: str) -> bool:
        """Whether the file has a column for that field."""
        return name in self.columns.by_field

    def in_order(self) -> list[BadRow]:
        """Return the problems in the order of the file's columns."""
        places = {column.heading: column.index for column in self.columns.by_field.values()}
        return sorted(self.problems, key=lambda bad: places.get(bad.column, len(places) + 99))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReader:
    """Reads rows in the resort's currency, each cell as the kind of value that it should be."""

    currency: str
    pictures: Pictures

    def read(self, row: SourceRow) -> Draft:
        """Return what a row says; never raises, for what is wrong is noted in the draft."""
        draft = Draft(line=row.line, columns=columns_of(row.headings))
        if row.problem is not None:
            place, reason = row.problem
            draft.problems.append(BadRow(line=row.line, column=place, reason=reason))
            return draft
        for first, second in draft.columns.doubled:
            draft.problems.append(
                BadRow(line=row.line, column=second, reason=f"means the same as “{first}”")
            )
        for name in FIELDS:
            if column := draft.columns.by_field.get(name):
                self._take(draft, name, row.values[column.index], column)
        self._complete(draft)
        return draft

    def _take(self, draft: Draft, name: str, value: object, column: Column) -> None:
        if name in ("image", "images") and not draft.slug:
            draft.slug = _slug(draft)  # pictures are kept under it
        if is_blank(value):
            if name in _BLANK:
                draft.given[name] = _BLANK[name]
            return
        try:
            draft.given[name] = self._value(draft, name, value, column)
        except Unclear as unclear:
            draft.blame(name, str(unclear))
            draft.wrong.add(name)

    def _value(self, draft: Draft, name: str, value: object, column: Column) -> object:
        if name in PLAIN_READERS:
            return PLAIN_READERS[name](value)
        if name == "price":
            return read_price(value, currency=self.currency, said=column.unit)
        if name == "currency":
            return read_currency(value, currency=self.currency)
        if name == "rates":
            return read_rates(value, currency=self.currency)
        if name == "images":
            return tuple(
                replace(image, source=self._url(draft, image.source))
                for image in read_images(value)
            )
        if name == "image":
            return self._url(draft, read_line(value))
        return read_minutes(value, unit=column.unit or "min")

    def _url(self, draft: Draft, source: str) -> str:
        return self.pictures.url_of(source, stem=draft.slug or "picture")

    def _complete(self, draft: Draft) -> None:
        draft.slug = draft.slug or _slug(draft)
        for name in REQUIRED:
            is_said = name in draft.given or name in draft.wrong
            by_rates = name == "price" and "rates" in draft.given
            if draft.has(name) and not is_said and not by_rates:
                draft.blame(name, "missing")
        if draft.slug or {"name", "slug"} & draft.wrong:
            return
        if draft.given.get("name"):
            draft.blame("name", "no letter or digit of a-z to make a slug of: give a slug")
        elif not draft.has("name"):
            draft.blame("slug" if draft.has("slug") else "name", "missing")


def _slug(draft: Draft) -> str:
    said = draft.given.get("slug") or slug_of(str(draft.given.get("name") or ""))
    return str(said)


def _read_price_per(value: object) -> PricePer:
    word = read_line(value).casefold().removeprefix("per ")
    try:
        return PricePer(word)
    except ValueError:
        raise Unclear(f"write one of {', '.join(PricePer)}") from None


def _read_hours(value: object) -> int:
    if isinstance(value, str):
        return read_whole(value.casefold().removesuffix("h").strip())
    return read_whole(value)


PLAIN_READERS: Mapping[str, Callable[[object], object]] = {
    "name": read_line,
    "slug": read_line,
    "description": read_text,
    "category": read_line,
    "price_per": _read_price_per,
    "people_per_seat": read_whole,
    "capacity_per_slot": read_whole,
    "location": read_line,
    "meeting_point": read_line,
    "requirements": read_text,
    "bring": read_text,
    "min_age": read_whole,
    "min_party": read_whole,
    "max_party": read_whole,
    "cancellation_deadline_hours": _read_hours,
    "is_active": read_yes_no,
    "metadata": read_metadata,
}
