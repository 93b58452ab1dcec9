"""Guests, what they like, and the audit."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.audit import AuditEntry
from resortbook.domain.guest import Channel, Guest
from resortbook.domain.preferences import Preferences


class Guests(Protocol):
    """Guests with their channel addresses."""

    def get(self, guest_id: UUID) -> Guest:
        """Return the guest. Raises NotFound."""
        ...

    def find_by_address(self, channel: Channel, value: str) -> Guest | None:
        """Return the guest who has that address."""
        ...

    def add(self, guest: Guest) -> None:
        """Insert a guest with addresses.

        Raises:
            FieldConflict: on `phone`, when another guest has the address (also when just
                now, elsewhere).
        """
        ...

    def save(self, guest: Guest) -> None:
        """Write name, room, language and addresses."""
        ...

    def note_heard(self, address_id: UUID, *, at: datetime) -> None:
        """Write when a guest was last heard from by that address."""
        ...

    def erase(self, guest_id: UUID, *, at: datetime) -> None:
        """Forget the person: name, room, addresses, preferences, messages, codes, and the
        words on bookings.

        The rows stay, without anything that tells who it was; seats and money keep adding up.
        """
        ...


class PreferencesStore(Protocol):
    """What guests like."""

    def get(self, guest_id: UUID) -> Preferences:
        """Return the guest's preferences (empty ones where nothing is stored)."""
        ...

    def put(self, preferences: Preferences) -> None:
        """Write the guest's preferences."""
        ...


class Audit(Protocol):
    """The audit: rows are added and never changed."""

    def add(self, entry: AuditEntry) -> None:
        """Write down one act."""
        ...
