"""Forgetting a guest: what rows stay keep adding up, and tell nobody who it was."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Select, delete, or_, select, update

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.stays import room_hash
from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.login import (
    sessions,
    sign_in_codes,
    sign_in_links,
    sign_in_wrong_tries,
)
from resortbook.adapters.sql.tables.messages import (
    conversations,
    inbound_messages,
    outbound_messages,
)
from resortbook.adapters.sql.tables.people import (
    guest_addresses,
    guest_words,
    guests,
    preferences,
    staff,
    stays,
)
from resortbook.adapters.sql.tables.sales import (
    booking_notes,
    booking_words,
    bookings,
    idempotency_keys,
)
from resortbook.adapters.sql.tables.taste import recommendation_feedback
from resortbook.domain.words import words_of


def erase_guest(
    connection: Connection, guest_id: UUID, *, cipher: Cipher, at: datetime
) -> None:
    """Blank or drop every personal value of the guest. Idempotent."""
    _erase_stays(connection, guest_id, cipher=cipher)  # while rooms and names still tell which
    _erase_bookings(connection, guest_id)
    _erase_messages(connection, guest_id)  # before the addresses by which they are found
    _erase_sign_in(connection, guest_id)
    _erase_person(connection, guest_id, at=at)


def _erase_bookings(connection: Connection, guest_id: UUID) -> None:
    theirs = select(bookings.c.id).where(bookings.c.guest_id == guest_id)
    connection.execute(
        update(bookings)
        .where(bookings.c.guest_id == guest_id)
        .values(special_requests="", lead_name="", room="", cancellation_reason="", metadata={})
    )
    connection.execute(
        update(booking_notes).where(booking_notes.c.booking_id.in_(theirs)).values(body="")
    )
    connection.execute(update(charges).where(charges.c.booking_id.in_(theirs)).values(room=""))
    connection.execute(delete(booking_words).where(booking_words.c.booking_id.in_(theirs)))
    _drop_kept_answers(connection, guest_id, set(connection.scalars(theirs)))


def _drop_kept_answers(connection: Connection, guest_id: UUID, theirs: set[UUID]) -> None:
    """Drop the answers that show bookings as they were: the guest's own, which name whose they
    are, and those that the desk was given about them.
    """
    c = idempotency_keys.c
    connection.execute(
        delete(idempotency_keys).where(c.owner.contains(str(guest_id), autoescape=True))
    )
    desk = [f"guest:{member}" for member in connection.scalars(select(staff.c.guest_id))]
    of_desk = select(c.owner, c.key, c.body).where(c.owner.in_(desk))
    for owner, key, body in connection.execute(of_desk).all():
        if any(str(booking_id).encode() in body for booking_id in theirs):
            connection.execute(delete(idempotency_keys).where(c.owner == owner, c.key == key))


def _erase_messages(connection: Connection, guest_id: UUID) -> None:
    connection.execute(
        update(inbound_messages)
        .where(inbound_messages.c.guest_id == guest_id)
        .values(address="", address_hash="", body="", form={})
    )
    # A sign-in code goes to an address, whoever's it is.
    connection.execute(
        update(outbound_messages)
        .where(
            (outbound_messages.c.guest_id == guest_id)
            | outbound_messages.c.address_hash.in_(_address_hashes(guest_id))
        )
        .values(address="", address_hash="", body="", buttons=[], rows=[], variables={})
    )
    connection.execute(delete(conversations).where(conversations.c.guest_id == guest_id))


def _erase_sign_in(connection: Connection, guest_id: UUID) -> None:
    hashes = _address_hashes(guest_id)
    for table in (sign_in_codes, sign_in_wrong_tries):
        connection.execute(delete(table).where(table.c.phone_hash.in_(hashes)))
    for table in (sessions, sign_in_links, staff):
        connection.execute(delete(table).where(table.c.guest_id == guest_id))


def _erase_person(connection: Connection, guest_id: UUID, *, at: datetime) -> None:
    for table in (preferences, guest_words, guest_addresses, recommendation_feedback):
        connection.execute(delete(table).where(table.c.guest_id == guest_id))
    connection.execute(
        update(guests)
        .where(guests.c.id == guest_id)
        .values(name="", room="", language="", updated_at=at, erased_at=at)
    )


def _erase_stays(connection: Connection, guest_id: UUID, *, cipher: Cipher) -> None:
    """Take the name out of the stays that are the guest's: by the front office's word, or by a
    room and a last name that the guest gave.
    """
    told = [
        *connection.execute(
            select(guests.c.room, guests.c.name).where(guests.c.id == guest_id)
        ),
        *connection.execute(
            select(bookings.c.room, bookings.c.lead_name).where(bookings.c.guest_id == guest_id)
        ),
    ]
    names = {word for _, name in told for word in words_of(name)}
    rooms = {room_hash(cipher, room) for room, _ in told if room}
    found = connection.execute(
        select(stays.c.id, stays.c.guest_id, stays.c.last_name).where(
            or_(stays.c.guest_id == guest_id, stays.c.room_hash.in_(rooms))
        )
    ).all()
    theirs = [
        one.id for one in found if one.guest_id == guest_id or _is_name_in(one.last_name, names)
    ]
    connection.execute(
        update(stays)
        .where(stays.c.id.in_(theirs))
        .values(room="", room_hash="", last_name="", last_name_hash="", external_ref="")
    )


def _is_name_in(last_name: str, names: set[str]) -> bool:
    last = set(words_of(last_name))
    return bool(last) and last <= names


def _address_hashes(guest_id: UUID) -> Select[tuple[str]]:
    return select(guest_addresses.c.address_hash).where(guest_addresses.c.guest_id == guest_id)
