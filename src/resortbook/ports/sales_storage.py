"""Bookings and the seats they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.booking import Booking, BookingDetail
from resortbook.domain.note import BookingNote


class SeatsTaken(Exception):
    """The seats could not be claimed: the slot is closed, or its counter leaves too few."""


class ResourcesTaken(SeatsTaken):
    """Something that the departure needs is used by others then; `slot_ids` are those."""

    def __init__(self, slot_ids: frozenset[UUID]) -> None:
        """Keep which departures are in the way."""
        super().__init__("Other departures use what this one needs")
        self.slot_ids = slot_ids


class HoldLimitHit(Exception):
    """The guest has as many open holds as allowed."""


class ReferenceTaken(Exception):
    """Another booking has this reference."""


class Stale(Exception):
    """Somebody else changed the row since it was read: read again and decide again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatClaim:
    """What a booking uses of one slot; `whole` asks that nobody else has a seat in it.

    `shares` says that the slot is known to use resources: without it no seat is had in one
    that does. `start` is the start that was decided by: no seat is had in a slot that has been
    delayed since.
    """

    slot_id: UUID
    seats: int
    whole: bool = False
    shares: bool = False
    start: datetime | None = None


class Bookings(Protocol):
    """Bookings with their lines."""

    def get(self, booking_id: UUID) -> Booking:
        """Return the booking as stored. Raises NotFound."""
        ...

    def detail(self, booking_id: UUID) -> BookingDetail:
        """Return the booking as stored, with its activity and departure. Raises NotFound."""
        ...

    def find_id(self, reference: str) -> UUID | None:
        """Return the id of the booking with that reference (8 characters, upper case)."""
        ...

    def add(self, booking: Booking) -> None:
        """Insert a booking whose seats were claimed in this unit of work. Raises
        ReferenceTaken.
        """
        ...

    def save(self, booking: Booking, *, was: Booking) -> None:
        """Write the new value over `was`, lines included, if the row still is that version.
        Raises Stale.
        """
        ...

    def lapsed(
        self,
        now: datetime,
        *,
        slot_id: UUID | None = None,
        guest_id: UUID | None = None,
        limit: int,
    ) -> Sequence[Booking]:
        """Return holds that ran out and are still pending, oldest first; of one slot or guest
        where given.
        """
        ...

    def ended(self, before: datetime, *, limit: int) -> Sequence[Booking]:
        """Return confirmed bookings whose slot ended at or before a moment, oldest first."""
        ...

    def open_on(
        self, slot_ids: Sequence[UUID], now: datetime, *, guest_id: UUID | None = None
    ) -> Sequence[Booking]:
        """Return what is open at `now` on these slots (of one guest, where given), by guest
        and id: confirmed bookings and holds that have not run out.
        """
        ...

    def ahead_of(self, guest_id: UUID, now: datetime) -> Sequence[Booking]:
        """Return the guest's open holds and confirmed bookings whose slot has not ended."""
        ...


class Notes(Protocol):
    """Staff's notes on bookings, kept encrypted."""

    def add(self, note: BookingNote) -> None:
        """Write down a note."""
        ...
