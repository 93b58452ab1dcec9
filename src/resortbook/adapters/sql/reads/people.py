"""Reading people, their sessions, and what was said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, bindparam, exists, or_, select

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.direct import DirectRow, DirectStatement
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.messages import options_of
from resortbook.adapters.sql.preferences import load_preferences
from resortbook.adapters.sql.sessions import session_of
from resortbook.adapters.sql.staff import load_staff
from resortbook.adapters.sql.tables.login import sessions, sign_in_codes
from resortbook.adapters.sql.tables.messages import (
    inbound_messages,
    outbound_messages,
    outbox,
)
from resortbook.adapters.sql.tables.people import guest_addresses, guests, staff
from resortbook.domain.actor import Role
from resortbook.domain.guest import Channel
from resortbook.domain.login import Person, Session, StaffMember
from resortbook.domain.messages import Delivery, Direction, TranscriptLine
from resortbook.domain.preferences import Preferences

_PHONE = (
    select(guest_addresses.c.address)
    .where(
        guest_addresses.c.guest_id == guests.c.id,
        guest_addresses.c.channel == Channel.PHONE.value,
    )
    .order_by(guest_addresses.c.position)
    .limit(1)
    .scalar_subquery()
    .label("phone")
)
_PERSON = (guests.c.id, guests.c.name, guests.c.room, guests.c.language, staff.c.role, _PHONE)
_SESSION = DirectStatement(
    select(sessions, *_PERSON)
    .join(guests, guests.c.id == sessions.c.guest_id)
    .outerjoin(staff, staff.c.guest_id == guests.c.id)
    .where(sessions.c.token_hash == bindparam("token_hash"))
)


class SqlPeopleReads:
    """Reading as the port `PeopleReads` asks for it."""

    def __init__(self, database: Database, *, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    def session(self, token_hash: str) -> tuple[Session, Person] | None:
        """Load a session and whose it is, in one go: every request asks for it."""
        with self._database.reading() as connection:
            rows = _SESSION.run(connection, {"token_hash": token_hash})
        return (session_of(rows[0]), _person(rows[0])) if rows else None

    def person(self, guest_id: UUID) -> Person | None:
        """Load one person."""
        statement = (
            select(*_PERSON)
            .select_from(guests.outerjoin(staff, staff.c.guest_id == guests.c.id))
            .where(guests.c.id == guest_id)
        )
        with self._database.reading() as connection:
            row = connection.execute(statement).mappings().first()
        return None if row is None else _person(row)

    def staff(self) -> Sequence[StaffMember]:
        """Load everybody with a role, by name."""
        with self._database.reading() as connection:
            return load_staff(connection)

    def preferences(self, guest_id: UUID) -> Preferences:
        """Load what the guest likes; empty where nothing is stored."""
        with self._database.reading() as connection:
            return load_preferences(connection, guest_id)

    def transcript(self, address: str, *, limit: int) -> Sequence[TranscriptLine]:
        """Load the latest of both directions and merge them."""
        came, went = inbound_messages.c, outbound_messages.c
        said = (
            select(came.id, came.body, came.received_at)
            .where(came.address_hash == self._cipher.index(address))
            .order_by(came.received_at.desc(), came.id.desc())
            .limit(limit)
        )
        told = (
            select(outbound_messages)
            .where(went.address_hash == self._cipher.index(address))
            .order_by(went.created_at.desc(), went.id.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            lines = [line_in(row) for row in connection.execute(said).mappings()]
            lines += [line_out(row) for row in connection.execute(told).mappings()]
        # Ids follow the machine's time: a clock that was moved back changes no order.
        return sorted(lines, key=lambda line: line.id)[-limit:]

    def is_busy(self, address: str, *, now: datetime) -> bool:
        """Look for a message to be worked on, one to be sent, and an event to be told."""
        address_hash = self._cipher.index(address)
        statement = select(
            or_(
                exists().where(
                    inbound_messages.c.address_hash == address_hash,
                    inbound_messages.c.state == "waiting",
                ),
                exists().where(
                    outbound_messages.c.address_hash == address_hash,
                    outbound_messages.c.delivery == Delivery.QUEUED.value,
                    outbox.c.id == outbound_messages.c.event_id,
                    outbox.c.state == "pending",
                ),
                exists().where(
                    outbox.c.state == "pending", outbox.c.due_at <= now, _concerns(address_hash)
                ),
            )
        )
        with self._database.reading() as connection:
            return bool(connection.scalar(statement))


def _concerns(address_hash: str) -> ColumnElement[bool]:
    """Say of an event that it is about a guest, or a sign-in code, with that address."""
    its_guests = select(guest_addresses.c.guest_id).where(
        guest_addresses.c.address_hash == address_hash
    )
    its_codes = select(sign_in_codes.c.id).where(sign_in_codes.c.phone_hash == address_hash)
    return or_(outbox.c.guest_id.in_(its_guests), outbox.c.subject_id.in_(its_codes))


def _person(row: RowMapping | DirectRow) -> Person:
    role: Any = row[staff.c.role]
    return Person(
        id=row[guests.c.id],
        phone=row["phone"],
        name=row[guests.c.name],
        room=row[guests.c.room],
        language=row[guests.c.language],
        role=Role(role) if role else Role.GUEST,
    )


def line_in(row: RowMapping) -> TranscriptLine:
    """Read a message that came."""
    return TranscriptLine(
        id=row["id"],
        direction=Direction.IN,
        body=row["body"],
        created_at=row["received_at"],
    )


def line_out(row: RowMapping) -> TranscriptLine:
    """Read a message that went."""
    return TranscriptLine(
        id=row["id"],
        direction=Direction.OUT,
        kind=row["kind"],
        body=row["body"],
        buttons=options_of(row["buttons"]),
        rows=options_of(row["rows"]),
        template=row["template"],
        created_at=row["created_at"],
    )
