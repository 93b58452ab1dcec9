"""What guests used of the assistant, added up by day."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.assistant import assistant_outcomes, assistant_usage
from resortbook.ports.usage_storage import UsageFigures, Used

_c = assistant_usage.c
_SUMS = [
    func.coalesce(func.sum(column), 0) for column in (_c.turns, _c.tokens_in, _c.tokens_out)
]


class SqlUsage:
    """Usage as the port `Usage` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def on(self, day: date) -> Used:
        """Add up all guests'."""
        return _used(self._connection, select(*_SUMS).where(_c.day == day))

    def of(self, guest_id: UUID, day: date) -> Used:
        """Look the guest's up."""
        asked = select(*_SUMS).where(_c.day == day, _c.guest_id == guest_id)
        return _used(self._connection, asked)

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

    def count(self, day: date, outcome: str) -> None:
        """Add one relative to what is there."""
        statement = upsert.insert(self._connection, assistant_outcomes).values(
            day=day, outcome=outcome, turns=1
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["day", "outcome"],
                set_={"turns": assistant_outcomes.c.turns + 1},
            )
        )


class SqlUsageReads:
    """Reading as the port `UsageReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def figures(self, day: date) -> UsageFigures:
        """Add everything up."""
        c = assistant_outcomes.c
        counted = select(c.outcome, func.sum(c.turns)).group_by(c.outcome)
        with self._database.reading() as connection:
            return UsageFigures(
                ever=_used(connection, select(*_SUMS)),
                today=_used(connection, select(*_SUMS).where(_c.day == day)),
                outcomes={row[0]: int(row[1]) for row in connection.execute(counted)},
            )


def _used(connection: Connection, asked: Select[Any]) -> Used:
    turns, tokens_in, tokens_out = connection.execute(asked).one()
    return Used(turns=int(turns), tokens_in=int(tokens_in), tokens_out=int(tokens_out))
