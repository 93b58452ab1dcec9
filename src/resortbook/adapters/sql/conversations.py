"""Conversations, one for each guest, which nobody reads without the keys."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.messages import conversations
from resortbook.domain.conversation import Conversation, ConversationStatus
from resortbook.ports.sales_storage import Stale

_c = conversations.c


class SqlConversations:
    """Conversations as the port `Conversations` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, guest_id: UUID) -> Conversation:
        """Load it under a lock (SQLite has one writer anyway), or begin one."""
        statement = select(conversations).where(_c.guest_id == guest_id).with_for_update()
        row = self._connection.execute(statement).mappings().first()
        return Conversation(guest_id=guest_id) if row is None else conversation_of(row)

    def save(self, conversation: Conversation) -> Conversation:
        """Insert the first version, or compare the version and set everything anew."""
        row = _row(conversation)
        if conversation.version == 0:
            insert = upsert.insert(self._connection, conversations).on_conflict_do_nothing(
                index_elements=["guest_id"]
            )
            written = self._connection.execute(insert, row).rowcount
        else:
            here = (_c.guest_id == conversation.guest_id) & (_c.version == conversation.version)
            change = update(conversations).where(here).values(row)
            written = self._connection.execute(change).rowcount
        if written != 1:
            raise Stale("The conversation was changed meanwhile")
        return replace(conversation, version=row["version"])


def conversation_of(row: RowMapping) -> Conversation:
    """Read a conversation."""
    return Conversation(
        guest_id=row["guest_id"],
        status=ConversationStatus(row["status"]),
        summary=row["summary"],
        state=row["state"],
        taken_by=row["taken_by"],
        handed_over_at=row["handed_over_at"],
        last_message_at=row["last_message_at"],
        version=row["version"],
    )


def _row(conversation: Conversation) -> dict[str, Any]:
    return {
        "guest_id": conversation.guest_id,
        "status": conversation.status.value,
        "state": dict(conversation.state),
        "summary": conversation.summary,
        "last_message_at": conversation.last_message_at,
        "handed_over_at": conversation.handed_over_at,
        "taken_by": conversation.taken_by,
        "version": conversation.version + 1,
    }
