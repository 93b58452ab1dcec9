"""The relay: takes what is due from the outbox and tells it on."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.domain.events import Event, EventKind
from resortbook.domain.messages import Delivery, OutboundMessage
from resortbook.ports.message_storage import ClaimedEvent
from resortbook.ports.messaging import MessageRefused, Messenger, MessengerDown
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)
RETRIES = 5
BATCH = 50
FIRST_WAIT = timedelta(seconds=2)

Compose = Callable[[UnitOfWork, Event], OutboundMessage | None]
"""Turns an event into the message that tells it, or None where there is nobody to tell (any
more).
"""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayService:
    """Delivers events at least once; a message is unique by its event.

    An event is claimed with a lease, its message is kept, the send happens outside of any
    transaction, and
    only then is the event closed. A send that fails is tried again five times, each wait
    twice the one before.
    """

    storage: Storage
    messenger: Messenger
    clock: Clock
    ids: Ids
    compose: Mapping[EventKind, Compose]

    def sweep(self) -> int:
        """Work on everything that is due; return how many events were closed."""
        closed = 0
        while True:
            claimed = self._claim()
            closed += sum(self._deliver(one) for one in claimed)
            if len(claimed) < BATCH:
                return closed

    def _claim(self) -> list[ClaimedEvent]:
        with self.storage.begin() as work:
            claimed = work.outbox.claim_due(
                self.clock.now(), limit=BATCH, lease=LEASE, token=self.ids.new()
            )
            if claimed:
                work.commit()
        return list(claimed)

    def _deliver(self, claimed: ClaimedEvent) -> bool:
        try:
            message = self._message(claimed.event)
            if message is not None:
                self._send(message)
        except MessageRefused as refused:
            return self._fail(claimed, refused.reason)
        except MessengerDown as down:
            return self._put_off(claimed, down.reason, wait=down.retry_after_seconds)
        except Exception as error:
            # One bad row must not stop the others; it is tried again, then stays as failed.
            log.exception("relay.failed event=%s kind=%s", claimed.event.id, claimed.event.kind)
            return self._put_off(claimed, type(error).__name__, wait=None)
        with self.storage.begin() as work:
            done = work.outbox.mark_done(
                claimed.event.id, token=claimed.token, at=self.clock.now()
            )
            work.commit()
        return done

    def _message(self, event: Event) -> OutboundMessage | None:
        compose = self.compose.get(event.kind)
        if compose is None:
            return None
        with self.storage.begin() as work:
            message = compose(work, event)
            if message is None:
                return None
            kept = work.messages.add_outbound(message)
            work.commit()
        return kept

    def _send(self, message: OutboundMessage) -> None:
        sid = self.messenger.send(message)
        with self.storage.begin() as work:
            work.messages.mark(message.id, Delivery.SENT, at=self.clock.now(), provider_sid=sid)
            work.commit()

    def _put_off(self, claimed: ClaimedEvent, error: str, *, wait: int | None) -> bool:
        if claimed.attempts >= RETRIES:
            return self._fail(claimed, error)
        pause = timedelta(seconds=wait) if wait else FIRST_WAIT * 2**claimed.attempts
        with self.storage.begin() as work:
            until = self.clock.now() + pause
            work.outbox.put_off(claimed.event.id, token=claimed.token, until=until, error=error)
            work.commit()
        return False

    def _fail(self, claimed: ClaimedEvent, error: str) -> bool:
        now: datetime = self.clock.now()
        with self.storage.begin() as work:
            work.outbox.mark_failed(claimed.event.id, token=claimed.token, error=error, at=now)
            work.commit()
        return False
