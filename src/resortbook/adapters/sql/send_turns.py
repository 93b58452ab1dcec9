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

    def take(self, sender: str, *, per_second: int, now: datetime) -> int | None:
        """Take the turn that was free for longest, passing over those that others are at."""
        number = self._take(sender, per_second=per_second, now=now)
        if number is None and self._add_missing(sender, per_second):
            return self._take(sender, per_second=per_second, now=now)
        return number

    def next_free(self, sender: str, *, per_second: int, now: datetime) -> datetime:
        """Look for the turn that was taken first."""
        statement = select(func.min(_c.taken_at)).where(
            _c.sender == sender, _c.number < per_second
        )
        earliest: datetime | None = self._connection.scalar(statement)
        return max(now, (earliest or now) + _SECOND)

    def end(self, sender: str, number: int, *, at: datetime) -> None:
        """Set the moment later, whoever has the turn by now."""
        statement = update(send_turns).where(
            _c.sender == sender, _c.number == number, _c.taken_at < at
        )
        self._connection.execute(statement.values(taken_at=at))

    def _take(self, sender: str, *, per_second: int, now: datetime) -> int | None:
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
            .returning(_c.number)
        )
        number: int | None = self._connection.scalar(statement)
        return number

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
