"""A guest's conversation: who answers it, what the desk should know, where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID


class ConversationStatus(StrEnum):
    """Who answers the guest: the bot, the desk soon, or a member of staff by now."""

    BOT = "bot"
    WAITING = "waiting"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What is known of one guest's talk with the resort; every guest has one.

    `state` is the dialogue's own, as JSON. `summary` tells the desk what it is about.
    `last_message_at` is when guest or desk spoke last; `version` counts how often it was saved.
    """

    guest_id: UUID
    status: ConversationStatus = ConversationStatus.BOT
    summary: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)
    taken_by: UUID | None = None
    handed_over_at: datetime | None = None
    last_message_at: datetime | None = None
    version: int = 0

    def is_with_desk(self, now: datetime, *, release_after: timedelta) -> bool:
        """Whether people answer: handed over, and not silent on both sides for so long."""
        if self.status is ConversationStatus.BOT:
            return False
        spoken = [at for at in (self.handed_over_at, self.last_message_at) if at is not None]
        return not spoken or now < max(spoken) + release_after

    @property
    def waiting_since(self) -> datetime | None:
        """Since when it waits for the desk; None where it does not."""
        return self.handed_over_at if self.status is ConversationStatus.WAITING else None

    def at(self, now: datetime, *, release_after: timedelta) -> "Conversation":
        """Return it as it reads at `now`: a long silence has given it back to the bot."""
        return self if self.is_with_desk(now, release_after=release_after) else self.released()

    def heard(self, at: datetime) -> "Conversation":
        """Note that guest or desk spoke at `at`."""
        return replace(self, last_message_at=at)

    def handed_over(self, at: datetime, *, summary: str) -> "Conversation":
        """Return it waiting for the desk, since the first time it was handed over; one that
        somebody has taken stays theirs.
        """
        is_taken = self.status is ConversationStatus.TAKEN
        return replace(
            self,
            status=ConversationStatus.TAKEN if is_taken else ConversationStatus.WAITING,
            summary=summary,
            handed_over_at=self.handed_over_at or at,
            last_message_at=at,
        )

    def taken(self, at: datetime, *, by: UUID | None) -> "Conversation":
        """Return it in the hands of a member of staff."""
        return replace(
            self,
            status=ConversationStatus.TAKEN,
            taken_by=by,
            handed_over_at=self.handed_over_at or at,
            last_message_at=at,
        )

    def released(self) -> "Conversation":
        """Return it in the hands of the bot again."""
        if self.status is ConversationStatus.BOT:
            return self
        return replace(
            self,
            status=ConversationStatus.BOT,
            summary="",
            taken_by=None,
            handed_over_at=None,
        )
