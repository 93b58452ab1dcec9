"""Looks after the processes of a worker: begins them, replaces those that die, ends them."""

import logging
import threading
import time
from collections.abc import Mapping, MutableSequence
from multiprocessing import get_context, parent_process
from multiprocessing.context import SpawnProcess

from resortbook_worker.tally import Tally

LOOK_SECONDS = 1.0
STOP_SECONDS = 23.0  # what the work takes to end at most, and a little

log = logging.getLogger(__name__)


class Supervisor:
    """Some processes that do the same; one that ends by itself is replaced a second later."""

    def __init__(
        self, overrides: Mapping[str, str], numbers: MutableSequence[float], processes: int
    ) -> None:
        """Nothing runs before `start`; `overrides` are the settings of the command line."""
        self._overrides = dict(overrides)
        self._numbers = numbers
        self._places = range(processes)
        self._running: dict[int, SpawnProcess] = {}
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._look_after, name="watch", daemon=True)

    def start(self) -> None:
        """Begin all of them."""
        for place in self._places:
            self._begin(place)
        self._watch.start()

    def begin_stop(self) -> None:
        """Ask them to end. Idempotent."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self._watch.join()
        for process in self._running.values():
            process.terminate()

    def stop(self) -> None:
        """Wait for them, and end whoever does not within 23 seconds."""
        self.begin_stop()
        until = time.monotonic() + STOP_SECONDS
        for process in self._running.values():
            process.join(max(0.0, until - time.monotonic()))
            if process.exitcode is None:
                process.kill()

    def _begin(self, place: int) -> None:
        process = get_context("spawn").Process(
            target=_work, args=(self._overrides, self._numbers, place), name=f"worker-{place}"
        )
        process.start()
        self._running[place] = process

    def _look_after(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            for place, process in list(self._running.items()):
                if process.exitcode is not None:
                    log.warning("worker.died pid=%s status=%s", process.pid, process.exitcode)
                    Tally(self._numbers, place).lead(False)
                    self._begin(place)


def _work(overrides: Mapping[str, str], numbers: MutableSequence[float], place: int) -> None:
    """Be one of the processes, until SIGTERM or until the one that looks after it is gone."""
    from resortbook.bootstrap import open_resort
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_cli.server import stop_signals
    from resortbook_cli.worker import PORT
    from resortbook_worker.process import Worker

    with stop_signals() as stopping:
        settings = Settings.load(overrides=overrides, defaults=PORT)
        set_up_logs(settings)
        resort = open_resort(settings)
        worker = Worker(resort, settings, Tally(numbers, place))
        worker.start()
        above = parent_process()
        while not stopping.wait(LOOK_SECONDS):
            if above is not None and not above.is_alive():
                break
        worker.stop()
        resort.close()
