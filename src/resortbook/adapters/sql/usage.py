"""What guests used of the assistant, added up by day."""

from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.assistant import assistant_usage

_c = assistant_usage.c


class SqlUsage:
    """Usage as the port `Usage` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tokens_on(self, day: date) -> int:
        """Add up all guests' tokens."""
        total = func.coalesce(func.sum(_c.tokens_in + _c.tokens_out), 0)
        return int(self._connection.scalar(select(total).where(_c.day == day)) or 0)

    def turns_of(self, guest_id: UUID, day: date) -> int:
        """Look the guest's turns up."""
        asked = select(_c.turns).where(_c.day == day, _c.guest_id == guest_id)
        return self._connection.scalar(asked) or 0

    def add(
        self,
        guest_id: UUID,
        day: date,
        *,
        turns: int = 0,
        tokens_in: int = 0,
        tokens_out: int = 0,
    ) -> None:
        """Add relative to what is there."""
        more = {"turns": turns, "tokens_in": tokens_in, "tokens_out": tokens_out}
        statement = upsert.insert(self._connection, assistant_usage).values(
            day=day, guest_id=guest_id, **more
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["day", "guest_id"],
                set_={name: _c[name] + count for name, count in more.items()},
            )
        )
