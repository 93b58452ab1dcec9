"""A circuit breaker round an assistant: a model in trouble is left alone for a while."""

import threading
import time
from collections.abc import Callable

from resortbook.ports.assistant import Assistant, AssistantFailed, Brief, Failure, Proposal

FAILURES = 5
RESET_SECONDS = 30.0


class GuardedAssistant:
    """Asks nobody for a while after so many failures one after the other."""

    def __init__(
        self,
        assistant: Assistant,
        *,
        failures: int = FAILURES,
        reset_seconds: float = RESET_SECONDS,
        now: Callable[[], float] = time.monotonic,
        on_change: Callable[[bool], None] = lambda _: None,
    ) -> None:
        """Begin closed; `now` is a clock that only goes forwards, in seconds, `on_change` hears
        whether the model is left alone from now on.
        """
        self._assistant = assistant
        self._most = failures
        self._reset_seconds = reset_seconds
        self._now = now
        self._door = threading.Lock()
        self._on_change = on_change
        self._failed = 0
        self._open_until = 0.0
        on_change(False)

    @property
    def is_open(self) -> bool:
        """Whether nobody is asked at this moment."""
        with self._door:
            return self._failed >= self._most and self._now() < self._open_until

    def propose(self, brief: Brief) -> Proposal:
        """Ask through the breaker; raises as the port says."""
        self._enter()
        try:
            proposal = self._assistant.propose(brief)
        except AssistantFailed:
            self._note_failure()
            raise
        with self._door:
            was_left_alone, self._failed = self._failed >= self._most, 0
        if was_left_alone:
            self._on_change(False)
        return proposal

    def close(self) -> None:
        """Let go of the connections."""
        self._assistant.close()

    def _enter(self) -> None:
        with self._door:
            if self._failed < self._most:
                return
            if self._now() < self._open_until:
                raise AssistantFailed(Failure.LEFT_ALONE)
            # One finds out; the others wait until it is back.
            self._open_until = self._now() + self._reset_seconds

    def _note_failure(self) -> None:
        with self._door:
            self._failed += 1
            is_left_alone = self._failed >= self._most
            if is_left_alone:
                self._open_until = self._now() + self._reset_seconds
        if is_left_alone:
            self._on_change(True)
