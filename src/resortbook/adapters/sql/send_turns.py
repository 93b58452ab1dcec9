"""Turns to send: rows of which each can be taken once a second."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, or_, select, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.messages import send_turns

_c = send_turns.c
_SECOND = timedelta(seconds=1)
# Clocks of machines differ by less: what is taken later than this was taken before somebody
# moved the clock back.
_SKEW = timedelta(seconds=10)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class SqlSendTurns:
    """Turns as the port `SendTurns` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, sender: str, *, per_second: int, now: datetime) -> datetime | None:
        """Take the turn that was free for longest, passing over those that others are at."""
        if self._take(sender, per_second=per_second, now=now):
            return None
        if self._add_missing(sender, per_second) and self._take(
            sender, per_second=per_second, now=now
        ):
            return None
        return self._next_free(sender, per_second=per_second, now=now)

    def _take(self, sender: str, *, per_second: int, now: datetime) -> bool:
        free = (
            select(_c.number)
            .where(
                _c.sender == sender,
                _c.number < per_second,
                or_(_c.taken_at <= now - _SECOND, _c.taken_at > now + _SKEW),
            )
            .order_by(_c.taken_at, _c.number)
            .limit(1)
            .with_for_update(skip_locked=True)
            .cte("free")
        )
        statement = (
            update(send_turns)
            .where(_c.sender == sender, _c.number.in_(select(free.c.number)))
            .values(taken_at=now)
            # SQLite's driver counts no rows of a statement that begins with WITH.
            .returning(_c.number)
        )
        return self._connection.scalar(statement) is not None

    def _add_missing(self, sender: str, per_second: int) -> bool:
        ours = (_c.sender == sender, _c.number < per_second)
        there = self._connection.scalar(select(func.count()).where(*ours))
        if there == per_second:
            return False
        statement = upsert.insert(self._connection, send_turns).on_conflict_do_nothing(
            index_elements=["sender", "number"]
        )
        rows = [
            {"sender": sender, "number": number, "taken_at": _NEVER}
            for number in range(per_second)
        ]
        self._connection.execute(statement, rows)
        return True

    def _next_free(self, sender: str, *, per_second: int, now: datetime) -> datetime:
        statement = select(func.min(_c.taken_at)).where(
            _c.sender == sender, _c.number < per_second
        )
        earliest: datetime | None = self._connection.scalar(statement)
        return max(now, (earliest or now) + _SECOND)
