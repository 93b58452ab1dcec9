"""Statements that nearly every request asks: written by SQLAlchemy, run by the driver itself.

Running one through SQLAlchemy takes several times as long as the driver does (measured: 0.25 ms
of a session's 0.30), since it is made for statements that differ from each other.
"""

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from sqlalchemy import Column, Connection, Dialect, Select
from sqlalchemy.types import TypeEngine

from resortbook.adapters.sql.failures import judged
from resortbook.adapters.sql.watching import asker, tell_of

DirectRow = Mapping[Any, Any]
"""A row by its columns; what is no column of a table, by its name."""

_Convert = Callable[[Any], Any] | None


class DirectStatement:
    """A SELECT, with whatever it writes along the way. Its parameters have names."""

    def __init__(self, statement: Select[Any]) -> None:
        """Take the statement; it is compiled once for each database that it is asked of."""
        self._statement = statement
        self._name = ""
        self._compiled: WeakKeyDictionary[Dialect, _Compiled] = WeakKeyDictionary()

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[DirectRow]:
        """Run it in the transaction of a connection, or by itself where there is none.

        Raises:
            Unavailable, SeatsTaken: as through SQLAlchemy; else the driver's own error.
        """
        compiled = self._compiled.get(connection.dialect)
        if compiled is None:
            compiled = _Compiled(self._statement, connection.dialect)
            self._compiled[connection.dialect] = compiled
        driver: Any = connection.connection.driver_connection
        began = time.perf_counter()
        try:
            rows = driver.execute(compiled.text, compiled.parameters(values)).fetchall()
        except (psycopg.Error, sqlite3.Error) as error:
            if getattr(driver, "closed", False):
                connection.invalidate(error)
            raise judged(error) from error
        finally:
            self._name = self._name or asker()
            tell_of(connection.dialect, self._name, seconds=time.perf_counter() - began)
        return [compiled.row(row) for row in rows]


class _Compiled:
    """The text for one database, and how values go to its driver and come back."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self._parameters: list[tuple[str, Any, _Convert]] = [
            (name, compiled.params[name], _to_driver(compiled.binds[name].type, dialect))
            for name in compiled.positiontup
        ]
        self._keys: list[Any] = [
            one if isinstance(one, Column) else one.key for one in statement.selected_columns
        ]
        converters = [_from_driver(one.type, dialect) for one in statement.selected_columns]
        self._converted = [
            (key, place, convert)
            for place, (key, convert) in enumerate(zip(self._keys, converters, strict=True))
            if convert is not None
        ]

    def parameters(self, values: Mapping[str, Any]) -> list[Any]:
        given = []
        for name, fixed, convert in self._parameters:
            value = values.get(name, fixed)
            given.append(value if convert is None else convert(value))
        return given

    def row(self, raw: Sequence[Any]) -> DirectRow:
        row = dict(zip(self._keys, raw, strict=True))
        for key, place, convert in self._converted:
            row[key] = convert(raw[place])
        return row


def _to_driver(kind: TypeEngine[Any], dialect: Dialect) -> _Convert:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _from_driver(kind: TypeEngine[Any], dialect: Dialect) -> _Convert:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
