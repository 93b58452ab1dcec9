"""`resortbook serve`: everything in one process on one port."""

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from flask import Flask

    from resortbook.application.resort import Resort
    from resortbook.settings import Settings

log = logging.getLogger(__name__)


@click.command(short_help="Serve everything in one process on one port.")
@click.option("--host", metavar="HOST", help="Listen here; else HOST, else 127.0.0.1.")
@click.option("--port", metavar="PORT", help="Listen on this port; else PORT, else 8000.")
def serve(host: str | None, port: str | None) -> None:
    """Serve everything in one process on one port, until Ctrl-C or SIGTERM.

    Without any settings that is a demo resort on a SQLite file in ./var, whose messages go to a
    simulator.

    \b
    Examples:
      resortbook serve
      resortbook serve --port 8005
    """
    from resortbook.bootstrap import open_resort, run_background
    from resortbook.bootstrap.logs import set_up_logs
    from resortbook.settings import Settings
    from resortbook_api.app import close, create_app
    from resortbook_api.web import FOLDER
    from resortbook_cli.server import THREADS, WebServer, listening, stop_signals

    settings = Settings.load(overrides=told(host, port))
    set_up_logs(settings)
    sockets = listening(settings.host, settings.port)
    with stop_signals() as stopping:
        resort = open_resort(settings)
        try:
            is_demo = _load_demo(resort, settings)
            app = create_app(resort, settings, threads=THREADS, web_folder=FOLDER)
            server = WebServer(_with_webhooks(app, resort, settings), sockets)
            background = run_background(resort)
            _greet(settings, is_demo=is_demo)
            server.run(stopping, end_streams=lambda: close(app))
            resort.stopping.announce()
            background.stop()
        finally:
            resort.close()


def told(host: str | None, port: str | None) -> dict[str, str]:
    """Return the settings that options stand for."""
    given = {"HOST": host, "PORT": port}
    return {name: text for name, text in given.items() if text is not None}


def announce(settings: "Settings", line: str) -> None:
    """Tell whoever started the server, or the machine that reads its log."""
    if settings.log_format == "json":
        log.info(line)
    else:
        click.echo(line)


def _with_webhooks(api: "Flask", resort: "Resort", settings: "Settings") -> "WSGIApplication":
    from resortbook_api.app import request_metrics
    from resortbook_whatsapp.app import create_app

    webhooks = create_app(resort, settings, metrics=request_metrics(api))

    def by_path(environ: Any, start_response: Any) -> Any:
        is_webhook = environ.get("PATH_INFO", "").startswith("/webhooks/")
        return (webhooks if is_webhook else api)(environ, start_response)

    return by_path


def _load_demo(resort: "Resort", settings: "Settings") -> bool:
    from resortbook.domain.actor import Actor

    if settings.demo == "no" or resort.demo.has_activities():
        return False
    announce(settings, "Loading the demo resort…")
    resort.demo.load(by=Actor.system())
    return True


def _greet(settings: "Settings", *, is_demo: bool) -> None:
    from resortbook.application.demo import ADMIN_PHONE

    url = settings.public_url
    announce(settings, f"{settings.resort_name} is open at {url} (Ctrl-C closes it).")
    if is_demo and settings.has_simulator:
        announce(
            settings,
            f"The desk signs in as {ADMIN_PHONE}; sign-in codes are shown at "
            f"{url}/simulator/messages?phone={quote(ADMIN_PHONE)}",
        )
