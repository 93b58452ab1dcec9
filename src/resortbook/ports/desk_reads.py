"""What staff look up about a booking, and the audit."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from resortbook.domain.audit import AuditEntry
from resortbook.domain.note import BookingNote
from resortbook.ports.paging import Page, PageOf


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

    def notes(self, booking_ids: Sequence[UUID]) -> Sequence[BookingNote]:
        """Return staff's notes on these bookings, oldest first."""
        ...
