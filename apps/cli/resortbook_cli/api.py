"""`resortbook api`: the HTTP API by itself, by several processes."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from resortbook.application.resort import Resort
    from resortbook.settings import Settings


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
    from resortbook_cli.processes import serve_by_processes
    from resortbook_cli.serve import told

    serve_by_processes(
        _application,
        name="The API",
        target="resortbook_api.wsgi:app",
        processes=processes,
        overrides=told(host, port),
        defaults={},
    )


def _application(resort: "Resort", settings: "Settings") -> "WSGIApplication":
    from resortbook_api.app import create_app
    from resortbook_api.web import FOLDER
    from resortbook_cli.processes import THREADS

    return create_app(resort, settings, threads=THREADS, web_folder=FOLDER)
