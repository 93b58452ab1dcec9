"""Rows that nobody needs any more."""

from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, exists, or_, select

from resortbook.adapters.sql.tables.login import (
    sessions,
    sign_in_codes,
    sign_in_links,
    sign_in_wrong_tries,
)
from resortbook.adapters.sql.tables.messages import inbound_messages, outbound_messages, outbox

# The first time there may be years of them: no statement may take long.
AT_ONCE = 2_000


class SqlForgetting:
    """Dropping as the port `Forgetting` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def drop_sign_ins(self, before: datetime) -> int:
        """Delete what ran out or was made before."""
        is_over = or_(sessions.c.expires_at < before, sessions.c.ended_at < before)
        return (
            self._drop(sessions, sessions.c.id, is_over)
            + self._drop(
                sign_in_links, sign_in_links.c.token_hash, sign_in_links.c.expires_at < before
            )
            + self._drop(sign_in_codes, sign_in_codes.c.id, sign_in_codes.c.expires_at < before)
            + self._drop(
                sign_in_wrong_tries,
                sign_in_wrong_tries.c.id,
                sign_in_wrong_tries.c.tried_at < before,
            )
        )

    def drop_talk(self, before: datetime) -> int:
        """Delete worked messages, and closed events with what was written for them."""
        heard = inbound_messages.c
        dropped = self._drop(
            inbound_messages, heard.id, (heard.state == "worked") & (heard.received_at < before)
        )
        is_closed = (outbox.c.state != "pending") & (outbox.c.finished_at < before)
        told = outbound_messages.c
        its_event = exists().where(outbox.c.id == told.event_id, is_closed)
        dropped += self._drop(outbound_messages, told.id, its_event)
        is_alone = ~exists().where(told.event_id == outbox.c.id)
        return dropped + self._drop(outbox, outbox.c.id, is_closed & is_alone)

    def _drop(self, table: Table, key: Column[object], which: ColumnElement[bool]) -> int:
        some = select(key).where(which).limit(AT_ONCE)
        return self._connection.execute(delete(table).where(key.in_(some))).rowcount
