"""What is kept of messages held against outbox and inbox: whatever disagrees is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from resortbook.adapters.sql.tables.messages import (
    inbound_messages,
    inbox_turns,
    outbound_messages,
    outbox,
)
from resortbook.domain.messages import Delivery
from resortbook.ports.discrepancies import Discrepancy

# A lease is a minute; a provider that asks to wait is given longer, but not for ever.
LONGEST_LEASE = timedelta(days=1)
LONGEST_TURN = timedelta(hours=1)

_event, _message, _heard = outbox.c, outbound_messages.c, inbound_messages.c


def message_discrepancies(connection: Connection, now: datetime) -> Iterator[Discrepancy]:
    """Run every check of messages, as of `now`."""
    yield from _left_behind(connection)
    yield from _without_proof(connection)
    yield from _shared_ids(connection)
    yield from _leases(connection, now)
    yield from _turns(connection, now)
    yield from _heard_messages(connection)


def _left_behind(connection: Connection) -> Iterator[Discrepancy]:
    statement = (
        select(_message.id, _event.state)
        .join(outbox, _event.id == _message.event_id)
        .where(
            _event.state != "pending",
            _message.delivery == Delivery.QUEUED.value,
            _message.error == "",
        )
        .order_by(_message.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="a message and its event",
            subject=f"message {row.id}",
            expected="accepted, or dropped with a reason",
            found=f"still waits, though its event is {row.state}",
        )


def _without_proof(connection: Connection) -> Iterator[Discrepancy]:
    is_accepted = _message.delivery.not_in([Delivery.QUEUED.value, Delivery.FAILED.value])
    is_failed = _message.delivery == Delivery.FAILED.value
    statement = (
        select(_message.id, _message.delivery)
        .where(
            _message.provider_sid == "",
            or_(is_accepted, and_(is_failed, _message.error == "")),
        )
        .order_by(_message.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="a message and what became of it",
            subject=f"message {row.id}",
            expected="the provider's id, or a reason",
            found=f"{row.delivery}, with neither",
        )


def _shared_ids(connection: Connection) -> Iterator[Discrepancy]:
    statement = (
        select(_message.provider_sid, func.count().label("messages"))
        .where(_message.provider_sid != "")
        .group_by(_message.provider_sid)
        .having(func.count() > 1)
        .order_by(_message.provider_sid)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="messages of one send",
            subject=f"send {row.provider_sid}",
            expected="1",
            found=str(row.messages),
        )


def _leases(connection: Connection, now: datetime) -> Iterator[Discrepancy]:
    is_closed = and_(_event.state != "pending", _event.lease_until.is_not(None))
    statement = (
        select(_event.id, _event.kind, _event.state, _event.lease_until)
        .where(or_(is_closed, _event.lease_until > now + LONGEST_LEASE))
        .order_by(_event.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="the lease of an event",
            subject=f"{row.kind} {row.id}",
            expected="none once it is closed, else one that ends within a day",
            found=f"{row.state}, leased until {row.lease_until.isoformat()}",
        )


def _turns(connection: Connection, now: datetime) -> Iterator[Discrepancy]:
    statement = (
        select(inbox_turns.c.guest_id, inbox_turns.c.lease_until)
        .where(inbox_turns.c.lease_until > now + LONGEST_TURN)
        .order_by(inbox_turns.c.guest_id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="the turn of a guest",
            subject=f"guest {row.guest_id}",
            expected="held for a minute",
            found=f"held until {row.lease_until.isoformat()}",
        )


def _heard_messages(connection: Connection) -> Iterator[Discrepancy]:
    is_worked = _heard.state == "worked"
    statement = (
        select(_heard.id, _heard.state)
        .where(is_worked != _heard.worked_at.is_not(None))
        .order_by(_heard.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="a guest's message and when it was worked on",
            subject=f"message {row.id}",
            expected="a moment once it is worked, else none",
            found=row.state,
        )
