"""The background work of a single process: one thread, woken when there is something to do."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from resortbook.ports.jobs import Waker

ROUND_SECONDS = 0.5

Step = Callable[[], int]

log = logging.getLogger(__name__)


@dataclass(slots=True)
class LocalWaker:
    """Wakes the thread of this process."""

    _event: threading.Event = field(default_factory=threading.Event)

    def wake(self) -> None:
        """Ask for a round now."""
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Sleep until the next wake, at most for `seconds`."""
        self._event.wait(seconds)
        self._event.clear()

    def waiting(self) -> Mapping[str, int]:
        """Tell of no jobs: nobody is asked for any."""
        return {}

    def close(self) -> None:
        """Have nothing to let go."""


class BackgroundLoop:
    """Runs the steps over and over; a step that fails is logged and tried again in the next
    round.
    """

    def __init__(self, waker: Waker, steps: Sequence[Step]) -> None:
        """Start the thread at once."""
        self._waker = waker
        self._steps = steps
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the step that runs, and end; at most ten seconds are waited."""
        self._stopping.set()
        self._waker.wake()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._do_all()
            self._waker.wait(ROUND_SECONDS)

    def _do_all(self) -> None:
        for step in self._steps:
            if self._stopping.is_set():
                return
            try:
                step()
            except Exception:
                log.exception("background.failed step=%s", getattr(step, "__name__", "?"))
