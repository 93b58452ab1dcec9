"""What guests used of the assistant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """Turns that were taken, and the tokens that were read and written for them."""

    turns: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def tokens(self) -> int:
        """All of them."""
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageFigures:
    """What was used since ever and on one day, and how many turns came to which outcome."""

    ever: Used
    today: Used
    outcomes: Mapping[str, int] = field(default_factory=dict)


class Usage(Protocol):
    """Turns, tokens and outcomes, by guest and the resort's day."""

    def on(self, day: date) -> Used:
        """Return what all guests together used on a day."""
        ...

    def of(self, guest_id: UUID, day: date) -> Used:
        """Return what the guest used on a day."""
        ...

    def add(
        self,
        guest_id: UUID,
        day: date,
        *,
        turns: int = 0,
        tokens_in: int = 0,
        tokens_out: int = 0,
    ) -> None:
        """Add to what the guest used; two at once are both counted."""
        ...

    def count(self, day: date, outcome: str) -> None:
        """Count one turn that came to this; two at once are both counted."""
        ...


class UsageReads(Protocol):
    """Reading what was used, without a lock."""

    def figures(self, day: date) -> UsageFigures:
        """Add it all up, the day apart. Raises Unavailable."""
        ...
