"""What staff look up about a booking, and the audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.audit import AuditEntry
from resortbook.domain.note import BookingNote
from resortbook.ports.paging import Page, PageOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Aboard:
    """What comes to a departure: bookings and people, and how many of these have come."""

    bookings: int = 0
    people: int = 0
    arrived: int = 0


class DeskReads(Protocol):
    """What was done and noted, without a lock."""

    def history(self, subject_id: UUID) -> Sequence[AuditEntry]:
        """Return what was done to a thing, oldest first."""
        ...

    def audit(self, page: Page, *, subject_id: UUID | None = None) -> PageOf[AuditEntry]:
        """Return a page of all that was done (to one thing), newest first.

        Raises:
            InvalidInput: a bad `cursor`.
        """
        ...

    def aboard(self, start: datetime, end: datetime, *, now: datetime) -> Mapping[UUID, Aboard]:
        """Return what comes to the departures (by id) that start from `start` until before
        `end`: holds too, without what fell through and those who did not come.
        """
        ...

    def notes(self, booking_ids: Sequence[UUID]) -> Sequence[BookingNote]:
        """Return staff's notes on these bookings, oldest first."""
        ...
