"""`resortbook facts`: what the resort wants guests to know."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from resortbook.application.facts import FactsReport


@click.group(short_help="What guests may ask about the resort: import, list.")
def facts() -> None:
    """Questions about the resort, and their answers as the chat gives them, word for word."""


@facts.command(name="import", short_help="Take facts from a CSV or JSON file.")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
def import_(file: Path) -> None:
    """Create and update facts from FILE: CSV or JSON, “-” for standard input.

    Its columns are topic, examples (questions that guests ask, with “|” between them, in any
    language) and answer. The topic decides whether a row is new or an update. Every bad row is
    named with its line and column, and nothing is written unless all are good. The same file
    again changes nothing.

    \b
    Examples:
      resortbook facts import our-facts.csv
      resortbook facts list --json | resortbook facts import -
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    with opened() as resort:
        report = resort.knowledge.import_file(file.name, content, by=Actor.operator())
    _tell(report)


@facts.command(name="list")
@as_json
def list_(json_wanted: bool) -> None:
    """List all facts by topic.

    \b
    Example:
      resortbook facts list --json
    """
    from resortbook.application.talk_shapes import fact_shape
    from resortbook_cli.opened import opened

    with opened() as resort:
        found = resort.knowledge.all()
    if json_wanted:
        print_json([fact_shape(fact) for fact in found])
        return
    rows = [(fact.topic, len(fact.examples), fact.answer) for fact in found]
    print_table(("topic", "examples", "answer"), rows, empty="There are no facts yet.")


def _tell(report: "FactsReport") -> None:
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
