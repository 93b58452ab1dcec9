"""Reading conversations and what was said in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.conversations import conversation_of
from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.guest_rows import load_guests
from resortbook.adapters.sql.reads.people import line_in, line_out
from resortbook.adapters.sql.tables.messages import (
    conversations,
    inbound_messages,
    outbound_messages,
)
from resortbook.domain.conversation import Conversation, ConversationStatus
from resortbook.domain.errors import NotFound
from resortbook.domain.events import EventKind
from resortbook.domain.messages import TranscriptLine
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.talk_reads import ConversationFilter, ConversationReading

_c = conversations.c
_LATEST_FIRST = Order(
    "conversations",
    Key(_c.last_message_at, datetime, descending=True),
    Key(_c.guest_id, UUID, descending=True),
)
# SQLite has no greatest(), and its max() of one null is null.
_SPOKEN_AT = case(
    (_c.handed_over_at > _c.last_message_at, _c.handed_over_at),
    else_=func.coalesce(_c.last_message_at, _c.handed_over_at),
)


class SqlTalkReads:
    """Reading as the port `TalkReads` asks for it."""

    def __init__(self, database: Database, *, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    def conversations(
        self, wanted: ConversationFilter, page: Page
    ) -> PageOf[ConversationReading]:
        """Load a page of those wanted. Raises InvalidInput on a bad `cursor`."""
        statement = select(conversations).where(_c.last_message_at.is_not(None))
        if wanted.statuses:
            statement = statement.where(or_(*_read_as(wanted)))
        with self._database.reading() as connection:
            found = connection.execute(_LATEST_FIRST.page(statement, page)).mappings().all()
            rows = found[: page.limit]
            guests = load_guests(connection, [row[_c.guest_id] for row in rows])
        return PageOf(
            items=tuple(
                ConversationReading(
                    conversation=conversation_of(row), guest=guests[row[_c.guest_id]]
                )
                for row in rows
            ),
            next_cursor=_LATEST_FIRST.next_cursor(found, page),
        )

    def waiting_since(self, wanted: ConversationFilter) -> Sequence[datetime]:
        """Load the moments alone."""
        statement = (
            select(_c.handed_over_at)
            .where(or_(*_read_as(wanted)), _c.handed_over_at.is_not(None))
            .order_by(_c.handed_over_at)
        )
        with self._database.reading() as connection:
            return connection.execute(statement).scalars().all()

    def conversation(self, guest_id: UUID) -> ConversationReading | None:
        """Load one with its guest."""
        statement = select(conversations).where(_c.guest_id == guest_id)
        with self._database.reading() as connection:
            guest = load_guests(connection, [guest_id]).get(guest_id)
            row = connection.execute(statement).mappings().first()
        if guest is None:
            return None
        talk = Conversation(guest_id=guest_id) if row is None else conversation_of(row)
        return ConversationReading(conversation=talk, guest=guest)

    def guest_heard_at(self, address: str) -> UUID:
        """Look at the latest message from there. Raises NotFound."""
        statement = (
            select(inbound_messages.c.guest_id)
            .where(inbound_messages.c.address_hash == self._cipher.index(address))
            .order_by(inbound_messages.c.received_at.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            found: UUID | None = connection.scalar(statement)
        if found is None:
            raise NotFound("Nobody has written from there")
        return found

    def transcript_of(self, guest_id: UUID, *, limit: int) -> Sequence[TranscriptLine]:
        """Load the latest of both directions and merge them."""
        came, went = inbound_messages.c, outbound_messages.c
        said = (
            select(came.id, came.body, came.received_at)
            .where(came.guest_id == guest_id)
            .order_by(came.received_at.desc(), came.id.desc())
            .limit(limit)
        )
        told = (
            select(outbound_messages)
            .where(
                went.guest_id == guest_id,
                went.kind != EventKind.SIGN_IN_CODE_REQUESTED.value,
            )
            .order_by(went.created_at.desc(), went.id.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            lines = [line_in(row) for row in connection.execute(said).mappings()]
            lines += [line_out(row) for row in connection.execute(told).mappings()]
        # Ids follow the machine's time: a clock that was moved back changes no order.
        return sorted(lines, key=lambda line: line.id)[-limit:]


def _read_as(wanted: ConversationFilter) -> Iterable[ColumnElement[bool]]:
    is_live = wanted.now - wanted.release_after < _SPOKEN_AT
    for status in wanted.statuses:
        is_stored = _c.status == status.value
        if status is ConversationStatus.BOT:
            yield or_(is_stored, ~is_live)
        else:
            yield and_(is_stored, is_live)
