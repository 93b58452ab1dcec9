"""Two stored facts that should agree and do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """What was held against each other, of which row, what it should be, and what it is."""

    what: str
    subject: str
    expected: str
    found: str
