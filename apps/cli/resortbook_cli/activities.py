"""`resortbook activities`: the catalogue."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from resortbook.application.importing.catalogue_file import ImportReport


@click.group(short_help="The catalogue: import, export, list.")
def activities() -> None:
    """What the resort offers: from a spreadsheet, to a spreadsheet, and as a list."""


@activities.command(name="import", short_help="Take activities from a CSV or JSON file.")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--skip-bad", is_flag=True, help="Take the good rows; else one bad stops all.")
def import_(file: Path, skip_bad: bool) -> None:
    """Create and update activities from FILE: CSV or JSON, “-” for standard input.

    Columns come in any order and case. A new activity needs name, category, price, duration
    and capacity; slug (made from the name where it is missing) decides whether a row is new or
    an update. What is not clear is a bad row, named with its line and column. The same file
    again changes nothing; a column that is not there leaves its field as it is.

    \b
    Examples:
      resortbook activities import our-activities.csv
      resortbook activities import our-activities.csv --skip-bad
      resortbook activities export | resortbook activities import -
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    content, folder = _read(file)
    with opened() as resort:
        report = resort.files.import_file(
            file.name,
            content,
            skip_bad=skip_bad,
            by=Actor.operator(),
            pictures_from=folder,
        )
    _tell(report)


@activities.command(short_help="Write all activities to standard output.")
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv")
def export(kind: str) -> None:
    """Write all activities to standard output; importing that again changes nothing.

    \b
    Examples:
      resortbook activities export > activities.csv
      resortbook activities export --format json > activities.json
    """
    from resortbook_cli.opened import opened

    with opened() as resort:
        text = resort.files.export(kind)
    click.echo(text.encode(), nl=False)


@activities.command(name="list")
@as_json
def list_(json_wanted: bool) -> None:
    """List all activities by name, inactive ones too.

    \b
    Example:
      resortbook activities list --json
    """
    from resortbook.application.catalogue import ActivityQuery
    from resortbook.application.shapes import activity_shape
    from resortbook_cli.opened import opened
    from resortbook_cli.paging import everything

    query = ActivityQuery(include_inactive=True)
    with opened() as resort:
        found = everything(lambda page: resort.catalogue.list_activities(query, page))
        public_url = resort.facts.public_url
    if json_wanted:
        print_json([activity_shape(activity, public_url=public_url) for activity in found])
        return
    rows = [
        (
            activity.slug,
            activity.category,
            f"{activity.price} {activity.currency}",
            activity.duration_minutes,
            activity.capacity_per_slot,
            "yes" if activity.is_active else "no",
        )
        for activity in found
    ]
    columns = ("slug", "category", "price", "min", "seats", "active")
    print_table(columns, rows, empty="There are no activities yet: import some.")


def _read(file: Path) -> tuple[bytes, Path]:
    if str(file) == "-":
        return sys.stdin.buffer.read(), Path()
    return file.read_bytes(), file.parent


def _tell(report: "ImportReport") -> None:
    from resortbook_cli.errors import Refused

    for bad in report.bad:
        click.echo(f"line {bad.line}, {bad.column}: {bad.reason}")
    if report.ignored:
        click.echo(f"Columns without a meaning here: {', '.join(report.ignored)}")
    for note in report.notes:
        click.echo(note)
    good = f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged"
    if not report.written:
        rows = "1 row is" if report.bad_lines == 1 else f"{report.bad_lines} rows are"
        raise Refused(
            f"Nothing was written, for {rows} bad; --skip-bad would take the others ({good})"
        )
    nothing_new = report.created == report.updated == 0
    left_out = f", {report.bad_lines} bad left out" if report.bad else ""
    click.echo(f"{'Nothing changed' if nothing_new else 'Done'}: {good}{left_out}.")
