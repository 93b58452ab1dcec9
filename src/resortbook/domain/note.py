"""Notes of staff on bookings."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingNote:
    """What staff wrote down about a booking; guests never see it."""

    id: UUID
    booking_id: UUID
    author_id: UUID | None
    body: str
    created_at: datetime
