"""Leaving in good order: a server first says that it is not ready, and goes on for a moment."""

import signal
import threading
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

from granian.server.mp import MPServer

from resortbook.application.stopping import Stopping


class Leaving:
    """Tells the processes of a server that they are about to end."""

    def __init__(self) -> None:
        """Nobody is about to."""
        self._event = get_context("spawn").Event()

    def begin(self) -> None:
        """Tell everybody. Idempotent."""
        self._event.set()

    def tell(self, stopping: Stopping) -> None:
        """Let this process know when it is time."""

        def wait() -> None:
            self._event.wait()
            stopping.announce()

        threading.Thread(target=wait, name="leaving", daemon=True).start()


class LeavingServer(MPServer):
    """A server that goes on for some seconds after SIGTERM: whoever sends it requests has to
    find out first. A second signal, or Ctrl-C, ends it at once.
    """

    _leaving: Leaving | None = None
    _seconds: float = 0

    def leave_by(self, leaving: Leaving, *, seconds: float) -> None:
        """Say how processes are told, and how long it goes on."""
        self._leaving, self._seconds = leaving, seconds

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """Tell the processes, then stop."""
        stop: Callable[..., None] = super().signal_handler_interrupt
        leaving, self._leaving = self._leaving, None
        is_asked = bool(args) and args[0] == signal.SIGTERM
        if leaving is None or not is_asked or not self._seconds:
            stop(*args, **kwargs)
            return
        leaving.begin()
        timer = threading.Timer(self._seconds, stop)
        timer.daemon = True
        timer.start()
