"""`resortbook worker`: the background work, by one process or several."""

import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from resortbook.application.resort import Resort

PORT = {"PORT": "8002"}


class Workers(Protocol):
    """Whoever does the work: this process, or others that it looks after."""

    def start(self) -> None:
        """Begin."""
        ...

    def begin_stop(self) -> None:
        """Begin nothing more."""
        ...

    def stop(self) -> None:
        """Finish what was begun."""
        ...


@click.command(short_help="Do the background work, by one process or several.")
@click.option("--host", metavar="HOST", help="Listen here; else HOST, else 127.0.0.1.")
@click.option("--port", metavar="PORT", help="Listen on this port; else PORT, else 8002.")
@click.option(
    "--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many."
)
def worker(host: str | None, port: str | None, processes: int) -> None:
    """Send what is to be told, answer guests, end holds that ran out, until SIGTERM.

    Any number of workers may run: rows are claimed, and one of them leads in what time alone
    brings about. Redis wakes them; without it they look every second. The port serves
    /health/live, /health/ready and /metrics.

    \b
    Example:
      resortbook worker --processes 2
    """
    from resortbook.bootstrap import open_resort, sharing_counts
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_cli.serve import announce, told
    from resortbook_cli.server import WebServer, listening, stop_signals
    from resortbook_cli.supervisor import Supervisor
    from resortbook_worker.metrics import WorkMetrics
    from resortbook_worker.operations import Operations
    from resortbook_worker.process import Worker
    from resortbook_worker.tally import Tally, numbers_for

    overrides = told(host, port)
    settings = Settings.load(overrides=overrides, defaults=PORT)
    set_up_logs(settings)
    sockets = listening(settings.host, settings.port)
    numbers = numbers_for(processes)
    sharing = sharing_counts() if processes > 1 else nullcontext()
    with sharing, stop_signals() as stopping:
        resort = open_resort(settings)
        try:
            workers: Workers = (
                Worker(resort, settings, Tally(numbers))
                if processes == 1
                else Supervisor(overrides, numbers, processes)
            )
            operations = Operations(resort, settings, WorkMetrics(resort, numbers))
            server = WebServer(operations, sockets)
            workers.start()
            announce(settings, f"The worker listens on {settings.host}:{settings.port}.")
            server.run(_ended(resort, workers, stopping), end_streams=workers.begin_stop)
        finally:
            resort.close()


def _ended(resort: "Resort", workers: Workers, stopping: threading.Event) -> threading.Event:
    """Return what is set once `stopping` was and the work has come to its end; until then the
    server goes on, to say that this worker is not ready any more.
    """
    ended = threading.Event()

    def end() -> None:
        stopping.wait()
        resort.stopping.announce()
        workers.stop()
        ended.set()

    threading.Thread(target=end, name="end", daemon=True).start()
    return ended
