"""A worker in this process: its work, and the ear for wakes."""

from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_worker.hearing import Hearing
from resortbook_worker.jobs import set_to_work
from resortbook_worker.tally import Tally
from resortbook_worker.work import Work


class Worker:
    """Does a resort's background work in threads of this process until it is stopped."""

    def __init__(self, resort: Resort, settings: Settings, tally: Tally) -> None:
        """Nothing runs before `start`. In production Redis wakes it."""
        self._work = Work(resort, tally)
        self._hearing: Hearing | None = None
        if settings.is_production and settings.redis_url:
            self._hearing = Hearing(settings.redis_url)

    def start(self) -> None:
        """Begin."""
        set_to_work(self._work)
        self._work.start()
        if self._hearing:
            self._hearing.start()

    def begin_stop(self) -> None:
        """Begin nothing more. Idempotent."""
        if self._hearing:
            self._hearing.begin_stop()
        self._work.begin_stop()

    def stop(self) -> None:
        """Finish what was begun: at most 24 seconds, usually the time of one send."""
        self.begin_stop()
        self._work.stop()
        if self._hearing:
            self._hearing.stop()
