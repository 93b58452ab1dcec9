"""Reading bookings, what happened to them, and whether everything adds up."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from resortbook.adapters.sql.answers import find_answer
from resortbook.adapters.sql.checks import find_discrepancies
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.guest_rows import load_guests
from resortbook.adapters.sql.reads.bookings import find_booking, page_of_bookings
from resortbook.adapters.sql.tables.messages import outbox
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.events import EventKind
from resortbook.domain.guest import Guest
from resortbook.ports.discrepancies import Discrepancy
from resortbook.ports.idempotency import KeptAnswer
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import BookingChange, BookingFilter

_CHANGES = [kind.value for kind in EventKind if kind.startswith(("Booking", "Slot"))]


class SqlSalesReads:
    """Reading as the port `SalesReads` asks for it."""

    def __init__(self, database: Database, *, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    def booking(self, key: UUID | str) -> BookingDetail | None:
        """Load one by id or reference."""
        with self._database.reading() as connection:
            return find_booking(connection, key)

    def bookings(self, wanted: BookingFilter, page: Page) -> PageOf[BookingDetail]:
        """Load a page of those wanted. Raises InvalidInput on a bad `cursor`."""
        with self._database.reading() as connection:
            return page_of_bookings(connection, wanted, page, cipher=self._cipher)

    def guests_of(self, guest_ids: Sequence[UUID]) -> Mapping[UUID, Guest]:
        """Load several guests."""
        with self._database.reading() as connection:
            return load_guests(connection, guest_ids)

    def changes_since(self, floor: UUID, *, limit: int) -> Sequence[BookingChange]:
        """Load events of bookings above an id, with the bookings' present status."""
        statement = (
            select(outbox.c.id, outbox.c.guest_id, outbox.c.subject_id, bookings.c.status)
            .join(bookings, bookings.c.id == outbox.c.subject_id)
            .where(outbox.c.id > floor, outbox.c.kind.in_(_CHANGES))
            .order_by(outbox.c.id)
            .limit(limit)
        )
        with self._database.reading() as connection:
            rows = connection.execute(statement).all()
        return [
            BookingChange(
                event_id=row.id,
                booking_id=row.subject_id,
                guest_id=row.guest_id,
                status=BookingStatus(row.status),
            )
            for row in rows
        ]

    def kept_answer(self, owner: str, key: str, *, now: datetime) -> KeptAnswer | None:
        """Load the answer kept under a key."""
        with self._database.reading() as connection:
            return find_answer(connection, owner, key, now=now)

    def discrepancies(self) -> Sequence[Discrepancy]:
        """Run all checks."""
        with self._database.reading() as connection:
            return find_discrepancies(connection)
