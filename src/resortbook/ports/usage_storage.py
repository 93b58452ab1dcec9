"""What guests used of the assistant."""

from datetime import date
from typing import Protocol
from uuid import UUID


class Usage(Protocol):
    """Turns and tokens, by guest and the resort's day."""

    def tokens_on(self, day: date) -> int:
        """Return the tokens that all guests together used on a day."""
        ...

    def turns_of(self, guest_id: UUID, day: date) -> int:
        """Return the turns that a guest used on a day."""
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
