"""The outbox, and the messages that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from resortbook.domain.events import Event
from resortbook.domain.messages import Delivery, InboundMessage, OutboundMessage


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

    def put_off(
        self, event_id: UUID, *, token: UUID, until: datetime, error: str, counted: bool = True
    ) -> bool:
        """Give an event back, due again at `until`; one attempt older where it is `counted`.

        False when the lease was lost.
        """
        ...

    def mark_failed(self, event_id: UUID, *, token: UUID, error: str, at: datetime) -> bool:
        """Give an event up; it stays visible. False when the lease was lost."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The waiting messages of one guest, oldest first, for whoever holds `token`."""

    guest_id: UUID
    messages: tuple[InboundMessage, ...]
    token: UUID


class Inbox(Protocol):
    """Messages of guests: each worked on once, one guest's in order and by one worker."""

    def add(self, message: InboundMessage) -> bool:
        """Keep a message that waits to be worked on; False when its provider id is known."""
        ...

    def find(self, provider_sid: str) -> UUID | None:
        """Return the id of the message with that provider id."""
        ...

    def claim_turn(self, now: datetime, *, lease: timedelta, token: UUID) -> Turn | None:
        """Take the guest who has waited longest and on whom nobody works; None without one."""
        ...

    def waiting(self, turn: Turn) -> Sequence[InboundMessage]:
        """Return the guest's waiting messages as of now: some may have come since the claim."""
        ...

    def finish(self, turn: Turn, *, at: datetime) -> bool:
        """Mark the turn's messages worked and let the guest go.

        False, and nothing is marked, when the lease was lost to another worker.
        """
        ...


class Messages(Protocol):
    """Messages that went out, unique by the event they tell of."""

    def find_outbound(self, event_id: UUID) -> OutboundMessage | None:
        """Return the message that is kept for an event."""
        ...

    def add_outbound(self, message: OutboundMessage) -> OutboundMessage:
        """Keep a message before it is sent; return the one kept already for its event."""
        ...

    def renew(self, message_id: UUID, message: OutboundMessage) -> None:
        """Put other words into a kept message that was certainly not sent."""
        ...

    def begin_attempt(self, message_id: UUID, *, at: datetime) -> datetime | None:
        """Note that a send begins; return when one began before whose end is not known."""
        ...

    def known_sids(self, provider_sids: Sequence[str]) -> set[str]:
        """Return those of the provider's ids that belong to kept messages."""
        ...

    def end_attempt(self, message_id: UUID) -> None:
        """Note that the send was certainly not accepted."""
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

    def mark_by_sid(
        self, provider_sid: str, delivery: Delivery, *, at: datetime, error: str = ""
    ) -> bool:
        """Note how far the message with the provider's id has come; never backwards.

        False when nothing changed: it is unknown, or has come as far already.
        """
        ...
