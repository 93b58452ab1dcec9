"""`resortbook whatsapp`: the webhooks by themselves, by several processes."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from resortbook.application.resort import Resort
    from resortbook.settings import Settings


@click.command(short_help="Take WhatsApp's webhooks alone, by several processes.")
@click.option("--host", metavar="HOST", help="Listen here; else HOST, else 127.0.0.1.")
@click.option("--port", metavar="PORT", help="Listen on this port; else PORT, else 8001.")
@click.option(
    "--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many."
)
def whatsapp(host: str | None, port: str | None, processes: int) -> None:
    """Take what Twilio posts for WhatsApp, until SIGTERM; messages are answered elsewhere.

    Twilio is to post messages to PUBLIC_URL/webhooks/whatsapp. Another server does as well: the
    application is resortbook_whatsapp.wsgi:app.

    \b
    Example:
      resortbook whatsapp --host 0.0.0.0 --port 8001 --processes 2
    """
    from resortbook_cli.processes import serve_by_processes
    from resortbook_cli.serve import told

    serve_by_processes(
        _application,
        name="The webhooks",
        target="resortbook_whatsapp.wsgi:app",
        processes=processes,
        overrides=told(host, port),
        defaults={"PORT": "8001"},
    )


def _application(resort: "Resort", settings: "Settings") -> "WSGIApplication":
    from resortbook_whatsapp.app import create_app

    return create_app(resort, settings)
