"""The relay: takes what is due from the outbox and tells it on."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.domain.events import Event, EventKind
from resortbook.ports.message_storage import ClaimedEvent
from resortbook.ports.messaging import MessageRefused, MessengerDown
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)
RETRIES = 5
BATCH = 50
FIRST_WAIT = timedelta(seconds=2)

Tell = Callable[[Event], bool]
"""Tells an event to whom it concerns; whether there was anybody to tell."""

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
    clock: Clock
    ids: Ids
    tell: Mapping[EventKind, Tell]

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
            if tell := self.tell.get(claimed.event.kind):
                tell(claimed.event)
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
