"""A file as rows of cells, each with the line it stands on; whether CSV or JSON."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from resortbook.application.importing.encoding import decoded
from resortbook.application.importing.headings import known_fields
from resortbook.application.importing.json_items import json_rows
from resortbook.application.importing.rows import SourceRow
from resortbook.domain.errors import InvalidInput

MAX_BYTES = 8 * 1024 * 1024
SEPARATORS = (";", ",", "\t")
_SEPARATOR_LINE = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)
_GUARDED = re.compile(r"'+[=+\-@]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a file is a list of: `fields_in` names what headings mean, and the first line of a
    CSV needs one of the `keys`.
    """

    of: str
    keys: tuple[str, ...]
    fields_in: Callable[[Sequence[str]], frozenset[str]]
    most: int = 100_000


ACTIVITIES = Table(of="activities", keys=("name", "slug"), fields_in=known_fields, most=10_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The rows of a file, and what its reader should know about how it was read."""

    rows: tuple[SourceRow, ...]
    notes: tuple[str, ...] = ()


def read_source(content: bytes, *, name: str, table: Table = ACTIVITIES) -> Source:
    """Return the rows of a CSV or JSON file (which one, its beginning or `name` says), blank
    ones left out.

    Raises:
        InvalidInput: on `file`: too large, not text, too many rows, or no table that names its
            columns.
    """
    if len(content) > MAX_BYTES:
        raise InvalidInput.on("file", "A file has at most 8 MB")
    if content.startswith(b"PK\x03\x04"):
        raise InvalidInput.on("file", "This is a workbook: save its sheet as CSV first")
    text, note = decoded(content)
    if not text.strip():
        raise InvalidInput.on("file", "The file is empty")
    is_json = text.lstrip()[0] in "[{" or name.lower().endswith(".json")
    rows = tuple(
        islice(
            json_rows(text, of=table.of) if is_json else _csv_rows(text, table), table.most + 1
        )
    )
    if len(rows) > table.most:
        raise InvalidInput.on("file", f"A file has at most {table.most:,} {table.of}")
    return Source(rows=rows, notes=(note,) if note else ())


def _csv_rows(text: str, table: Table) -> Iterator[SourceRow]:
    separator, skipped = _separator(text, table)
    records = _records(text, separator, skipped)
    headings: tuple[str, ...] | None = None
    for line, cells in records:
        if isinstance(cells, str):
            yield SourceRow(line=line, problem=("row", cells))
        elif not any(cell.strip() for cell in cells):
            continue
        elif headings is None:
            headings = tuple(cell.strip() for cell in cells)
        else:
            yield _row(line, headings, cells)


def _row(line: int, headings: tuple[str, ...], cells: list[str]) -> SourceRow:
    if len(cells) > len(headings):
        problem = (
            f"column {len(headings) + 1}",
            f"{len(cells)} cells where the heading has {len(headings)}: "
            "a separator too many, or a text that needs quotes",
        )
        return SourceRow(line=line, problem=problem)
    missing = [""] * (len(headings) - len(cells))
    values = tuple(_bare(cell) for cell in [*cells, *missing])
    return SourceRow(line=line, headings=headings, values=values)


def _bare(cell: str) -> str:
    # An apostrophe keeps spreadsheets from running a cell as a formula (see the export).
    text = cell.strip()
    return text[1:] if _GUARDED.match(text) else text


def _separator(text: str, table: Table) -> tuple[str, int]:
    """Return the separator under which most headings are known, and how many lines say it."""
    said = _SEPARATOR_LINE.match(text)
    if said:
        return said[1], 1
    headings = {sign: _headings(text, sign) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: len(table.fields_in(headings[sign])))
    if table.fields_in(headings[best]).isdisjoint(table.keys):
        found = ", ".join(f"“{name}”" for name in headings[best][:12] if name)
        raise InvalidInput.on(
            "file",
            f"The first line names no column for the {table.keys[0]}; it has: {found[:300]}",
        )
    return best, 0


def _headings(text: str, separator: str) -> tuple[str, ...]:
    for _, cells in _records(text, separator, 0):
        if isinstance(cells, str):
            return ()
        if any(cell.strip() for cell in cells):
            return tuple(cell.strip() for cell in cells)
    return ()


def _records(text: str, separator: str, skip: int) -> Iterator[tuple[int, list[str] | str]]:
    """Yield each record with the line it begins on; a text instead says what is wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _quotes_problem(str(error))
        else:
            if line > skip:
                yield line, cells


def _quotes_problem(error: str) -> str:
    if "field larger" in error:
        return "a cell of this row is too long"
    if "unexpected end" in error:
        return "a quoted text begins here and never ends"
    return "quotes inside of a quoted text must be doubled"
