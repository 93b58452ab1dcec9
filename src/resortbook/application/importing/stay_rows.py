"""A row of the front office's arrivals as a stay."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from resortbook.application.importing.day_text import read_day
from resortbook.application.importing.rows import BadRow, SourceRow, Unclear
from resortbook.application.importing.source import Table
from resortbook.application.importing.values import is_blank, read_line
from resortbook.domain.words import words_of

FIELDS = ("room", "last_name", "arrives_on", "departs_on", "external_ref")
NEEDED = FIELDS[:4]
LONGEST = {"room": 50, "last_name": 200, "external_ref": 100}
LONGEST_STAY_DAYS = 366

_WORDS = {
    "room": "room, room number, room no, room no., unit, villa",
    "last_name": "last name, surname, family name, name, guest, guest name, full name",
    "arrives_on": "arrives on, arrival, arrival date, arrives, check in, checkin, from",
    "departs_on": "departs on, departure, departure date, departs, check out, checkout, to, "
    "until",
    "external_ref": "external ref, reservation, reservation number, reservation no, "
    "confirmation, confirmation number, confirmation no, booking number, reference, ref",
}
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words.split(", ")}


@dataclass(slots=True, kw_only=True)
class StayDraft:
    """What a row gives, by field; `problems` says what is wrong with it."""

    line: int
    headings: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    problems: list[BadRow] = field(default_factory=list)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the stay it is: its number, else room, name and arrival."""
        if self.given.get("external_ref"):
            return ("number", self.given["external_ref"])
        words = tuple(words_of(f"{self.given['room']} {self.given['last_name']}"))
        return (words, self.given["arrives_on"])

    def blame(self, name: str, reason: str) -> None:
        """Note that a field is wrong, by the heading that its column has in the file."""
        heading = self.headings.get(name, name)
        self.problems.append(BadRow(line=self.line, column=heading, reason=reason))


def read_stay_row(row: SourceRow) -> StayDraft:
    """Return what a row says; never raises, for what is wrong is noted in the draft."""
    draft = StayDraft(line=row.line)
    if row.problem is not None:
        place, reason = row.problem
        draft.problems.append(BadRow(line=row.line, column=place, reason=reason))
        return draft
    cells = _cells(draft, row)
    for name in FIELDS:
        _take(draft, name, cells.get(name))
    _check_days(draft)
    return draft


def fields_in(headings: Sequence[str]) -> frozenset[str]:
    """Return the fields that these headings name."""
    return frozenset(name for heading in headings if (name := _BY_WORD.get(_plain(heading))))


STAYS = Table(of="stays", keys=("room",), fields_in=fields_in)


def _cells(draft: StayDraft, row: SourceRow) -> dict[str, object]:
    cells: dict[str, object] = {}
    for at, (heading, value) in enumerate(zip(row.headings, row.values, strict=True)):
        name = _BY_WORD.get(_plain(heading))
        if name is None:
            draft.ignored.append(heading or f"column {at + 1}")
        elif name in cells:
            reason = f"means the same as “{draft.headings[name]}”"
            draft.problems.append(BadRow(line=row.line, column=heading, reason=reason))
        else:
            draft.headings[name], cells[name] = heading, value
    return cells


def _take(draft: StayDraft, name: str, value: object) -> None:
    if is_blank(value):
        if name in NEEDED:
            draft.blame(name, "missing")
        return
    try:
        draft.given[name] = _READERS[name](value)
    except Unclear as unclear:
        draft.blame(name, str(unclear))


def _check_days(draft: StayDraft) -> None:
    arrives, departs = draft.given.get("arrives_on"), draft.given.get("departs_on")
    if not (isinstance(arrives, date) and isinstance(departs, date)):
        return
    if departs < arrives:
        draft.blame("departs_on", "this is before the arrival")
    elif (departs - arrives).days > LONGEST_STAY_DAYS:
        draft.blame("departs_on", f"a stay has at most {LONGEST_STAY_DAYS} days")


def _line_of(name: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = read_line(str(value) if type(value) is int else value)
        if len(text) > LONGEST[name]:
            raise Unclear(f"at most {LONGEST[name]} characters")
        return text

    return read


def _last_name(value: object) -> str:
    # “Lopez, Maria” is how lists of arrivals are sorted.
    name = _line_of("last_name")(value).partition(",")[0].strip()
    if not words_of(name):
        raise Unclear("a name has a letter")
    return name


def _room(value: object) -> str:
    room = _line_of("room")(value)
    if not words_of(room):
        raise Unclear("a room has a letter or digit")
    return room


def _plain(heading: str) -> str:
    return " ".join(re.split(r"[\s_\-\u00a0]+", heading.casefold())).strip()


_READERS: Mapping[str, Callable[[object], object]] = {
    "room": _room,
    "last_name": _last_name,
    "arrives_on": read_day,
    "departs_on": read_day,
    "external_ref": _line_of("external_ref"),
}
