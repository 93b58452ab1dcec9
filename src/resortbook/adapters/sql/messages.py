"""Messages that went out, unique by the event they tell of."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables.messages import outbound_messages
from resortbook.domain.errors import Inconsistent
from resortbook.domain.messages import Delivery, Option, OutboundMessage
from resortbook.ports.message_storage import Standing

_c = outbound_messages.c

# How far each has come. A provider that first said "failed" may still deliver.
_RANK = {
    Delivery.QUEUED: 0,
    Delivery.SENT: 1,
    Delivery.FAILED: 2,
    Delivery.DELIVERED: 3,
    Delivery.READ: 4,
}


_WORDS = (
    "channel",
    "address",
    "address_hash",
    "body",
    "buttons",
    "rows",
    "template",
    "variables",
)


class SqlMessages:
    """Messages as the port `Messages` asks for them."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def add_outbound(self, message: OutboundMessage) -> OutboundMessage:
        """Insert it, or load the one that its event has already."""
        row = outbound_row(message, self._cipher)
        statement = upsert.insert(self._connection, outbound_messages).on_conflict_do_nothing(
            index_elements=["event_id"]
        )
        if self._connection.execute(statement, row).rowcount == 1:
            return message
        kept = self.find_outbound(message.event_id)
        if kept is None:
            raise Inconsistent("The message that another one gave way to is gone")
        return kept

    def find_outbound(self, event_id: UUID) -> OutboundMessage | None:
        """Load the message of an event."""
        statement = select(outbound_messages).where(_c.event_id == event_id)
        row = self._connection.execute(statement).mappings().first()
        return None if row is None else outbound_of(row)

    def standing(self, message_id: UUID) -> Standing:
        """Load what is asked about it at every try."""
        statement = select(_c.delivery, _c.attempted_at).where(_c.id == message_id)
        row = self._connection.execute(statement).mappings().one()
        return Standing(delivery=Delivery(row["delivery"]), attempted_at=row["attempted_at"])

    def renew(self, message_id: UUID, message: OutboundMessage) -> None:
        """Write everything but its identity anew."""
        row = outbound_row(message, self._cipher)
        words = {name: row[name] for name in _WORDS}
        statement = update(outbound_messages).where(_c.id == message_id)
        self._connection.execute(statement.values(words))

    def begin_attempt(self, message_id: UUID, *, at: datetime) -> None:
        """Set the moment, unless one stands there already."""
        statement = update(outbound_messages).where(
            _c.id == message_id, _c.attempted_at.is_(None)
        )
        self._connection.execute(statement.values(attempted_at=at))

    def known_sids(self, provider_sids: Sequence[str]) -> set[str]:
        """Look the ids up."""
        statement = select(_c.provider_sid).where(_c.provider_sid.in_(provider_sids))
        return set(self._connection.scalars(statement))

    def end_attempt(self, message_id: UUID) -> None:
        """Take the moment away."""
        statement = update(outbound_messages).where(_c.id == message_id)
        self._connection.execute(statement.values(attempted_at=None))

    def mark(
        self,
        message_id: UUID,
        delivery: Delivery,
        *,
        at: datetime,
        provider_sid: str = "",
        error: str = "",
    ) -> None:
        """Set the delivery, unless it stands as far already."""
        values: dict[str, Any] = {"provider_sid": provider_sid} if provider_sid else {}
        self._move_on(_c.id == message_id, delivery, at=at, error=error, **values)

    def report(
        self,
        provider_sid: str,
        delivery: Delivery,
        *,
        at: datetime,
        message_id: UUID | None = None,
        error: str = "",
    ) -> bool:
        """Set the delivery, unless it stands as far already; a blank id is nobody's."""
        if not provider_sid:
            return False
        # One that waits has such an id from an earlier try, of which nothing matters any more.
        is_known = and_(_c.provider_sid == provider_sid, _c.delivery != Delivery.QUEUED.value)
        if self._move_on(is_known, delivery, at=at, error=error):
            return True
        return message_id is not None and self._settle(
            message_id, provider_sid, delivery, at=at, error=error
        )

    def give_up(self, event_id: UUID, *, at: datetime, error: str) -> None:
        """Set it failed while it waits; an attempt whose end is not known stays noted."""
        statement = update(outbound_messages).where(
            _c.event_id == event_id, _c.delivery == Delivery.QUEUED.value
        )
        failed = {"delivery": Delivery.FAILED.value, "error": error, "updated_at": at}
        self._connection.execute(statement.values(failed))

    def drop(self, event_id: UUID, *, at: datetime, reason: str) -> bool:
        """Set the reason alone: with its event closed, it reads as dropped."""
        statement = update(outbound_messages).where(
            _c.event_id == event_id, _c.delivery == Delivery.QUEUED.value
        )
        values = {"error": reason, "updated_at": at}
        return self._connection.execute(statement.values(values)).rowcount > 0

    def requeue(self, event_id: UUID, *, at: datetime) -> None:
        """Set it waiting where it failed or was dropped; the id of a try that is over stays."""
        ended = (Delivery.FAILED.value, Delivery.QUEUED.value)
        statement = update(outbound_messages).where(
            _c.event_id == event_id, _c.delivery.in_(ended)
        )
        waiting = {"delivery": Delivery.QUEUED.value, "error": "", "updated_at": at}
        self._connection.execute(statement.values(waiting | {"sent_at": None}))

    def _settle(
        self,
        message_id: UUID,
        provider_sid: str,
        delivery: Delivery,
        *,
        at: datetime,
        error: str,
    ) -> bool:
        statement = update(outbound_messages).where(
            _c.id == message_id,
            _c.attempted_at.is_not(None),
            _c.provider_sid != provider_sid,
        )
        values = {
            "provider_sid": provider_sid,
            "delivery": delivery.value,
            "error": error,
            "sent_at": at,
            "updated_at": at,
            "attempted_at": None,
        }
        return self._connection.execute(statement.values(values)).rowcount > 0

    def _move_on(
        self,
        here: ColumnElement[bool],
        delivery: Delivery,
        *,
        at: datetime,
        error: str,
        **values: Any,
    ) -> bool:
        values |= {"delivery": delivery.value, "updated_at": at, "attempted_at": None}
        if delivery is Delivery.SENT:
            values["sent_at"] = at
        if error:
            values["error"] = error
        behind = [step.value for step in Delivery if _RANK[step] < _RANK[delivery]]
        statement = update(outbound_messages).where(here, _c.delivery.in_(behind))
        return self._connection.execute(statement.values(values)).rowcount > 0


def outbound_row(message: OutboundMessage, cipher: Cipher) -> dict[str, Any]:
    """Write a message that waits to be sent."""
    return {
        "id": message.id,
        "event_id": message.event_id,
        "guest_id": message.guest_id,
        "channel": message.channel,
        "address": message.address,
        "address_hash": cipher.index(message.address),
        "kind": message.kind,
        "body": message.body,
        "buttons": _option_rows(message.buttons),
        "rows": _option_rows(message.rows),
        "template": message.template,
        "variables": dict(message.variables),
        "created_at": message.created_at,
        "provider_sid": "",
        "delivery": Delivery.QUEUED.value,
        "error": "",
        "updated_at": message.created_at,
        "attempted_at": None,
    }


def outbound_of(row: RowMapping) -> OutboundMessage:
    """Read a message."""
    return OutboundMessage(
        id=row["id"],
        event_id=row["event_id"],
        guest_id=row["guest_id"],
        channel=row["channel"],
        address=row["address"],
        kind=row["kind"],
        body=row["body"],
        buttons=options_of(row["buttons"]),
        rows=options_of(row["rows"]),
        template=row["template"],
        variables=row["variables"],
        created_at=row["created_at"],
    )


def options_of(stored: Sequence[Mapping[str, str]]) -> tuple[Option, ...]:
    """Read buttons, or the rows of a list."""
    return tuple(
        Option(id=one["id"], title=one["title"], description=one["description"])
        for one in stored
    )


def _option_rows(options: Sequence[Option]) -> list[dict[str, str]]:
    return [
        {"id": one.id, "title": one.title, "description": one.description} for one in options
    ]
