"""Sessions and one-use links, by the hashes of their tokens."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, insert, update

from resortbook.adapters.sql.direct import DirectRow
from resortbook.adapters.sql.tables.login import sessions, sign_in_links
from resortbook.domain.login import Session, SignInLink


class SqlSessions:
    """Sessions as the port `Sessions` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: Session) -> None:
        """Insert it."""
        row = {
            "id": session.id,
            "token_hash": session.token_hash,
            "guest_id": session.guest_id,
            "is_staff": session.is_staff,
            "created_at": session.created_at,
            "last_used_at": session.last_used_at,
            "expires_at": session.expires_at,
            "idle_after_seconds": int(session.idle_after.total_seconds()),
            "ended_at": session.ended_at,
        }
        self._connection.execute(insert(sessions), row)

    def touch(self, session_id: UUID, at: datetime) -> None:
        """Set the last use."""
        statement = update(sessions).where(sessions.c.id == session_id)
        self._connection.execute(statement.values(last_used_at=at))

    def end(self, session_id: UUID, at: datetime) -> None:
        """Set the end, unless it has one."""
        statement = update(sessions).where(
            sessions.c.id == session_id, sessions.c.ended_at.is_(None)
        )
        self._connection.execute(statement.values(ended_at=at))

    def end_all(self, guest_id: UUID, at: datetime) -> int:
        """Set the end of those that have none and have not run out."""
        statement = update(sessions).where(
            sessions.c.guest_id == guest_id,
            sessions.c.ended_at.is_(None),
            sessions.c.expires_at > at,
        )
        return self._connection.execute(statement.values(ended_at=at)).rowcount


class SqlSignInLinks:
    """Links as the port `SignInLinks` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: SignInLink) -> None:
        """Insert it."""
        row = {
            "token_hash": link.token_hash,
            "guest_id": link.guest_id,
            "created_at": link.created_at,
            "expires_at": link.expires_at,
            "used_at": link.used_at,
        }
        self._connection.execute(insert(sign_in_links), row)

    def use(self, token_hash: str, *, now: datetime) -> UUID | None:
        """Mark it used by one write that only a fresh one lets through."""
        statement = (
            update(sign_in_links)
            .where(
                sign_in_links.c.token_hash == token_hash,
                sign_in_links.c.used_at.is_(None),
                sign_in_links.c.expires_at > now,
            )
            .values(used_at=now)
            .returning(sign_in_links.c.guest_id)
        )
        owner: UUID | None = self._connection.scalar(statement)
        return owner


def session_of(row: DirectRow) -> Session:
    """Read a session from a row that has or joins it."""
    c = sessions.c
    return Session(
        id=row[c.id],
        token_hash=row[c.token_hash],
        guest_id=row[c.guest_id],
        is_staff=row[c.is_staff],
        created_at=row[c.created_at],
        last_used_at=row[c.last_used_at],
        expires_at=row[c.expires_at],
        idle_after=timedelta(seconds=row[c.idle_after_seconds]),
        ended_at=row[c.ended_at],
    )
