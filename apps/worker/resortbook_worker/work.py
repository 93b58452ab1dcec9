"""The background work of one process: some lanes, each a thread that goes on by itself."""

import logging
import threading
from collections.abc import Sequence

from resortbook.application.resort import Resort
from resortbook.domain.errors import Unavailable
from resortbook_worker.tally import Tally

SWEEP_SECONDS = 1.0
# While the database is away each lane asks rarely: all together about once a second.
AWAY_SECONDS = 6.0
STOP_SECONDS = 20.0  # the longest send takes no longer
ANSWERING = 4  # guests who are answered at once: a reply can take seconds, others would wait

log = logging.getLogger(__name__)


class Work:
    """Runs the steps of a resort's clockwork, and counts how they end.

    What a wake asks for is done by whoever hears it; all the same each lane looks by itself
    every second, so that the work goes on without any Redis. A step that fails is logged, and
    tried again in the next round.
    """

    def __init__(self, resort: Resort, tally: Tally) -> None:
        """Nothing runs before `start`."""
        self._resort = resort
        self._tally = tally
        clockwork = resort.clockwork
        self._steps = {step.__name__: step for step in clockwork.steps}
        led = tuple(step.__name__ for step in clockwork.led)
        self._lanes = [
            threading.Thread(target=self._go_on, args=[names], name=names[0], daemon=True)
            for names in (("deliver",), *[("answer",)] * ANSWERING, led)
        ]
        self._led = led
        self._stopping = threading.Event()
        self._busy = 0
        self._change = threading.Condition()
        self._is_away = False

    def start(self) -> None:
        """Begin, each lane in a thread of its own."""
        for lane in self._lanes:
            lane.start()

    def begin_stop(self) -> None:
        """Begin nothing more; what is being done goes on to its end. Idempotent."""
        self._resort.stopping.announce()
        self._stopping.set()

    def stop(self) -> bool:
        """Wait until all is done that was begun, at most 20 seconds; say whether it is."""
        self.begin_stop()
        with self._change:
            is_done = self._change.wait_for(lambda: self._busy == 0, STOP_SECONDS)
        self._resort.leadership.resign()
        return is_done

    def run(self, name: str) -> bool:
        """Run one step, also for a job; False where the database is away. Never raises."""
        with self._change:
            if self._stopping.is_set():
                return True
            self._busy += 1
        try:
            return self._run(name)
        finally:
            with self._change:
                self._busy -= 1
                self._change.notify_all()

    def _run(self, name: str) -> bool:
        failed = True
        try:
            self._steps[name]()
            failed = False
            self._note_back()
        except Unavailable:
            self._note_away()
            return False
        except Exception:
            log.exception("worker.failed step=%s", name)
        finally:
            self._tally.count(name, failed=failed)
        return True

    def _go_on(self, names: Sequence[str]) -> None:
        while not self._stopping.is_set():
            is_there = all(map(self.run, names))  # none after one that found the database away
            if names == self._led:
                self._tally.lead(is_there and self._leads())
            self._stopping.wait(SWEEP_SECONDS if is_there else AWAY_SECONDS)

    def _leads(self) -> bool:
        try:
            return self._resort.leadership.is_mine()
        except Unavailable:
            return False

    def _note_away(self) -> None:
        if self._turns_to(is_away=True):
            log.warning("worker.database_away")

    def _note_back(self) -> None:
        if self._turns_to(is_away=False):
            log.info("worker.database_back")

    def _turns_to(self, *, is_away: bool) -> bool:
        with self._change:
            was_away, self._is_away = self._is_away, is_away
        return was_away != is_away
