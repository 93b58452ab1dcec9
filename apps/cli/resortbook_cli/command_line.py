"""All commands together, and what happens to their errors."""

import sys
from typing import Any

import click

from resortbook_cli.activities import activities
from resortbook_cli.api import api
from resortbook_cli.booking_create import create
from resortbook_cli.bookings import bookings
from resortbook_cli.chat import chat
from resortbook_cli.check import check
from resortbook_cli.db import db
from resortbook_cli.demo import demo
from resortbook_cli.doctor import doctor
from resortbook_cli.errors import explained
from resortbook_cli.expire import expire
from resortbook_cli.facts import facts
from resortbook_cli.guests import guests
from resortbook_cli.keys import keys
from resortbook_cli.messages import messages
from resortbook_cli.queue import queue
from resortbook_cli.serve import serve
from resortbook_cli.slots import slots
from resortbook_cli.staff import staff
from resortbook_cli.stays import stays
from resortbook_cli.templates import templates
from resortbook_cli.whatsapp import whatsapp
from resortbook_cli.worker import worker


class CommandLine(click.Group):
    """Tells every failure in one line on standard error, never by a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and end the process: 0, 1 for a refusal, 2 for wrong usage."""
        extra["standalone_mode"] = False
        try:
            status = super().main(*args, **extra)
        except Exception as error:
            status, lines = explained(error)
            for line in lines:
                click.echo(line, err=True)
        sys.exit(status if isinstance(status, int) else 0)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"resortbook {version('resortbook')}")
        ctx.exit()


@click.group(cls=CommandLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def command_line() -> None:
    """Run a resort's bookings: serve them, fill the catalogue, look things up.

    Settings come from the environment and from .env in the working directory. Without any,
    everything lies in ./var and nothing else is needed.

    \b
    Examples:
      resortbook serve                         a demo resort at http://127.0.0.1:8000
      resortbook activities import ours.csv
      resortbook bookings list --status pending
    """


bookings.add_command(create)
for command in (
    serve,
    api,
    whatsapp,
    worker,
    chat,
    activities,
    slots,
    bookings,
    staff,
    messages,
    queue,
    expire,
    templates,
    check,
    db,
    demo,
    facts,
    stays,
    guests,
    keys,
    doctor,
):
    command_line.add_command(command)
