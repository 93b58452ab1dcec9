"""What the resort has told, tells, or failed to tell, as staff see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from resortbook.ports.paging import Page, PageOf


class MessageStatus(StrEnum):
    """How a message stands.

    It fails when its tries are used up, or the provider refuses it, at once or afterwards. It
    waits for a template that is not set up. It is dropped when it was kept for another try, and
    was not true any more by then.
    """

    QUEUED = "queued"
    WAITING = "waiting"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """A message and how it stands, without its words; `id` is that of the event it tells of.

    `reason` is why it failed, waits or was dropped. `attempts` were used up. `since` is when it
    came to stand so; `next_try_at` when it is tried again, if it is. `reference` is that of the
    booking it is about; `address` where it goes to, None where nothing had been written yet.
    """

    id: UUID
    status: MessageStatus
    kind: str
    guest_id: UUID | None
    name: str
    address: str | None
    reference: str | None
    template: str | None
    reason: str
    attempts: int
    created_at: datetime
    since: datetime
    next_try_at: datetime | None


class OutgoingReads(Protocol):
    """Messages out, of all guests."""

    def messages(
        self, statuses: Sequence[MessageStatus], page: Page
    ) -> PageOf[OutgoingMessage]:
        """Return a page of the messages that stand so (none named: all), newest first.

        What waits to be told later, such as a reminder, is no message yet.

        Raises:
            InvalidInput: a bad `cursor`.
        """
        ...

    def message(self, event_or_message_id: UUID) -> OutgoingMessage | None:
        """Return one, written already or not, by the id of its event or its own."""
        ...

    def about(self, subject_id: UUID) -> Sequence[OutgoingMessage]:
        """Return the messages about one thing, oldest first."""
        ...

    def replied_to(self, key: str, guest_id: UUID) -> tuple[UUID, UUID] | None:
        """Return the id of a guest's message and of what it tells of, by its own id or the
        provider's.
        """
        ...
