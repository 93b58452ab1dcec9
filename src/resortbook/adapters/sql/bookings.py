"""Bookings with their lines, and the staff's notes on them, for writing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Connection,
    Table,
    delete,
    insert,
    select,
    update,
)

from resortbook.adapters.sql.booking_rows import (
    booking_row,
    has_lapsed,
    is_open,
    line_rows,
    load_bookings,
    word_rows,
)
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.failures import refused_by
from resortbook.adapters.sql.reads.bookings import find_booking
from resortbook.adapters.sql.search_text import is_storable
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.sales import (
    booking_lines,
    booking_notes,
    booking_words,
    bookings,
)
from resortbook.domain.booking import Booking, BookingDetail, BookingStatus
from resortbook.domain.errors import NotFound
from resortbook.domain.note import BookingNote
from resortbook.ports.sales_storage import HoldLimitHit, ReferenceTaken, Stale

REFERENCE_INDEX = "uq_bookings_reference"
HOLD_INDEX = "uq_bookings_guest_id_hold_no"


class SqlBookings:
    """Bookings as the port `Bookings` asks for them."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def get(self, booking_id: UUID) -> Booking:
        """Load one with its lines. Raises NotFound."""
        statement = select(bookings).where(bookings.c.id == booking_id)
        found = load_bookings(self._connection, statement)
        if not found:
            raise NotFound("There is no such booking")
        return found[0]

    def detail(self, booking_id: UUID) -> BookingDetail:
        """Load one with what it is of. Raises NotFound."""
        found = find_booking(self._connection, booking_id)
        if found is None:
            raise NotFound("There is no such booking")
        return found

    def find_id(self, reference: str) -> UUID | None:
        """Look a reference up, as it is written."""
        if not is_storable(reference):
            return None
        statement = select(bookings.c.id).where(bookings.c.reference == reference)
        found: UUID | None = self._connection.scalar(statement)
        return found

    def add(self, booking: Booking, *, hold_no: int | None = None) -> None:
        """Insert it with lines and words; `hold_no` where a limit counts it.

        Raises:
            ReferenceTaken: this ends the unit.
        """
        row = {**booking_row(booking), "hold_no": hold_no}
        with refused_by(REFERENCE_INDEX, ReferenceTaken(booking.reference)):
            self._connection.execute(insert(bookings), row)
        self._add_lines(booking)
        self._add_words(booking)

    def free_hold_no(self, guest_id: UUID, limit: int) -> int:
        """Return the lowest number from 1 to `limit` that no hold of the guest has.

        Only for a single writer; elsewhere the unique index must have the last word.

        Raises:
            HoldLimitHit: all are taken.
        """
        statement = select(bookings.c.hold_no).where(
            bookings.c.guest_id == guest_id, bookings.c.hold_no.is_not(None)
        )
        taken = set(self._connection.scalars(statement))
        for number in range(1, limit + 1):
            if number not in taken:
                return number
        raise HoldLimitHit("The guest has as many open holds as allowed")

    def save(self, booking: Booking, *, was: Booking) -> None:
        """Compare id and version and set everything anew. Raises Stale."""
        values = booking_row(booking)
        if booking.status is not BookingStatus.PENDING:
            values["hold_no"] = None
        written = self._connection.execute(
            update(bookings)
            .where(bookings.c.id == was.id, bookings.c.version == was.version)
            .values(values)
        )
        if written.rowcount == 0:
            raise Stale("The booking was changed meanwhile")
        if booking.lines != was.lines:
            self._drop(booking_lines, booking)
            self._add_lines(booking)
        if (booking.lead_name, booking.room) != (was.lead_name, was.room):
            self._drop(booking_words, booking)
            self._add_words(booking)

    def lapsed(
        self,
        now: datetime,
        *,
        slot_id: UUID | None = None,
        guest_id: UUID | None = None,
        limit: int,
    ) -> Sequence[Booking]:
        """Load holds that ran out, by when they did."""
        conditions = [has_lapsed(now)]
        if slot_id is not None:
            conditions.append(bookings.c.time_slot_id == slot_id)
        if guest_id is not None:
            conditions.append(bookings.c.guest_id == guest_id)
        statement = (
            select(bookings)
            .where(*conditions)
            .order_by(bookings.c.expires_at, bookings.c.id)
            .limit(limit)
        )
        return load_bookings(self._connection, statement)

    def ended(self, by: datetime, *, limit: int) -> Sequence[Booking]:
        """Load confirmed bookings of slots that are over, by their end."""
        statement = (
            select(bookings)
            .join(time_slots, time_slots.c.id == bookings.c.time_slot_id)
            .where(
                bookings.c.status == BookingStatus.CONFIRMED.value,
                time_slots.c.end_time <= by,
            )
            .order_by(time_slots.c.end_time, bookings.c.id)
            .limit(limit)
        )
        return load_bookings(self._connection, statement)

    def open_on(
        self, slot_ids: Sequence[UUID], now: datetime, *, guest_id: UUID | None = None
    ) -> Sequence[Booking]:
        """Load what is open on these slots, by guest."""
        conditions = [bookings.c.time_slot_id.in_(slot_ids), is_open(now)]
        if guest_id is not None:
            conditions.append(bookings.c.guest_id == guest_id)
        in_order = (bookings.c.guest_id, bookings.c.id)
        return load_bookings(
            self._connection, select(bookings).where(*conditions).order_by(*in_order)
        )

    def ahead_of(self, guest_id: UUID, now: datetime) -> Sequence[Booking]:
        """Load what the guest has ahead, by its start."""
        statement = (
            select(bookings)
            .join(time_slots, time_slots.c.id == bookings.c.time_slot_id)
            .where(bookings.c.guest_id == guest_id, is_open(now), time_slots.c.end_time > now)
            .order_by(time_slots.c.start_time, bookings.c.id)
        )
        return load_bookings(self._connection, statement)

    def _add_lines(self, booking: Booking) -> None:
        if booking.lines:
            self._connection.execute(insert(booking_lines), line_rows(booking))

    def _add_words(self, booking: Booking) -> None:
        if rows := word_rows(booking, self._cipher):
            self._connection.execute(insert(booking_words), rows)

    def _drop(self, parts: Table, booking: Booking) -> None:
        self._connection.execute(delete(parts).where(parts.c.booking_id == booking.id))


class SqlNotes:
    """Notes as the port `Notes` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: BookingNote) -> None:
        """Insert it, encrypted."""
        row = {
            "id": note.id,
            "booking_id": note.booking_id,
            "author_id": note.author_id,
            "body": note.body,
            "created_at": note.created_at,
        }
        self._connection.execute(insert(booking_notes), row)
