"""Answers kept under the keys that clients send."""

from datetime import datetime
from typing import Any

from psycopg.errors import LockNotAvailable
from sqlalchemy import Connection, bindparam, delete, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.direct import DirectRow, DirectStatement
from resortbook.adapters.sql.search_text import is_storable
from resortbook.adapters.sql.tables.sales import idempotency_keys
from resortbook.domain.errors import RequestInProgress, Unavailable
from resortbook.ports.idempotency import AnswerKept, KeptAnswer

_c = idempotency_keys.c
_ANSWER = DirectStatement(
    select(idempotency_keys).where(
        _c.owner == bindparam("owner"),
        _c.key == bindparam("key"),
        _c.expires_at > bindparam("now"),
    )
)


class SqlKeptAnswers:
    """Kept answers as the port `KeptAnswers` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, owner: str, key: str, *, now: datetime) -> KeptAnswer | None:
        """Load the one that has not expired."""
        return find_answer(self._connection, owner, key, now=now)

    def add(self, answer: KeptAnswer) -> None:
        """Insert it, or put it in place of one that has expired.

        Raises:
            AnswerKept, RequestInProgress: these end the unit.
        """
        row = answer_row(answer)
        statement = upsert.insert(self._connection, idempotency_keys).values(row)
        statement = statement.on_conflict_do_update(
            index_elements=["owner", "key"],
            set_=row,
            where=_c.expires_at <= answer.created_at,
        )
        try:
            written = self._connection.execute(statement)
        except Unavailable as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise still_running() from error
            raise
        if written.rowcount == 0:
            raise AnswerKept(answer.key)

    def drop_expired(self, now: datetime) -> int:
        """Delete those whose time is over."""
        statement = delete(idempotency_keys).where(_c.expires_at <= now)
        return self._connection.execute(statement).rowcount


def find_answer(
    connection: Connection, owner: str, key: str, *, now: datetime
) -> KeptAnswer | None:
    """Return the answer kept under a key, unless it has expired."""
    if not (is_storable(owner) and is_storable(key)):
        return None
    rows = _ANSWER.run(connection, {"owner": owner, "key": key, "now": now})
    return _answer(rows[0]) if rows else None


def still_running() -> RequestInProgress:
    """Make the refusal for a key whose first request has not ended."""
    return RequestInProgress("The first request with this key is still running")


def answer_row(answer: KeptAnswer) -> dict[str, Any]:
    """Write a kept answer."""
    return {
        "owner": answer.owner,
        "key": answer.key,
        "fingerprint": answer.fingerprint,
        "status": answer.status,
        "body": answer.body,
        "created_at": answer.created_at,
        "expires_at": answer.expires_at,
    }


def _answer(row: DirectRow) -> KeptAnswer:
    return KeptAnswer(
        owner=row[_c.owner],
        key=row[_c.key],
        fingerprint=row[_c.fingerprint],
        status=row[_c.status],
        body=row[_c.body],
        created_at=row[_c.created_at],
        expires_at=row[_c.expires_at],
    )
