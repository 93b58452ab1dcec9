"""Messages of guests: kept once, and worked on by one worker a guest."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, exists, func, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables.messages import inbound_messages, inbox_turns
from resortbook.domain.messages import InboundMessage
from resortbook.ports.message_storage import Turn

_c = inbound_messages.c
# Each lost race for a guest means that another worker took that guest: the next one is tried.
_TRIES = 10


class SqlInbox:
    """The inbox as the port `Inbox` asks for it."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def add(self, message: InboundMessage) -> bool:
        """Insert it, unless its provider id is there; ten at once insert one."""
        statement = upsert.insert(self._connection, inbound_messages).on_conflict_do_nothing(
            index_elements=["provider_sid"]
        )
        return self._connection.execute(statement, self._row(message)).rowcount == 1

    def find(self, provider_sid: str) -> UUID | None:
        """Look a message up by its provider id."""
        statement = select(_c.id).where(_c.provider_sid == provider_sid)
        return self._connection.scalar(statement)

    def provider_sid(self, message_id: UUID) -> str:
        """Look a provider id up."""
        statement = select(_c.provider_sid).where(_c.id == message_id)
        return self._connection.scalar(statement) or ""

    def claim_turn(self, now: datetime, *, lease: timedelta, token: UUID) -> Turn | None:
        """Find the longest waiting guest whom nobody holds, and hold them by one write."""
        for _ in range(_TRIES):
            guest_id = self._next_guest(now)
            if guest_id is None:
                return None
            if self._hold(guest_id, now, until=now + lease, token=token):
                return Turn(
                    guest_id=guest_id,
                    messages=tuple(self._waiting(guest_id)),
                    token=token,
                    tries=self._tries(guest_id),
                )
        return None

    def waiting(self, turn: Turn) -> Sequence[InboundMessage]:
        """Load what waits now."""
        return self._waiting(turn.guest_id)

    def finish(self, turn: Turn, *, at: datetime) -> bool:
        """Let the guest go, if still held, and mark the messages."""
        freed = self._connection.execute(
            delete(inbox_turns).where(
                inbox_turns.c.guest_id == turn.guest_id,
                inbox_turns.c.claim_token == turn.token,
            )
        )
        if freed.rowcount == 0:
            return False
        worked = [message.id for message in turn.messages]
        self._connection.execute(
            update(inbound_messages)
            .where(_c.id.in_(worked))
            .values(state="worked", worked_at=at)
        )
        return True

    def _next_guest(self, now: datetime) -> UUID | None:
        is_held = exists().where(
            inbox_turns.c.guest_id == _c.guest_id, inbox_turns.c.lease_until > now
        )
        statement = (
            select(_c.guest_id)
            .where(_c.state == "waiting", ~is_held)
            .group_by(_c.guest_id)
            .order_by(func.min(_c.received_at), _c.guest_id)
            .limit(1)
        )
        return self._connection.scalar(statement)

    def _hold(self, guest_id: UUID, now: datetime, *, until: datetime, token: UUID) -> bool:
        row = {"guest_id": guest_id, "lease_until": until, "claim_token": token, "tries": 1}
        inserted = upsert.insert(self._connection, inbox_turns).values(row)
        statement = inserted.on_conflict_do_update(
            index_elements=["guest_id"],
            set_={
                "lease_until": until,
                "claim_token": token,
                "tries": inbox_turns.c.tries + 1,
            },
            where=inbox_turns.c.lease_until <= now,
        )
        return self._connection.execute(statement).rowcount == 1

    def _tries(self, guest_id: UUID) -> int:
        statement = select(inbox_turns.c.tries).where(inbox_turns.c.guest_id == guest_id)
        return self._connection.scalar(statement) or 0

    def _waiting(self, guest_id: UUID) -> list[InboundMessage]:
        statement = (
            select(inbound_messages)
            .where(_c.guest_id == guest_id, _c.state == "waiting")
            .order_by(_c.received_at, _c.id)
        )
        return [_message_of(row) for row in self._connection.execute(statement).mappings()]

    def _row(self, message: InboundMessage) -> dict[str, Any]:
        return {
            "id": message.id,
            "provider_sid": message.provider_sid,
            "guest_id": message.guest_id,
            "channel": message.channel,
            "address": message.address,
            "address_hash": self._cipher.index(message.address),
            "body": message.body,
            "form": dict(message.form),
            "received_at": message.received_at,
            "state": "waiting",
            "worked_at": None,
        }


def _message_of(row: RowMapping) -> InboundMessage:
    return InboundMessage(
        id=row["id"],
        provider_sid=row["provider_sid"],
        guest_id=row["guest_id"],
        channel=row["channel"],
        address=row["address"],
        body=row["body"],
        form=row["form"],
        received_at=row["received_at"],
    )
