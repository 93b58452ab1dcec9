"""What the desk reads of conversations; nothing here takes a lock.

Failure policy: a database that is away raises `Unavailable`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from resortbook.domain.conversation import Conversation, ConversationStatus
from resortbook.domain.guest import Guest
from resortbook.domain.messages import TranscriptLine
from resortbook.ports.paging import Page, PageOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFilter:
    """Which conversations; their status is as everybody reads it at `now`, when a silence of
    `release_after` has given them back to the bot.
    """

    now: datetime
    release_after: timedelta
    statuses: tuple[ConversationStatus, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationReading:
    """A conversation as it is stored, and whose it is."""

    conversation: Conversation
    guest: Guest


class TalkReads(Protocol):
    """Conversations and what was said in them."""

    def conversations(
        self, wanted: ConversationFilter, page: Page
    ) -> PageOf[ConversationReading]:
        """Return a page of those in which anything was said, the latest first.

        Raises InvalidInput on a bad `cursor`.
        """
        ...

    def waiting_since(self, wanted: ConversationFilter) -> Sequence[datetime]:
        """Return since when each of those wanted waits for the desk, longest first."""
        ...

    def conversation(self, guest_id: UUID) -> ConversationReading | None:
        """Return a guest's conversation (a fresh one where there is none); None: no guest."""
        ...

    def guest_heard_at(self, address: str) -> UUID:
        """Return the id of the guest who wrote from that address. Raises NotFound."""
        ...

    def transcript_of(self, guest_id: UUID, *, limit: int) -> Sequence[TranscriptLine]:
        """Return the latest messages from and to the guest, oldest first.

        Sign-in codes are nobody's but the guest's: they are left out.
        """
        ...
