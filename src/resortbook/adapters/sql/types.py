"""How values of the domain lie in columns, alike to read from SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import BigInteger, Dialect, LargeBinary, String, Text, Uuid
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import JSON, TypeDecorator, TypeEngine

from resortbook.adapters.sql.cipher import Cipher
from resortbook.domain.money import Money

# A type is asked for its values with a dialect in hand, and each engine has its own.
_CIPHERS: "WeakKeyDictionary[Dialect, Cipher]" = WeakKeyDictionary()

MOMENT_LENGTH = len("2026-10-15T14:00:00.000000+00:00")


def use_cipher(dialect: Dialect, cipher: Cipher) -> None:
    """Let the encrypted columns of one engine be sealed and opened by `cipher`."""
    _CIPHERS[dialect] = cipher


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, in UTC when it comes back; text of fixed width, so that it sorts, in
    SQLite.
    """

    impl = String(MOMENT_LENGTH)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take `timestamptz` on PostgreSQL."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(MOMENT_LENGTH))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse naive times: which moment they mean is anybody's guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        if dialect.name == "postgresql":
            return moment
        return moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read it as UTC."""
        if value is None:
            return None
        moment: datetime = (
            value if isinstance(value, datetime) else datetime.fromisoformat(value)
        )
        return moment.astimezone(UTC)


class UuidText(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, its usual 36 characters in SQLite."""

    impl = String(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take `uuid` on PostgreSQL."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else String(36))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Write the usual form where there is no native one."""
        if value is None or dialect.name == "postgresql":
            return value
        return str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        """Read either form."""
        return UUID(value) if isinstance(value, str) else value


class MoneyType(TypeDecorator[Money]):
    """An amount in whole minor units."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> Any:
        """Write the minor units."""
        return None if value is None else value.minor

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Money | None:
        """Read the minor units; a sum comes back as a decimal on PostgreSQL."""
        return None if value is None else Money(int(value))


class EncryptedBytes(TypeDecorator[bytes]):
    """Bytes that nobody can read without the keys."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> Any:
        """Seal under the engine's active key."""
        return None if value is None else _CIPHERS[dialect].seal(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bytes | None:
        """Open under whichever key sealed it."""
        return None if value is None else _CIPHERS[dialect].open(bytes(value))


class EncryptedText(TypeDecorator[str]):
    """Text that nobody can read without the keys; an empty one stays empty: the length tells
    it anyway.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Seal under the engine's active key."""
        if not value:
            return None if value is None else b""
        return _CIPHERS[dialect].seal(value.encode())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Open under whichever key sealed it."""
        if value is None:
            return None
        return _CIPHERS[dialect].open(bytes(value)).decode() if value else ""


class EncryptedJson(TypeDecorator[Any]):
    """A JSON value that nobody can read without the keys."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> Any:
        """Seal its text under the engine's active key."""
        return None if value is None else _CIPHERS[dialect].seal(json.dumps(value).encode())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:
        """Open under whichever key sealed it."""
        return None if value is None else json.loads(_CIPHERS[dialect].open(bytes(value)))


# Sorted by its bytes on both databases, so that pages are cut at the same places.
ByteOrderedText = Text().with_variant(Text(collation="C"), "postgresql")

# `json`, not `jsonb`, which would sort the keys: a party keeps the order of its rates.
JsonText = JSON(none_as_null=True)
