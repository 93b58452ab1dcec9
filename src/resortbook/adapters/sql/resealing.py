"""Sealing values anew under the active key, a few rows at a time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, Table, func, select, type_coerce, update

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables import metadata
from resortbook.adapters.sql.types import EncryptedBytes, EncryptedJson, EncryptedText

SEALED = (EncryptedBytes, EncryptedJson, EncryptedText)
BATCH = 200


class SqlSealing:
    """Sealing as the port `Sealing` asks for it."""

    def __init__(self, database: Database, *, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    def reseal(self) -> int:
        """Take the first column that has something left."""
        for table, column in _sealed_columns():
            # Whoever holds a row may wait for another that this batch holds: locked ones are
            # passed by, and at the end waited for one at a time, with nothing else in hand.
            done = self._batch(table, column, most=BATCH, waits=False)
            done = done or self._batch(table, column, most=1, waits=True)
            if done:
                return done
        return 0

    def _batch(self, table: Table, column: Column[Any], *, most: int, waits: bool) -> int:
        with self._database.writing() as connection:
            done = self._seal(connection, table, column, most=most, waits=waits)
            connection.commit()
        return done

    def _seal(
        self,
        connection: Connection,
        table: Table,
        column: Column[Any],
        *,
        most: int,
        waits: bool,
    ) -> int:
        keys = list(table.primary_key.columns)
        raw = type_coerce(column, LargeBinary)
        head = self._cipher.head
        is_old = func.substr(raw, 1, len(head)) != head
        is_sealed = func.length(raw) > 0
        found = connection.execute(
            select(*keys, raw.label("sealed"))
            .where(is_sealed, is_old)
            .limit(most)
            .with_for_update(skip_locked=not waits)  # on PostgreSQL; SQLite has one writer
        ).all()
        for row in found:
            # Whoever wrote it meanwhile did so under the active key: theirs stays.
            mine = [key == value for key, value in zip(keys, row[:-1], strict=True)]
            anew = self._cipher.seal(self._cipher.open(bytes(row.sealed)))
            connection.execute(
                update(table)
                .where(*mine, raw == row.sealed)
                .values({column: type_coerce(anew, LargeBinary)})
            )
        return len(found)


def _sealed_columns() -> Iterator[tuple[Table, Column[Any]]]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, SEALED):
                yield table, column
