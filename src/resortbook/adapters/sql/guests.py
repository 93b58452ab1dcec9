"""Guests with their channel addresses, and what they like, for writing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.erasure import erase_guest
from resortbook.adapters.sql.failures import refused_by
from resortbook.adapters.sql.guest_rows import (
    address_rows,
    guest_row,
    load_guests,
    word_rows,
)
from resortbook.adapters.sql.tables.people import guest_addresses, guest_words, guests
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.guest import Channel, Guest

ADDRESS_INDEX = "uq_guest_addresses_channel_address_hash"


class SqlGuests:
    """Guests as the port `Guests` asks for them."""

    def __init__(self, connection: Connection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def get(self, guest_id: UUID) -> Guest:
        """Load one with addresses. Raises NotFound."""
        found = load_guests(self._connection, [guest_id])
        if not found:
            raise NotFound("There is no such guest")
        return found[guest_id]

    def find_by_address(self, channel: Channel, value: str) -> Guest | None:
        """Look an address up by its hash."""
        guest_id = self._connection.scalar(
            select(guest_addresses.c.guest_id).where(
                guest_addresses.c.channel == channel.value,
                guest_addresses.c.address_hash == self._cipher.index(value),
            )
        )
        return self.get(guest_id) if guest_id else None

    def add(self, guest: Guest) -> None:
        """Insert one with addresses and words. Raises FieldConflict, which ends the unit."""
        self._connection.execute(insert(guests), guest_row(guest))
        self._add_parts(guest)

    def save(self, guest: Guest) -> None:
        """Set everything anew. Raises FieldConflict, which ends the unit."""
        statement = update(guests).where(guests.c.id == guest.id)
        self._connection.execute(statement.values(guest_row(guest)))
        for part in (guest_addresses, guest_words):
            self._connection.execute(delete(part).where(part.c.guest_id == guest.id))
        self._add_parts(guest)

    def note_heard(self, address_id: UUID, *, at: datetime) -> None:
        """Set the moment alone."""
        statement = update(guest_addresses).where(guest_addresses.c.id == address_id)
        self._connection.execute(statement.values(last_inbound_at=at))

    def erase(self, guest_id: UUID, *, at: datetime) -> None:
        """Blank or drop what tells who it was."""
        erase_guest(self._connection, guest_id, cipher=self._cipher, at=at)

    def _add_parts(self, guest: Guest) -> None:
        taken = FieldConflict("Another guest has this number", field="phone")
        if addresses := address_rows(guest, self._cipher):
            with refused_by(ADDRESS_INDEX, taken):
                self._connection.execute(insert(guest_addresses), addresses)
        if words := word_rows(guest, self._cipher):
            self._connection.execute(insert(guest_words), words)
