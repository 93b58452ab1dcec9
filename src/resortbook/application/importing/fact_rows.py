"""A row as what it says about one topic of the resort."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resortbook.application.importing.rows import BadRow, SourceRow, Unclear
from resortbook.application.importing.source import Table
from resortbook.application.importing.values import is_blank, read_line, read_text

FIELDS = ("topic", "examples", "answer")
PASSED_OVER = "id"  # lists have it, but the topic decides
LONGEST_TOPIC = 100
LONGEST_EXAMPLE = 200
MOST_EXAMPLES = 100
# An answer is a message of its own, beside what was asked before.
LONGEST_ANSWER = 600

_WORDS = {
    "topic": ("topic", "subject"),
    "examples": ("examples", "example", "questions", "question", "example questions"),
    "answer": ("answer", "reply"),
}
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words}


@dataclass(slots=True, kw_only=True)
class FactDraft:
    """What a row gives, by field; `problems` says what is wrong with it."""

    line: int
    headings: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    problems: list[BadRow] = field(default_factory=list)

    @property
    def topic(self) -> str:
        """The topic, blank where the row gives none."""
        return str(self.given.get("topic", ""))

    @property
    def examples(self) -> tuple[str, ...]:
        """The questions, none where the row gives none."""
        return tuple(self.given.get("examples", ()))

    def blame(self, name: str, reason: str) -> None:
        """Note that a field is wrong, by the heading that its column has in the file."""
        heading = self.headings.get(name, name)
        self.problems.append(BadRow(line=self.line, column=heading, reason=reason))


def read_fact_row(row: SourceRow) -> FactDraft:
    """Return what a row says; never raises, for what is wrong is noted in the draft."""
    draft = FactDraft(line=row.line)
    if row.problem is not None:
        place, reason = row.problem
        draft.problems.append(BadRow(line=row.line, column=place, reason=reason))
        return draft
    cells = _cells(draft, row)
    for name in FIELDS:
        if name in cells:
            _take(draft, name, cells[name])
    if "topic" not in cells:
        draft.blame("topic", "missing")
    return draft


def fields_in(headings: Sequence[str]) -> frozenset[str]:
    """Return the fields that these headings name."""
    return frozenset(name for heading in headings if (name := _BY_WORD.get(_plain(heading))))


FACTS = Table(of="facts", keys=("topic",), fields_in=fields_in)


def _cells(draft: FactDraft, row: SourceRow) -> dict[str, object]:
    cells: dict[str, object] = {}
    for at, (heading, value) in enumerate(zip(row.headings, row.values, strict=True)):
        name = _BY_WORD.get(_plain(heading))
        if name is None:
            if _plain(heading) != PASSED_OVER:
                draft.ignored.append(heading or f"column {at + 1}")
        elif name in cells:
            reason = f"means the same as “{draft.headings[name]}”"
            draft.problems.append(BadRow(line=row.line, column=heading, reason=reason))
        else:
            draft.headings[name], cells[name] = heading, value
    return cells


def _take(draft: FactDraft, name: str, value: object) -> None:
    if is_blank(value):
        draft.blame(name, "missing")
        return
    try:
        draft.given[name] = _READERS[name](value)
    except Unclear as unclear:
        draft.blame(name, str(unclear))


def _topic(value: object) -> str:
    return _at_most(LONGEST_TOPIC, read_line(value))


def _examples(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else read_text(value).split("|")
    lines = [read_line(part) for part in parts]
    told = tuple(dict.fromkeys(line for line in lines if line))
    if not told:
        raise Unclear("missing")
    if len(told) > MOST_EXAMPLES:
        raise Unclear(f"at most {MOST_EXAMPLES} questions")
    for line in told:
        _at_most(LONGEST_EXAMPLE, line)
    return told


def _answer(value: object) -> str:
    return _at_most(LONGEST_ANSWER, read_text(value))


def _at_most(longest: int, text: str) -> str:
    if len(text) > longest:
        raise Unclear(f"at most {longest} characters; this has {len(text):,}")
    return text


def _plain(heading: str) -> str:
    return " ".join(re.split(r"[\s_\-\u00a0]+", heading.casefold())).strip()


_READERS: Mapping[str, Callable[[object], object]] = {
    "topic": _topic,
    "examples": _examples,
    "answer": _answer,
}
