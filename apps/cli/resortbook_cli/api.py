"""`resortbook api`: the HTTP API by itself, by several processes."""

import signal
from functools import partial
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 32
STOP_SECONDS = 20


@click.command(short_help="Serve the HTTP API alone, by several processes.")
@click.option("--host", metavar="HOST", help="Listen here; else HOST, else 127.0.0.1.")
@click.option("--port", metavar="PORT", help="Listen on this port; else PORT, else 8000.")
@click.option(
    "--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many."
)
def api(host: str | None, port: str | None, processes: int) -> None:
    """Serve the HTTP API alone, until SIGTERM; what happens in the background is not done here.

    Another server does as well: the application is resortbook_api.wsgi:app.

    \b
    Example:
      resortbook api --host 0.0.0.0 --port 8000 --processes 4
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_cli.serve import announce, told
    from resortbook_cli.server import listening

    overrides = told(host, port)
    settings = Settings.load(overrides=overrides)
    set_up_logs(settings)
    for probe in listening(settings.host, settings.port):
        probe.close()
    server = Granian(
        "resortbook_api.wsgi:app",
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
    announce(settings, f"The API listens on {settings.host}:{settings.port}.")
    server.serve(target_loader=partial(_application, overrides), wrap_loader=False)


def _application(overrides: dict[str, str]) -> "WSGIApplication":
    from resortbook.bootstrap import open_resort
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_api.app import create_app

    # A process that still starts has nothing to finish: without this it would not hear SIGTERM.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    settings = Settings.load(overrides=overrides)
    set_up_logs(settings)
    return create_app(open_resort(settings), settings, threads=THREADS)
