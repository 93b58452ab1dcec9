"""`resortbook guests`: what is held of guests."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resortbook_cli.output import print_json

if TYPE_CHECKING:
    from resortbook.application.guest_list import GuestsReport


@click.group(short_help="What is held of guests: export, erase, import.")
def guests() -> None:
    """What is held of guests, each found by the phone."""


@guests.command(short_help="Print everything that is held of a phone's owner.")
@click.argument("phone")
def export(phone: str) -> None:
    """Print everything that is held of PHONE's owner, as JSON.

    \b
    Example:
      resortbook guests export +14155550123 > guest.json
    """
    from resortbook.application.account_shapes import holdings_shape
    from resortbook_cli.opened import opened

    with opened() as resort:
        print_json(holdings_shape(resort.guests.export(phone), now=resort.clock.now()))


@guests.command(short_help="Forget a phone's owner.")
@click.argument("phone")
@click.option("--yes", is_flag=True, help="Do it; without this nothing is done.")
def erase(phone: str, yes: bool) -> None:
    """Forget PHONE's owner: what is ahead is cancelled, what is past stays without the person.

    \b
    Example:
      resortbook guests erase +14155550123 --yes
    """
    from resortbook.domain.actor import Actor
    from resortbook.domain.errors import NotFound
    from resortbook_cli.opened import opened

    if not yes:
        raise click.UsageError("This cannot be undone: say --yes if you mean it")
    with opened() as resort:
        try:
            cancelled = resort.guests.erase(phone, by=Actor.operator())
        except NotFound:
            click.echo("Nobody has this phone: there is nothing to forget.")
            return
    ahead = {0: "no booking was", 1: "1 booking ahead was"}
    told = ahead.get(cancelled, f"{cancelled} bookings ahead were")
    click.echo(f"Forgotten; {told} cancelled.")


@guests.command(name="import", short_help="Take guests from a CSV or JSON file.")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
def import_(file: Path) -> None:
    """Create and update guests from FILE: CSV or JSON, “-” for standard input.

    Its columns are phone, name, room and language. The phone decides whether a guest is new.
    Every bad row is named with its line and column, and nothing is written unless all are good.

    \b
    Example:
      resortbook guests import guests.csv
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    with opened() as resort:
        report = resort.guests.import_file(file.name, content, by=Actor.operator())
    _tell(report)


def _tell(report: "GuestsReport") -> None:
    from resortbook_cli.errors import Refused

    for bad in report.bad:
        click.echo(f"line {bad.line}, {bad.column}: {bad.reason}")
    if report.bad:
        raise Refused("Nothing was written, for not all rows are good")
    click.echo(
        f"Done: {report.created} created, {report.updated} updated, "
        f"{report.unchanged} unchanged."
    )
