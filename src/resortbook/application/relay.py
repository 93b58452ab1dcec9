"""The relay: takes what is due from the outbox and tells it on."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.domain.events import Event, EventKind
from resortbook.ports.message_storage import ClaimedEvent
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
)
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)
RETRIES = 5
BATCH = 50
FIRST_WAIT = timedelta(seconds=2)
TEMPLATE_WAIT = timedelta(minutes=5)

Tell = Callable[[Event], bool]
"""Tells an event to whom it concerns; whether there was anybody to tell."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayService:
    """Delivers events at least once; a message is unique by its event.

    An event is claimed with a lease, its message is kept, the send happens outside of any
    transaction, and only then is the event closed. How often and when a send is tried again is
    the messenger's failure policy.
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
            return self._put_off(
                claimed, down.reason, least=down.retry_after_seconds, counted=down.uses_a_try
            )
        except OutcomeUnknown as unknown:
            return self._put_off(claimed, unknown.reason)
        except TemplateMissing as missing:
            return self._wait_for_template(claimed, missing)
        except Exception as error:
            # One bad row must not stop the others; it is tried again, then stays as failed.
            log.exception("relay.failed event=%s kind=%s", claimed.event.id, claimed.event.kind)
            return self._put_off(claimed, type(error).__name__)
        with self.storage.begin() as work:
            done = work.outbox.mark_done(
                claimed.event.id, token=claimed.token, at=self.clock.now()
            )
            work.commit()
        return done

    def _put_off(
        self,
        claimed: ClaimedEvent,
        error: str,
        *,
        least: float | None = None,
        counted: bool = True,
    ) -> bool:
        if counted and claimed.attempts >= RETRIES:
            return self._fail(claimed, error)
        pause = max(_backoff(claimed), timedelta(seconds=least or 0))
        with self.storage.begin() as work:
            work.outbox.put_off(
                claimed.event.id,
                token=claimed.token,
                until=self.clock.now() + pause,
                error=error,
                counted=counted,
            )
            work.commit()
        return False

    def _wait_for_template(self, claimed: ClaimedEvent, missing: TemplateMissing) -> bool:
        reason = f"template {missing.name} is not set up"
        if claimed.event.kind is EventKind.SIGN_IN_CODE_REQUESTED:
            return self._fail(claimed, reason)  # a code that comes late is of no use
        return self._put_off(
            claimed, reason, least=TEMPLATE_WAIT.total_seconds(), counted=False
        )

    def _fail(self, claimed: ClaimedEvent, error: str) -> bool:
        now: datetime = self.clock.now()
        with self.storage.begin() as work:
            work.outbox.mark_failed(claimed.event.id, token=claimed.token, error=error, at=now)
            work.commit()
        return False


def _backoff(claimed: ClaimedEvent) -> timedelta:
    """Return the wait before the next try, with chance in it: many must not come at once."""
    # Ids are random in their last bits.
    chance = (claimed.token.int ^ claimed.event.id.int) % 1_000 / 1_000
    doubled: timedelta = FIRST_WAIT * 2**claimed.attempts
    return doubled * (1 + chance / 2)
