"""Departures that are being called off, for writing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.closing import Closing


class Closings(Protocol):
    """Closings and the slots that each of them is about."""

    def add(self, closing: Closing, slot_ids: Sequence[UUID]) -> None:
        """Insert a closing of these slots."""
        ...

    def slot_ids(self, closing_id: UUID) -> Sequence[UUID]:
        """Return the slots of a closing, by id."""
        ...

    def unfinished(self) -> Sequence[Closing]:
        """Return the closings whose bookings are not all cancelled yet, oldest first."""
        ...

    def finish(self, closing_id: UUID, *, at: datetime) -> None:
        """Write down that nobody is left to be told of it; the first time stands."""
        ...

    def is_closing(self, slot_id: UUID) -> bool:
        """Whether an unfinished closing is about this slot."""
        ...
