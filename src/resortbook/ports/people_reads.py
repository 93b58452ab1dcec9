"""What is read about people; nothing here takes a lock.

Failure policy: a database that is away raises `Unavailable`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.login import Person, Session, StaffMember
from resortbook.domain.messages import TranscriptLine
from resortbook.domain.preferences import Preferences


class PeopleReads(Protocol):
    """People and their sessions."""

    def session(self, token_hash: str) -> tuple[Session, Person] | None:
        """Return the session of that token, live or not, and whose it is, with the role of this
        moment.
        """
        ...

    def person(self, guest_id: UUID) -> Person | None:
        """Return one person with the role of this moment."""
        ...

    def staff(self) -> Sequence[StaffMember]:
        """Return everybody with a role."""
        ...

    def preferences(self, guest_id: UUID) -> Preferences:
        """Return what the guest likes."""
        ...

    def transcript(self, address: str, *, limit: int) -> Sequence[TranscriptLine]:
        """Return the latest messages from and to that address, oldest first."""
        ...

    def is_busy(self, address: str, *, now: datetime) -> bool:
        """Whether a message of that address is still being worked on or waits to be sent."""
        ...
