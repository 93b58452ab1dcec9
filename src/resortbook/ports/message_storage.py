"""The outbox, and the messages that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
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


class EventState(StrEnum):
    """Whether an event is still to be told, was told, or is given up."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvent:
    """An event and how it stands; `waits_for` names the template that it waits for."""

    event: Event
    state: EventState
    waits_for: str | None


class Outbox(Protocol):
    """Events waiting to be told on. Each is delivered at least once; what it sends is unique by
    its id.
    """

    def add(self, event: Event) -> None:
        """Write an event; one of the same kind, subject and version is there once."""
        ...

    def claim_due(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        token: UUID,
        guest_id: UUID | None = None,
    ) -> Sequence[ClaimedEvent]:
        """Take due events, oldest first, that nobody holds a lease on; those of one guest alone
        where `guest_id` says so.
        """
        ...

    def mark_done(self, event_id: UUID, *, token: UUID, at: datetime) -> bool:
        """Close an event; False when the lease was lost to another process."""
        ...

    def put_off(
        self,
        event_id: UUID,
        *,
        token: UUID,
        until: datetime,
        error: str,
        counted: bool = True,
        waits_for: str | None = None,
    ) -> bool:
        """Give an event back, due again at `until`; one attempt older where it is `counted`.

        `waits_for` names the template that has to be set up first. False when the lease was
        lost.
        """
        ...

    def hold(
        self, event_ids: Sequence[UUID], *, token: UUID, until: datetime, error: str
    ) -> None:
        """Give events back that nothing was tried for; nobody takes them before `until`.

        They keep their places before what became due later.
        """
        ...

    def find(self, event_or_message_id: UUID) -> KeptEvent | None:
        """Return an event by its own id, or by that of its message."""
        ...

    def renew(self, event_id: UUID, *, due_at: datetime) -> bool:
        """Make an event due (again) then, as if it had never been tried.

        False where it is pending already, but for one that waits for a template.
        """
        ...

    def mark_failed(self, event_id: UUID, *, token: UUID, error: str, at: datetime) -> bool:
        """Give an event up; it stays visible. False when the lease was lost."""
        ...


class SendTurns(Protocol):
    """How often a sender may send: so many turns in any second, shared by all processes."""

    def take(self, sender: str, *, per_second: int, now: datetime) -> int | None:
        """Take a turn and return its number; None where all are taken.

        Each turn is taken once a second at most, by one conditional write, so that no second
        has more than `per_second`, wherever it begins.
        """
        ...

    def next_free(self, sender: str, *, per_second: int, now: datetime) -> datetime:
        """Return from when on a turn can be had."""
        ...

    def end(self, sender: str, number: int, *, at: datetime) -> None:
        """Let the second of a turn begin anew: only now is what was sent in it there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a kept message stands: how far it came, and when a send of it began whose end is not
    known.
    """

    delivery: Delivery
    attempted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The waiting messages of one guest, oldest first, for whoever holds `token`.

    `tries` is how often they were taken, this time included, since the guest was answered last.
    """

    guest_id: UUID
    messages: tuple[InboundMessage, ...]
    token: UUID
    tries: int = 1


class Inbox(Protocol):
    """Messages of guests: each worked on once, one guest's in order and by one worker."""

    def add(self, message: InboundMessage) -> bool:
        """Keep a message that waits to be worked on; False when its provider id is known."""
        ...

    def find(self, provider_sid: str) -> UUID | None:
        """Return the id of the message with that provider id."""
        ...

    def provider_sid(self, message_id: UUID) -> str:
        """Return the provider id of a message, blank where there is no such message."""
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

    def standing(self, message_id: UUID) -> Standing:
        """Return how a kept message stands."""
        ...

    def renew(self, message_id: UUID, message: OutboundMessage) -> None:
        """Put other words into a kept message that was certainly not sent."""
        ...

    def begin_attempt(self, message_id: UUID, *, at: datetime) -> None:
        """Note that a send begins; where one began before whose end is not known, its moment
        stays.
        """
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

    def report(
        self,
        provider_sid: str,
        delivery: Delivery,
        *,
        at: datetime,
        message_id: UUID | None = None,
        error: str = "",
    ) -> bool:
        """Note how far the message with the provider's id has come; never backwards.

        The provider may tell before we have kept its id: `message_id` is then the message, if
        a send of it has begun and its end is not known; from now on it is.

        False when nothing changed: it is unknown, or has come as far already.
        """
        ...

    def give_up(self, event_id: UUID, *, at: datetime, error: str) -> None:
        """Note that the message of an event failed, unless the provider has taken it."""
        ...

    def drop(self, event_id: UUID, *, at: datetime, reason: str) -> bool:
        """Note why the message of an event, if one is kept and waits, will not be sent; return
        whether there is one.
        """
        ...

    def requeue(self, event_id: UUID, *, at: datetime) -> None:
        """Let the message of an event wait to be sent (again), as if it had not been tried.

        The provider's id of an earlier try stays known, so that neither a look-up nor a late
        report takes that try for the next one.
        """
        ...
