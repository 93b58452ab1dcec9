"""A WSGI application served by several processes of this machine."""

import signal
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from resortbook.application.resort import Resort
    from resortbook.settings import Settings
    from resortbook_cli.leaving import Leaving, LeavingServer

    Make = Callable[[Resort, Settings], WSGIApplication]

THREADS = 16  # of each process; each has its connection: see the pool of the database
# On SIGTERM: so long a process says that it is not ready while it still answers, then so long
# what is being answered may take.
LEAVE_SECONDS = 3
STOP_SECONDS = 18


def serve_by_processes(
    make: "Make",
    *,
    name: str,
    target: str,
    processes: int,
    overrides: Mapping[str, str],
    defaults: Mapping[str, str],
) -> None:
    """Serve what `make` makes in each process, until SIGTERM.

    `target` is the same application for other servers, `name` what it is called to people;
    `overrides` and `defaults` are the settings that come before and after the environment's.

    Raises:
        SettingsError: wrong settings.
        Refused: the port is in use, or the host is none of this machine.
    """
    from resortbook.bootstrap import sharing_counts
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_cli.leaving import Leaving
    from resortbook_cli.serve import announce
    from resortbook_cli.server import listening

    settings = Settings.load(overrides=overrides, defaults=defaults)
    set_up_logs(settings)
    for probe in listening(settings.host, settings.port):
        probe.close()
    leaving, server = Leaving(), _server(target, settings, processes)
    server.leave_by(leaving, seconds=LEAVE_SECONDS if settings.is_production else 0)
    announce(settings, f"{name} listens on {settings.host}:{settings.port}.")
    loader = partial(_application, make, leaving, overrides=overrides, defaults=defaults)
    with sharing_counts() if processes > 1 else nullcontext():
        server.serve(target_loader=loader, wrap_loader=False)


def _server(target: str, settings: "Settings", processes: int) -> "LeavingServer":
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from resortbook_cli.leaving import LeavingServer

    return LeavingServer(
        target,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        log_dictconfig={"loggers": {"_granian": {}}},  # it goes the way of all lines
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
    )


def _application(
    make: "Make",
    leaving: "Leaving",
    *,
    overrides: Mapping[str, str],
    defaults: Mapping[str, str],
) -> "WSGIApplication":
    from resortbook.bootstrap import open_resort
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings

    # A process that still starts has nothing to finish: without this it would not hear SIGTERM.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    settings = Settings.load(overrides=overrides, defaults=defaults)
    set_up_logs(settings)
    resort = open_resort(settings)
    leaving.tell(resort.stopping)
    return make(resort, settings)
