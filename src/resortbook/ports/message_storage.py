"""The outbox, and the messages that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from resortbook.domain.events import Event
from resortbook.domain.messages import Delivery, OutboundMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedEvent:
    """An event that this process may work on until the lease ends; `token` proves it."""

    event: Event
    attempts: int
    token: UUID


class Outbox(Protocol):
    """Events waiting to be told on. Each is delivered at least once; what it sends is unique by
    its id.
    """

    def add(self, event: Event) -> None:
        """Write an event; one of the same kind, subject and version is there once."""
        ...

    def claim_due(
        self, now: datetime, *, limit: int, lease: timedelta, token: UUID
    ) -> Sequence[ClaimedEvent]:
        """Take due events, oldest first, that nobody holds a lease on."""
        ...

    def mark_done(self, event_id: UUID, *, token: UUID, at: datetime) -> bool:
        """Close an event; False when the lease was lost to another process."""
        ...

    def put_off(self, event_id: UUID, *, token: UUID, until: datetime, error: str) -> bool:
        """Give an event back, due again at `until`, one attempt older; False when the lease was
        lost.
        """
        ...

    def mark_failed(self, event_id: UUID, *, token: UUID, error: str, at: datetime) -> bool:
        """Give an event up; it stays visible. False when the lease was lost."""
        ...


class Messages(Protocol):
    """Messages that went out, unique by the event they tell of."""

    def add_outbound(self, message: OutboundMessage) -> OutboundMessage:
        """Keep a message before it is sent; return the one kept already for its event."""
        ...

    def mark(
        self,
        message_id: UUID,
        delivery: Delivery,
        *,
        at: datetime,
        provider_sid: str = "",
        error: str = "",
    ) -> None:
        """Note how far the message has come; never backwards."""
        ...
