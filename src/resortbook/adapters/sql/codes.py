"""Sign-in codes, and how often they were asked for and tried."""

import hashlib
import hmac
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, and_, func, insert, select, update

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables.login import sign_in_codes, sign_in_wrong_tries
from resortbook.domain.login import CODE_TRIES, SignInCode

_c = sign_in_codes.c
_UNSPENT = and_(_c.used_at.is_(None), _c.ended_at.is_(None))


class SqlSignInCodes:
    """Codes as the port `SignInCodes` asks for them."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def serialise(self, phone: str | None = None) -> None:
        """Take a lock of the name, held until the end; SQLite has one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            name = f"sign-in {phone or 'of anybody'}".encode()
            digest = hashlib.sha256(name).digest()
            key = int.from_bytes(digest[:8], "big", signed=True)
            self._connection.execute(select(func.pg_advisory_xact_lock(key)))

    def nth_request(
        self,
        n: int,
        *,
        since: datetime,
        until: datetime | None = None,
        phone: str | None = None,
        client_address: str | None = None,
    ) -> datetime | None:
        """Look for the n-th latest request of that time."""
        conditions = _between(_c.created_at, since, until)
        if phone is not None:
            conditions.append(_c.phone_hash == self._cipher.index(phone))
        if client_address is not None:
            conditions.append(_c.client_address_hash == self._cipher.index(client_address))
        return self._nth(n, sign_in_codes, _c.created_at, conditions)

    def nth_wrong_try(
        self, n: int, *, phone: str, since: datetime, until: datetime | None = None
    ) -> datetime | None:
        """Look for the n-th latest wrong try of that time."""
        tried_at = sign_in_wrong_tries.c.tried_at
        of_phone = sign_in_wrong_tries.c.phone_hash == self._cipher.index(phone)
        conditions = [of_phone, *_between(tried_at, since, until)]
        return self._nth(n, sign_in_wrong_tries, tried_at, conditions)

    def add(self, code: SignInCode) -> None:
        """End the phone's unspent code and insert this one."""
        self.serialise(code.phone)  # or two at once would both find nothing to end
        phone_hash = self._cipher.index(code.phone)
        self._connection.execute(
            update(sign_in_codes)
            .where(_c.phone_hash == phone_hash, _UNSPENT)
            .values(ended_at=code.created_at, code=None)
        )
        row = {
            "id": code.id,
            "phone": code.phone,
            "phone_hash": phone_hash,
            "code": code.code,
            "code_hash": self._hash(code.id, code.code),
            "client_address_hash": self._cipher.index(code.client_address),
            "attempts": 0,
            "created_at": code.created_at,
            "expires_at": code.expires_at,
        }
        self._connection.execute(insert(sign_in_codes), row)

    def find(self, code_id: UUID) -> SignInCode | None:
        """Load a code whose clear form is still there."""
        statement = select(sign_in_codes).where(
            _c.id == code_id, _UNSPENT, _c.code.is_not(None)
        )
        row = self._connection.execute(statement).mappings().first()
        if row is None:
            return None
        return SignInCode(
            id=row["id"],
            phone=row["phone"],
            code=row["code"],
            client_address="",
            created_at=row["created_at"],
            expires_at=row["expires_at"],
        )

    def take_try(self, phone: str, code: str, *, now: datetime) -> bool:
        """Count the try on the live code by one write, then compare."""
        phone_hash = self._cipher.index(phone)
        live = self._connection.execute(
            update(sign_in_codes)
            .where(
                _c.phone_hash == phone_hash,
                _UNSPENT,
                _c.expires_at > now,
                _c.attempts < CODE_TRIES,
            )
            .values(attempts=_c.attempts + 1)
            .returning(_c.id, _c.code_hash)
        ).first()
        if live and hmac.compare_digest(live.code_hash, self._hash(live.id, code)):
            return self._use(live.id, now)
        row = {"phone_hash": phone_hash, "tried_at": now}
        self._connection.execute(insert(sign_in_wrong_tries), row)
        return False

    def forget_expired(self, now: datetime) -> int:
        """Drop the clear form of expired codes."""
        statement = (
            update(sign_in_codes)
            .where(_c.expires_at <= now, _c.code.is_not(None))
            .values(code=None)
        )
        return self._connection.execute(statement).rowcount

    def _use(self, code_id: UUID, now: datetime) -> bool:
        statement = (
            update(sign_in_codes)
            .where(_c.id == code_id, _UNSPENT)
            .values(used_at=now, code=None)
        )
        return self._connection.execute(statement).rowcount == 1

    def _nth(
        self,
        n: int,
        table: Table,
        at: ColumnElement[datetime],
        conditions: list[ColumnElement[bool]],
    ) -> datetime | None:
        statement = (
            select(at).select_from(table).where(*conditions).order_by(at.desc()).offset(n - 1)
        )
        found: datetime | None = self._connection.scalar(statement.limit(1))
        return found

    def _hash(self, code_id: UUID, code: str) -> str:
        # With the id: equal codes of two phones look different.
        return self._cipher.index(f"code:{code_id}:{code}")


def _between(
    at: ColumnElement[Any], since: datetime, until: datetime | None
) -> list[ColumnElement[bool]]:
    return [at > since] if until is None else [at > since, at <= until]
