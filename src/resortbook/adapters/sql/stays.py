"""Stays, found by hashes: rooms and names are sealed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.people import stays
from resortbook.domain.guest import Stay
from resortbook.domain.words import words_of

_c = stays.c
_MOST_AT_ONCE = 500


class SqlStays:
    """Stays as the port `Stays` asks for them."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def find_by_ref(self, external_ref: str) -> Stay | None:
        """Load the one of that number."""
        return next(iter(_load(self._connection, _c.external_ref == external_ref)), None)

    def in_room(self, room: str, arrives_on: date) -> Sequence[Stay]:
        """Load those by room and arrival."""
        is_there = (_c.room_hash == room_hash(self._cipher, room)) & (
            _c.arrives_on == arrives_on
        )
        return _load(self._connection, is_there)

    def put(self, stay: Stay) -> None:
        """Insert it, or set it anew."""
        values = {
            "guest_id": stay.guest_id,
            "room": stay.room,
            "room_hash": room_hash(self._cipher, stay.room),
            "last_name": stay.last_name,
            "last_name_hash": self._cipher.index(_plain("name", stay.last_name)),
            "arrives_on": stay.arrives_on,
            "departs_on": stay.departs_on,
            "verified_at": stay.verified_at,
            "external_ref": stay.external_ref,
        }
        statement = upsert.insert(self._connection, stays).values(id=stay.id, **values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["id"], set_=values)
        )


class SqlStayReads:
    """Reading as the port `StayReads` asks for it."""

    def __init__(self, database: Database, *, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    def in_rooms(self, rooms: Sequence[str], first: date, last: date) -> Sequence[Stay]:
        """Load those whose days touch these."""
        hashes = sorted({room_hash(self._cipher, room) for room in rooms})
        found: list[Stay] = []
        with self._database.reading() as connection:
            for start in range(0, len(hashes), _MOST_AT_ONCE):
                is_there = (
                    _c.room_hash.in_(hashes[start : start + _MOST_AT_ONCE])
                    & (_c.arrives_on <= last)
                    & (_c.departs_on >= first)
                )
                found += _load(connection, is_there)
        return found


def _load(connection: Connection, condition: ColumnElement[bool]) -> list[Stay]:
    statement = select(stays).where(condition).order_by(_c.arrives_on, _c.id)
    return [_stay(row) for row in connection.execute(statement).mappings()]


def _stay(row: RowMapping) -> Stay:
    values: dict[str, Any] = {name: row[name] for name in Stay.__slots__}
    return Stay(**values)


def room_hash(cipher: Cipher, room: str) -> str:
    """Return what a room is found by."""
    return cipher.index(_plain("room", room))


def _plain(kind: str, text: str) -> str:
    return f"{kind}:{' '.join(words_of(text))}"
