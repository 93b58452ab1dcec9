"""Texts and forms that were made at the provider, by name."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.contents import content_resources
from resortbook.ports.contents import Approval, Content, Verdict

_c = content_resources.c


class SqlContents:
    """Keeping as the port `Contents` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, content: Content) -> None:
        """Insert it, or set it anew."""
        values = {
            "label": content.label,
            "sid": content.sid,
            "approval": content.verdict.approval.value,
            "reason": content.verdict.reason,
            "checked_at": content.checked_at,
        }
        statement = upsert.insert(self._connection, content_resources).values(
            name=content.name, **values
        )
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_=values)
        )


class SqlContentReads:
    """Reading as the port `ContentReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[Content]:
        """Load everything, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(content_resources).order_by(_c.name)).mappings()
            return [_content(row) for row in rows]

    def find(self, name: str) -> Content | None:
        """Load one."""
        with self._database.reading() as connection:
            statement = select(content_resources).where(_c.name == name)
            row = connection.execute(statement).mappings().first()
            return None if row is None else _content(row)


def _content(row: RowMapping) -> Content:
    return Content(
        name=row["name"],
        label=row["label"],
        sid=row["sid"],
        verdict=Verdict(approval=Approval(row["approval"]), reason=row["reason"]),
        checked_at=row["checked_at"],
    )
