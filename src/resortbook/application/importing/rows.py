"""What stands between a file and the catalogue: rows, and what is wrong with them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """One thing that is wrong with a row: its line in the file (from 1), the column's heading
    as it is written there, and the reason.
    """

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A row as it stands in the file; `problem` (column, reason) where it cannot be read at
    all.
    """

    line: int
    headings: tuple[str, ...] = ()
    values: tuple[object, ...] = ()
    problem: tuple[str, str] | None = None


class Unclear(ValueError):
    """A cell that does not say clearly what it means; the text is the reason."""
