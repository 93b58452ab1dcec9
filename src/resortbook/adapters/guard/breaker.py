"""A circuit breaker round a messenger, in each process: a provider that fails is left alone."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import Any, TypeVar

from pybreaker import CircuitBreaker, CircuitBreakerListener

from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import (
    MessageRefused,
    Messenger,
    MessengerDown,
    OutcomeUnknown,
    StillDown,
    Unreachable,
)

T = TypeVar("T")
Change = Callable[[str, bool], None]
"""Hears which provider it is about, and whether it is left alone from now on."""

FAILURES = 5
RESET_SECONDS = 30.0

log = logging.getLogger(__name__)


class BreakerState(StrEnum):
    """Whether calls pass: all of them, none, or a single one that finds out."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class GuardedMessenger:
    """A messenger behind a breaker that `send` and `find` share.

    Only what speaks of the provider's health counts: a try that failed, an outcome that is not
    known, nobody there. Any answer, also a refusal or a wish to wait, says that the provider is
    well; a template that is missing says nothing, for nobody was asked.
    """

    def __init__(
        self,
        messenger: Messenger,
        *,
        provider: str,
        failures: int = FAILURES,
        reset_seconds: float = RESET_SECONDS,
        on_change: Change = lambda _, __: None,
    ) -> None:
        """Close the breaker.

        So many failures one after the other open it, for `reset_seconds`; then one call is let
        through, whose end closes it or opens it again. `on_change` hears of it.
        """
        self._messenger = messenger
        self._reset_seconds = reset_seconds
        self._openings = _Openings(provider, on_change)
        self._breaker = CircuitBreaker(
            fail_max=failures,
            reset_timeout=reset_seconds,
            listeners=[self._openings],
            name=provider,
            throw_new_error_on_trip=False,
        )
        self._door = threading.Lock()
        self._is_trying = False

    @property
    def state(self) -> BreakerState:
        """How the breaker stands at this moment."""
        return BreakerState(self._breaker.current_state)

    def send(self, message: OutboundMessage) -> str:
        """Send through the breaker; raises as the port says."""
        return self._guarded(lambda: self._messenger.send(message))

    def find(self, message: OutboundMessage) -> Sequence[str]:
        """Ask through the breaker; raises as the port says."""
        return self._guarded(lambda: self._messenger.find(message))

    def _guarded(self, act: Callable[[], T]) -> T:
        # pybreaker holds its lock while it calls, and a second sender would wait for a first
        # one that hangs. So it is only told how calls ended; who may call is decided here.
        is_trial = self._enter()
        try:
            answer = act()
        except (MessengerDown, OutcomeUnknown, MessageRefused) as told:
            self._note(told if _is_failure(told) else None, is_trial=is_trial)
            if is_trial and isinstance(told, MessengerDown) and told.uses_a_try:
                # Whoever is let through waits for the provider like all the others.
                wait = told.retry_after_seconds
                raise StillDown(told.reason, retry_after_seconds=wait) from told
            raise
        else:
            self._note(None, is_trial=is_trial)
            return answer
        finally:
            if is_trial:
                self._is_trying = False

    def _enter(self) -> bool:
        """Let a call pass or not; tells whether it is the one that finds out."""
        with self._door:
            if self.state is BreakerState.CLOSED:
                return False
            seconds_left = self._openings.at + self._reset_seconds - time.monotonic()
            if seconds_left > 0 or self._is_trying:
                raise MessengerDown(
                    f"{self._breaker.name} is left alone",
                    retry_after_seconds=max(0.0, seconds_left),
                    uses_a_try=False,
                )
            self._is_trying = True
            self._breaker.half_open()
            return True

    def _note(self, failure: Exception | None, *, is_trial: bool) -> None:
        if not is_trial and self.state is not BreakerState.CLOSED:
            return  # it began before the breaker opened: only the trial decides now
        with suppress(MessengerDown, OutcomeUnknown):
            self._breaker.call(_end, failure)


class _Openings(CircuitBreakerListener):
    """Knows when the breaker opened last, by a clock that nobody moves, and logs changes."""

    def __init__(self, provider: str, on_change: Change) -> None:
        self.at = 0.0
        self._provider = provider
        self._on_change = on_change
        on_change(provider, False)

    def state_change(self, cb: CircuitBreaker, old_state: Any, new_state: Any) -> None:
        """Take the time, and tell operators."""
        if new_state.name == BreakerState.OPEN:
            self.at = time.monotonic()
            log.warning("breaker.opened provider=%s", self._provider)
            self._on_change(self._provider, True)
        elif new_state.name == BreakerState.CLOSED:
            log.info("breaker.closed provider=%s", self._provider)
            self._on_change(self._provider, False)


def _is_failure(told: Exception) -> bool:
    if isinstance(told, MessengerDown) and not isinstance(told, Unreachable):
        return told.uses_a_try
    return isinstance(told, OutcomeUnknown | Unreachable)


def _end(failure: Exception | None) -> None:
    if failure is not None:
        raise failure
