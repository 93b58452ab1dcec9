"""Facts about the resort, by topic."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.catalogue import resort_facts
from resortbook.domain.facts import Fact


class SqlFacts:
    """Facts as the port `Facts` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Fact]:
        """Load them all."""
        return load_facts(self._connection)

    def put(self, fact: Fact, *, at: datetime) -> None:
        """Insert it, or set it anew."""
        values = {
            "topic": fact.topic,
            "examples": list(fact.examples),
            "answer": fact.answer,
            "updated_at": at,
        }
        statement = upsert.insert(self._connection, resort_facts).values(id=fact.id, **values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["id"], set_=values)
        )


def load_facts(connection: Connection) -> Sequence[Fact]:
    """Return every fact, by topic."""
    statement = select(resort_facts).order_by(resort_facts.c.topic)
    return [
        Fact(
            id=row["id"],
            topic=row["topic"],
            examples=tuple(row["examples"]),
            answer=row["answer"],
        )
        for row in connection.execute(statement).mappings()
    ]
