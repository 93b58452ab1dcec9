"""What was done and noted, for staff."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import RowMapping, and_, func, or_, select

from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.people import audit
from resortbook.adapters.sql.tables.sales import booking_notes, bookings
from resortbook.domain.audit import AuditEntry
from resortbook.domain.booking import BookingStatus
from resortbook.domain.note import BookingNote
from resortbook.ports.desk_reads import Aboard
from resortbook.ports.paging import Page, PageOf

_c = audit.c
_NEWEST_FIRST = Order(
    "audit", Key(_c.at, datetime, descending=True), Key(_c.id, UUID, descending=True)
)

_SOLD = (BookingStatus.CONFIRMED.value, BookingStatus.COMPLETED.value)


class SqlDeskReads:
    """Reading as the port `DeskReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def history(self, subject_id: UUID) -> Sequence[AuditEntry]:
        """Load a thing's entries, by time."""
        statement = (
            select(audit).where(_c.subject_id == subject_id).order_by(_c.at, _c.id).limit(1_000)
        )
        with self._database.reading() as connection:
            return [_entry(row) for row in connection.execute(statement).mappings()]

    def audit(self, page: Page, *, subject_id: UUID | None = None) -> PageOf[AuditEntry]:
        """Load a page. Raises InvalidInput on `cursor`."""
        statement = select(audit)
        if subject_id is not None:
            statement = statement.where(_c.subject_id == subject_id)
        with self._database.reading() as connection:
            rows = connection.execute(_NEWEST_FIRST.page(statement, page)).mappings().all()
        return PageOf(
            items=tuple(_entry(row) for row in rows[: page.limit]),
            next_cursor=_NEWEST_FIRST.next_cursor(rows, page),
        )

    def aboard(self, start: datetime, end: datetime, *, now: datetime) -> Mapping[UUID, Aboard]:
        """Add up the bookings of each departure."""
        b = bookings.c
        is_held = and_(b.status == BookingStatus.PENDING.value, b.expires_at > now)
        statement = (
            select(
                b.time_slot_id,
                func.count().label("bookings"),
                func.sum(b.participants).label("people"),
                func.coalesce(func.sum(b.checked_in_count), 0).label("arrived"),
            )
            .join(time_slots, time_slots.c.id == b.time_slot_id)
            .where(time_slots.c.start_time >= start, time_slots.c.start_time < end)
            .where(or_(b.status.in_(_SOLD), is_held))
            .group_by(b.time_slot_id)
        )
        with self._database.reading() as connection:
            return {
                row.time_slot_id: Aboard(
                    bookings=row.bookings, people=int(row.people), arrived=int(row.arrived)
                )
                for row in connection.execute(statement)
            }

    def notes(self, booking_ids: Sequence[UUID]) -> Sequence[BookingNote]:
        """Load the notes, by time."""
        n = booking_notes.c
        statement = (
            select(booking_notes)
            .where(n.booking_id.in_(booking_ids))
            .order_by(n.created_at, n.id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(statement).mappings().all()
        return [
            BookingNote(
                id=row["id"],
                booking_id=row["booking_id"],
                author_id=row["author_id"],
                body=row["body"],
                created_at=row["created_at"],
            )
            for row in rows
        ]


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(
        id=row[_c.id],
        at=row[_c.at],
        actor_kind=row[_c.actor_kind],
        actor_id=row[_c.actor_id],
        door=row[_c.door],
        action=row[_c.action],
        subject_kind=row[_c.subject_kind],
        subject_id=row[_c.subject_id],
        changed=tuple(row[_c.changed]),
        reason=row[_c.reason],
        request_id=row[_c.request_id],
    )
