"""Which column means what: the names by which people call an activity's fields."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

FIELDS = (
    "name",
    "slug",
    "description",
    "category",
    "price",
    "currency",
    "price_per",
    "rates",
    "people_per_seat",
    "duration_minutes",
    "capacity_per_slot",
    "location",
    "meeting_point",
    "requirements",
    "bring",
    "min_age",
    "min_party",
    "max_party",
    "arrive_minutes_before",
    "booking_cutoff_minutes",
    "cancellation_deadline_hours",
    "is_active",
    "images",
    "metadata",
    "image",
)
"""The columns of an import, in the order of the export (which has no `image`)."""

_OTHER_WORDS: Mapping[str, str] = {
    "name": "title, activity, activity name",
    "slug": "short name",
    "description": "details, summary",
    "category": "type, kind",
    "price": "cost, price per person, cost per person",
    "currency": "currency code",
    "price_per": "priced per, price unit",
    "rates": "prices",
    "people_per_seat": "persons per seat",
    "duration_minutes": "duration, minutes",
    "capacity_per_slot": "capacity, max people, maximum people, max guests, max pax, pax, "
    "places, seats",
    "location": "place, where, venue",
    "meeting_point": "meet at, meeting place",
    "requirements": "notes, note, remarks, requirement",
    "bring": "what to bring, please bring, bring along",
    "min_age": "minimum age, age from",
    "min_party": "minimum party, min people, minimum people, min guests, min pax",
    "max_party": "maximum party, max party size",
    "arrive_minutes_before": "arrive before, arrive early, check in before",
    "booking_cutoff_minutes": "booking cutoff, booking cut off, cutoff, cut off",
    "cancellation_deadline_hours": "cancellation deadline, cancel until, free cancellation",
    "is_active": "active, enabled, on offer",
    "images": "pictures, photos",
    "metadata": "meta",
    "image": "picture, photo, image url, picture url, photo url",
}
_UNITS: Mapping[str, Mapping[str, str]] = {
    "duration_minutes": {
        **dict.fromkeys(("min", "mins", "minutes", "m"), "min"),
        **dict.fromkeys(("h", "hr", "hrs", "hours"), "h"),
    },
    "arrive_minutes_before": dict.fromkeys(("min", "mins", "minutes"), "min"),
    "booking_cutoff_minutes": dict.fromkeys(("min", "mins", "minutes"), "min"),
    "cancellation_deadline_hours": dict.fromkeys(("h", "hr", "hrs", "hours"), "h"),
    "capacity_per_slot": dict.fromkeys(("people", "persons", "pax", "guests", "seats"), ""),
    "min_age": dict.fromkeys(("years", "y", "yrs"), ""),
    "price": dict.fromkeys(("per person", "pp", "p.p.", "each"), ""),
}
_CURRENCY = re.compile(r"[A-Za-z]{3}|[A-Za-z]{0,3}[^\w\s]")
_UNIT = re.compile(r"(.+?)\s*(?:[(\[]\s*([^()\[\]]+?)\s*[)\]]|\bin\s+(\S+)|\s([A-Za-z]{3}|\W))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column that is understood: the heading as written, its place in the row, its unit (of a
    price: the currency) where the heading names one.
    """

    heading: str
    index: int
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a row by field; `ignored` are headings without a meaning here, `doubled`
    pairs of headings that mean the same.
    """

    by_field: Mapping[str, Column]
    ignored: tuple[str, ...]
    doubled: tuple[tuple[str, str], ...]


@lru_cache(maxsize=256)
def columns_of(headings: tuple[str, ...]) -> Columns:
    """Understand headings, without regard to case, `_`, `-` and blanks.

    A field's own name goes before other words for it: beside `requirements`, `notes` are
    ignored.
    """
    read = [(_field_of(heading), heading, at) for at, heading in enumerate(headings)]
    own = {found[0] for found, _, _ in read if found and found[2]}
    by_field: dict[str, Column] = {}
    ignored: list[str] = []
    doubled: list[tuple[str, str]] = []
    for found, heading, at in read:
        if found is None or (found[0] in own and not found[2]):
            ignored.append(heading or f"column {at + 1}")
        elif found[0] in by_field:
            doubled.append((by_field[found[0]].heading, heading))
        else:
            by_field[found[0]] = Column(heading=heading, index=at, unit=found[1])
    return Columns(by_field=by_field, ignored=tuple(ignored), doubled=tuple(doubled))


def known_fields(headings: Sequence[str]) -> frozenset[str]:
    """Return the fields that these headings name."""
    return frozenset(columns_of(tuple(headings)).by_field)


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\s_\-\u00a0]+", text.casefold())).strip()


_BY_WORD = {
    **{word: field for field, words in _OTHER_WORDS.items() for word in words.split(", ")},
    **{_plain(field): field for field in FIELDS},
}


def _field_of(heading: str) -> tuple[str, str, bool] | None:
    """Return field, unit, and whether the heading is the field's own name."""
    plain = _plain(heading)
    if plain in _BY_WORD:
        return _BY_WORD[plain], "", _plain(_BY_WORD[plain]) == plain
    match = _UNIT.fullmatch(heading.strip())
    if match is None:
        return None
    field = _BY_WORD.get(_plain(match[1]))
    said = next(part for part in match.groups()[1:] if part)
    if field == "price" and _CURRENCY.fullmatch(said):
        return field, said, _plain(match[1]) == "price"
    unit = _UNITS.get(field or "", {}).get(said.casefold())
    return None if field is None or unit is None else (field, unit, False)
