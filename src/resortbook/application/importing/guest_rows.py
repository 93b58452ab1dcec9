"""A row as what it says about one guest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resortbook.application.importing.rows import BadRow, SourceRow, Unclear
from resortbook.application.importing.source import Table
from resortbook.application.importing.values import is_blank, read_line
from resortbook.application.phones import as_e164
from resortbook.domain.errors import InvalidPhone

FIELDS = ("phone", "name", "room", "language")
LONGEST = 200

_WORDS = {
    "phone": ("phone", "phone number", "mobile", "whatsapp", "telephone", "number"),
    "name": ("name", "guest", "guest name", "full name"),
    "room": ("room", "room number", "villa"),
    "language": ("language", "lang", "locale"),
}
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words}


@dataclass(slots=True, kw_only=True)
class GuestDraft:
    """What a row gives, by field; `problems` says what is wrong with it."""

    line: int
    given: dict[str, str] = field(default_factory=dict)
    problems: list[BadRow] = field(default_factory=list)


def read_guest_row(row: SourceRow) -> GuestDraft:
    """Return what a row says; never raises, for what is wrong is noted in the draft."""
    draft = GuestDraft(line=row.line)
    if row.problem is not None:
        place, reason = row.problem
        draft.problems.append(BadRow(line=row.line, column=place, reason=reason))
        return draft
    cells = _cells(row)
    for name in FIELDS:
        if name in cells:
            _take(draft, name, *cells[name])
    if "phone" not in draft.given and not draft.problems:
        draft.problems.append(BadRow(line=row.line, column="phone", reason="missing"))
    return draft


def fields_in(headings: Sequence[str]) -> frozenset[str]:
    """Return the fields that these headings name."""
    return frozenset(name for heading in headings if (name := _BY_WORD.get(_plain(heading))))


GUESTS = Table(of="guests", keys=("phone",), fields_in=fields_in)


def _cells(row: SourceRow) -> Mapping[str, tuple[str, object]]:
    found: dict[str, tuple[str, object]] = {}
    for heading, value in zip(row.headings, row.values, strict=True):
        name = _BY_WORD.get(_plain(heading))
        if name is not None and name not in found:
            found[name] = (heading, value)
    return found


def _take(draft: GuestDraft, name: str, heading: str, value: object) -> None:
    if is_blank(value):
        return
    try:
        told = read_line(value)
        if len(told) > LONGEST:
            raise Unclear(f"has more than {LONGEST} characters")
        draft.given[name] = as_e164(told) if name == "phone" else told
    except (Unclear, InvalidPhone) as problem:
        draft.problems.append(BadRow(line=draft.line, column=heading, reason=str(problem)))


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("-", " ").casefold().split())
