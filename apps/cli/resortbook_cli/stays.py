"""`resortbook stays`: who stays in which room."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from resortbook.application.stays import StaysReport


@click.group(short_help="The front office's arrivals: import.")
def stays() -> None:
    """Who stays in which room, as the front office knows it; only staff ever see it."""


@stays.command(name="import", short_help="Take arrivals from a CSV or JSON file.")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
def import_(file: Path) -> None:
    """Create and update stays from FILE: CSV or JSON, “-” for standard input.

    Its columns are room, last name, arrival, departure and, if there is one, the front office's
    reservation number, which decides whether a row is new or an update; else room, name and
    arrival do. Every bad row is named with its line and column, and nothing is written unless
    all are good. The same file again changes nothing; what is not in it stays.

    \b
    Examples:
      resortbook stays import arrivals.csv
      cat arrivals.csv | resortbook stays import -
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    with opened() as resort:
        report = resort.stays.import_file(file.name, content, by=Actor.operator())
    _tell(report)


def _tell(report: "StaysReport") -> None:
    from resortbook_cli.errors import Refused

    for bad in report.bad:
        click.echo(f"line {bad.line}, {bad.column}: {bad.reason}")
    if report.ignored:
        click.echo(f"Columns without a meaning here: {', '.join(report.ignored)}")
    for note in report.notes:
        click.echo(note)
    if not report.written:
        rows = "1 row is" if report.bad_lines == 1 else f"{report.bad_lines} rows are"
        raise Refused(f"Nothing was written, for {rows} bad")
    nothing_new = report.created == report.updated == 0
    good = f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged"
    click.echo(f"{'Nothing changed' if nothing_new else 'Done'}: {good}.")
