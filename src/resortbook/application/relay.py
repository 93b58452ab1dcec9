"""The relay: takes what is due from the outbox and tells it on."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from resortbook.application.stopping import Stopping
from resortbook.application.trace import working_for
from resortbook.domain.events import Event, EventKind
from resortbook.ports.message_storage import ClaimedEvent
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    StillDown,
    TemplateMissing,
    Throttled,
)
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)
# What is left of the lease must be enough for a look-up and a send.
LAST_BEGIN = timedelta(seconds=35)
RETRIES = 5
PATIENCE = timedelta(hours=4)
"""For so long a provider in trouble uses up no tries, once that is known."""

BATCH = 50
# Other steps of the background work have their turn, too, while a backlog is worked off.
LONGEST_SWEEP = timedelta(seconds=10)
FIRST_WAIT = timedelta(seconds=2)
TEMPLATE_WAIT = timedelta(minutes=5)
THROTTLED_WAIT = timedelta(minutes=1)

Tell = Callable[[Event], bool]
"""Tells an event to whom it concerns; whether there was anybody to tell."""

log = logging.getLogger(__name__)


class Wait(Exception):
    """Nothing can be sent for now: neither this event's message nor any other."""

    def __init__(self, reason: str, seconds: float) -> None:
        """Say why and for how long."""
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayService:
    """Delivers events at least once; a message is unique by its event.

    An event is claimed with a lease, its message is kept, the send happens outside of any
    transaction, and only then is the event closed. How often and when a send is tried again is
    the messenger's failure policy. Where that says to wait, everything waits that was claimed,
    and keeps its place.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    tell: Mapping[EventKind, Tell]
    stopping: Stopping = field(default_factory=Stopping)

    def sweep(self, *, only: UUID | None = None) -> int:
        """Work on what is due, oldest first; return how many events were closed.

        It ends early where sending has to wait, where the process is to end, and after ten
        seconds: the rest is for the next one. `only` leaves everything alone that is not about
        the guest of that id.
        """
        began = self.clock.now()
        closed = 0
        while not self.stopping.is_near and self.clock.now() - began < LONGEST_SWEEP:
            claimed = self._claim(only)
            done, must_wait = self._work_on(claimed)
            closed += done
            if must_wait or len(claimed) < BATCH:
                break
        return closed

    def _claim(self, only: UUID | None) -> Sequence[ClaimedEvent]:
        with self.storage.begin() as work:
            claimed = work.outbox.claim_due(
                self.clock.now(),
                limit=BATCH,
                lease=LEASE,
                token=self.ids.new(),
                guest_id=only,
            )
            if claimed:
                work.commit()
        return claimed

    def _work_on(self, claimed: Sequence[ClaimedEvent]) -> tuple[int, bool]:
        """Deliver what was claimed; tell how many were closed, and whether all have to wait."""
        began, closed = self.clock.now(), 0
        for number, one in enumerate(claimed):
            if self.stopping.is_near or self.clock.now() - began > LAST_BEGIN:
                self._hold(claimed[number:], Wait("", 0))
                break
            try:
                with working_for(one.event.request_id):
                    closed += self._deliver(one)
            except Wait as wait:
                self._hold(claimed[number:], wait)
                return closed, True
        return closed, False

    def _deliver(self, claimed: ClaimedEvent) -> bool:
        try:
            if tell := self.tell.get(claimed.event.kind):
                tell(claimed.event)
        except MessageRefused as refused:
            return self._fail(claimed, refused.reason)
        except MessengerDown as down:
            return self._not_now(claimed, down)
        except OutcomeUnknown as unknown:
            return self._try_again(claimed, unknown.reason)
        except TemplateMissing as missing:
            return self._wait_for_template(claimed, missing)
        except Exception as error:
            # One bad row must not stop the others; it is tried again, then stays as failed.
            log.exception("relay.failed event=%s kind=%s", claimed.event.id, claimed.event.kind)
            return self._try_again(claimed, type(error).__name__)
        with self.storage.begin() as work:
            done = work.outbox.mark_done(
                claimed.event.id, token=claimed.token, at=self.clock.now()
            )
            work.commit()
        log.info("event.told event=%s kind=%s", claimed.event.id, claimed.event.kind)
        return done

    def _not_now(self, claimed: ClaimedEvent, down: MessengerDown) -> bool:
        least = down.retry_after_seconds
        if isinstance(down, Throttled):
            pause = THROTTLED_WAIT if least is None else timedelta(seconds=least)
            return self._step_aside(claimed, down.reason, pause)
        is_old = self.clock.now() - claimed.event.due_at >= PATIENCE
        if not (down.uses_a_try or (isinstance(down, StillDown) and is_old)):
            seconds = FIRST_WAIT.total_seconds() if least is None else least
            raise Wait(down.reason, seconds) from down
        return self._try_again(claimed, down.reason, least=least or 0)

    def _hold(self, claimed: Sequence[ClaimedEvent], wait: Wait) -> None:
        """Give events back in the places that they had."""
        with self.storage.begin() as work:
            work.outbox.hold(
                [one.event.id for one in claimed],
                token=claimed[0].token,
                until=self.clock.now() + timedelta(seconds=wait.seconds),
                error=wait.reason,
            )
            work.commit()

    def _try_again(self, claimed: ClaimedEvent, error: str, *, least: float = 0) -> bool:
        if claimed.attempts >= RETRIES:
            return self._fail(claimed, error)
        pause = max(_backoff(claimed), timedelta(seconds=least))
        with self.storage.begin() as work:
            work.outbox.put_off(
                claimed.event.id,
                token=claimed.token,
                until=self.clock.now() + pause,
                error=error,
            )
            work.commit()
        return False

    def _wait_for_template(self, claimed: ClaimedEvent, missing: TemplateMissing) -> bool:
        reason = f"template {missing.name} is not set up"
        if claimed.event.kind is EventKind.SIGN_IN_CODE_REQUESTED:
            return self._fail(claimed, reason)  # a code that comes late is of no use
        return self._step_aside(claimed, reason, TEMPLATE_WAIT, waits_for=missing.name)

    def _step_aside(
        self,
        claimed: ClaimedEvent,
        reason: str,
        pause: timedelta,
        *,
        waits_for: str | None = None,
    ) -> bool:
        """Let an event wait by itself, without using up a try."""
        with self.storage.begin() as work:
            work.outbox.put_off(
                claimed.event.id,
                token=claimed.token,
                until=self.clock.now() + pause,
                error=reason,
                counted=False,
                waits_for=waits_for,
            )
            work.commit()
        return False

    def _fail(self, claimed: ClaimedEvent, error: str) -> bool:
        now = self.clock.now()
        with self.storage.begin() as work:
            event_id = claimed.event.id
            if work.outbox.mark_failed(event_id, token=claimed.token, error=error, at=now):
                work.messages.give_up(event_id, at=now, error=error)
            work.commit()
        return False


def _backoff(claimed: ClaimedEvent) -> timedelta:
    """Return the wait before the next try, with chance in it: many must not come at once."""
    # Ids are random in their last bits.
    chance = (claimed.token.int ^ claimed.event.id.int) % 1_000 / 1_000
    doubled: timedelta = FIRST_WAIT * 2**claimed.attempts
    return doubled * (1 + chance / 2)
