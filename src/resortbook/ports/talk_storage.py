"""Conversations, and the facts about the resort that answer questions in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.conversation import Conversation
from resortbook.domain.facts import Fact


class Conversations(Protocol):
    """One conversation for each guest; what is in it can be read by nobody without the keys."""

    def of(self, guest_id: UUID) -> Conversation:
        """Return the guest's conversation, a fresh one where there is none.

        It stays locked for this unit of work: others who would write it wait.
        """
        ...

    def save(self, conversation: Conversation) -> Conversation:
        """Write it over the version it has, and return it with its new one. Raises Stale."""
        ...


class Facts(Protocol):
    """What the resort wants guests to know, by topic."""

    def all(self) -> Sequence[Fact]:
        """Return every fact, by topic."""
        ...

    def put(self, fact: Fact, *, at: datetime) -> None:
        """Insert it, or write it over the one of its id."""
        ...
