"""Messages out as staff see them: each event with what was written and became of it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, or_, select

from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.messages import outbound_messages, outbox
from resortbook.adapters.sql.tables.people import guests
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.messages import Delivery
from resortbook.ports.outgoing import MessageStatus, OutgoingMessage
from resortbook.ports.paging import Page, PageOf

_event, _message = outbox.c, outbound_messages.c
_GONE_OUT = (MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ)
_ARRIVED = (Delivery.SENT.value, Delivery.DELIVERED.value, Delivery.READ.value)
_HAS_FAILED = or_(_event.state == "failed", _message.delivery == Delivery.FAILED.value)
_WAITS = and_(_event.state == "pending", _event.waits_for.is_not(None))

_STATUS = case(
    (_message.delivery.in_(_ARRIVED), _message.delivery),
    (_HAS_FAILED, MessageStatus.FAILED.value),
    (_WAITS, MessageStatus.WAITING.value),
    (_event.state == "pending", MessageStatus.QUEUED.value),
    else_=MessageStatus.DROPPED.value,
).label("status")
# Either table tells of failures, and each has an index of its own for that.
_FAILED_EVENTS = (
    select(_event.id)
    .where(_event.state == "failed")
    .union(select(_message.event_id).where(_message.delivery == Delivery.FAILED.value))
)
_PLACES: dict[MessageStatus, ColumnElement[bool]] = {
    MessageStatus.FAILED: _event.id.in_(_FAILED_EVENTS),
    MessageStatus.WAITING: _event.state == "pending",
    MessageStatus.QUEUED: _message.delivery == Delivery.QUEUED.value,
    MessageStatus.DROPPED: _message.delivery == Delivery.QUEUED.value,
    MessageStatus.SENT: _message.delivery == Delivery.SENT.value,
    MessageStatus.DELIVERED: _message.delivery == Delivery.DELIVERED.value,
    MessageStatus.READ: _message.delivery == Delivery.READ.value,
}
_NEWEST_FIRST = Order(
    "messages",
    Key(_event.created_at, datetime, descending=True),
    Key(_event.id, UUID, descending=True),
)
_MESSAGES = (
    select(
        outbox,
        _message.address,
        _message.template,
        _message.error,
        _message.updated_at,
        guests.c.name,
        bookings.c.reference,
        _STATUS,
    )
    .select_from(outbox)
    .outerjoin(outbound_messages, _message.event_id == _event.id)
    .outerjoin(guests, guests.c.id == _event.guest_id)
    .outerjoin(bookings, bookings.c.id == _event.subject_id)
)
_IS_A_MESSAGE = or_(_message.id.is_not(None), _event.state == "failed")


class SqlOutgoingReads:
    """Reading as the port `OutgoingReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def messages(
        self, statuses: Sequence[MessageStatus], page: Page
    ) -> PageOf[OutgoingMessage]:
        """Load a page. Raises InvalidInput on `cursor`."""
        statement = _NEWEST_FIRST.page(
            _that_stand(_MESSAGES.where(_IS_A_MESSAGE), statuses), page
        )
        with self._database.reading() as connection:
            rows = connection.execute(statement).mappings().all()
        return PageOf(
            items=tuple(_outgoing(row) for row in rows[: page.limit]),
            next_cursor=_NEWEST_FIRST.next_cursor(rows, page),
        )

    def message(self, event_or_message_id: UUID) -> OutgoingMessage | None:
        """Load one by either id."""
        either = or_(_event.id == event_or_message_id, _message.id == event_or_message_id)
        with self._database.reading() as connection:
            row = connection.execute(_MESSAGES.where(either)).mappings().first()
        return None if row is None else _outgoing(row)

    def about(self, subject_id: UUID) -> Sequence[OutgoingMessage]:
        """Load those that tell of it, by age."""
        statement = (
            _MESSAGES.where(_IS_A_MESSAGE, _event.subject_id == subject_id)
            .order_by(_event.created_at, _event.id)
            .limit(1_000)
        )
        with self._database.reading() as connection:
            return [_outgoing(row) for row in connection.execute(statement).mappings()]

    def replied_to(self, key: str, guest_id: UUID) -> tuple[UUID, UUID] | None:
        """Look the key up as either id."""
        own = _as_uuid(key)
        is_it = _message.provider_sid == key if own is None else _message.id == own
        statement = (
            select(_message.id, _event.subject_id)
            .join(outbox, _event.id == _message.event_id)
            .where(is_it, _message.guest_id == guest_id)
        )
        with self._database.reading() as connection:
            found = connection.execute(statement).first()
        return (found[0], found[1]) if found else None


def _that_stand(
    statement: Select[tuple[object, ...]], statuses: Sequence[MessageStatus]
) -> Select[tuple[object, ...]]:
    if not statuses:
        return statement
    places = or_(*(_PLACES[status] for status in statuses))
    return statement.where(places, _STATUS.in_([status.value for status in statuses]))


def _outgoing(row: RowMapping) -> OutgoingMessage:
    status = MessageStatus(row["status"])
    is_pending = status in (MessageStatus.QUEUED, MessageStatus.WAITING)
    has_failed = status is MessageStatus.FAILED
    written_at: datetime = row[_message.updated_at] or row[_event.created_at]
    return OutgoingMessage(
        id=row[_event.id],
        status=status,
        kind=row[_event.kind],
        guest_id=row[_event.guest_id],
        name=row[guests.c.name] or "",
        address=row[_message.address] or None,
        reference=row[bookings.c.reference],
        template=row[_message.template],
        reason="" if status in _GONE_OUT else _reason(row),
        attempts=row[_event.attempts],
        created_at=row[_event.created_at],
        since=max(written_at, row[_event.finished_at] or written_at)
        if has_failed
        else written_at,
        next_try_at=_next_try(row) if is_pending else None,
    )


def _reason(row: RowMapping) -> str:
    """Say what the provider said of it, else what the relay did."""
    reason: str = row[_message.error] or row[_event.last_error]
    return reason


def _next_try(row: RowMapping) -> datetime:
    due_at: datetime = row[_event.due_at]
    return max(due_at, row[_event.lease_until] or due_at)


def _as_uuid(key: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(key)
    return None
