"""The messages that go out, as staff see them: which failed or wait, and trying anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.errors import NotFound
from resortbook.domain.messages import Delivery
from resortbook.ports.jobs import Waker
from resortbook.ports.message_storage import EventState, KeptEvent
from resortbook.ports.outgoing import MessageStatus, OutgoingMessage, OutgoingReads
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

UNKNOWN = "There is no such message"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingService:
    """Shows messages to staff, and lets those that failed be tried anew."""

    storage: Storage
    reads: OutgoingReads
    clock: Clock
    journal: Journal
    waker: Waker

    def list_messages(
        self, statuses: Sequence[MessageStatus], page: Page
    ) -> PageOf[OutgoingMessage]:
        """Return a page of the messages that stand so (none named: all), newest first.

        Raises:
            InvalidInput: a bad `cursor`.
        """
        return self.reads.messages(statuses, page)

    def retry(self, message_id: UUID, *, by: Actor) -> OutgoingMessage:
        """Let a failed message, or one that waits for its template, go out now, with all tries
        before it; return how it stands.

        A message that is on its way or has gone out stays as it is. What is not true any more
        when its turn comes is not sent.

        Raises:
            NotFound: there is no such message.
        """
        if self._renew(message_id, by=by):
            self.waker.wake()
        found = self.reads.message(message_id)
        if found is None:
            raise NotFound(UNKNOWN)
        return found

    def retry_all(self, *, by: Actor) -> int:
        """Let every failed message go out now; return how many there were."""
        renewed = sum(self._renew(one, by=by) for one in self._failed())
        if renewed:
            self.waker.wake()
        return renewed

    def _failed(self) -> Sequence[UUID]:
        found: list[UUID] = []
        cursor: str | None = None
        while True:
            part = self.reads.messages([MessageStatus.FAILED], Page(limit=100, cursor=cursor))
            found += [one.id for one in part.items]
            cursor = part.next_cursor
            if cursor is None:
                return found

    def _renew(self, message_id: UUID, *, by: Actor) -> bool:
        now = self.clock.now()
        with self.storage.begin() as work:
            kept = work.outbox.find(message_id)
            if kept is None:
                raise NotFound(UNKNOWN)
            event_id = kept.event.id
            if not _needs_it(work, kept) or not work.outbox.renew(event_id, due_at=now):
                return False
            work.messages.requeue(event_id, at=now)
            subject = ("event", event_id)
            work.audit.add(self.journal.entry("message.retry", subject, by=by, at=now))
            work.commit()
        return True


def _needs_it(work: UnitOfWork, kept: KeptEvent) -> bool:
    if kept.state is EventState.PENDING:
        return kept.waits_for is not None
    message = work.messages.find_outbound(kept.event.id)
    if message is None:
        return kept.state is EventState.FAILED
    delivery = work.messages.standing(message.id).delivery
    # One that was given up may have arrived all the same, as the provider told later.
    is_given_up = kept.state is EventState.FAILED and delivery is Delivery.QUEUED
    return delivery is Delivery.FAILED or is_given_up
