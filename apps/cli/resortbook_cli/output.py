"""Lists on the screen, in a pipe, and as JSON."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

# These give way where a line is too narrow, so that numbers and times stay whole.
_FLEXIBLE = ("activity", "name", "subject", "expected", "found")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")

as_json = click.option(
    "--json", "json_wanted", is_flag=True, help="Print JSON, as the API shows it."
)


def print_json(value: Any) -> None:
    """Print a value of JSON's own types."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str
) -> None:
    """Print a table for people, or, into a pipe, lines with tabs between the cells.

    Where there are no rows it says `empty` instead (into a pipe: nothing but the heading).
    """
    cells = [[_clean(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for line in [list(columns), *cells]:
            click.echo("\t".join(line))
    elif not cells:
        click.echo(empty)
    else:
        _draw(columns, cells)


def print_facts(facts: Iterable[tuple[str, object]]) -> None:
    """Print names and values below each other; what has no value is left out."""
    told = [(name, _clean(value)) for name, value in facts if value not in (None, "")]
    width = max((len(name) for name, _ in told), default=0)
    for name, value in told:
        click.echo(f"{name:<{width}}  {value}")


def _draw(columns: Sequence[str], cells: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=column not in _FLEXIBLE)
    for line in cells:
        table.add_row(*(Text(cell) for cell in line))
    Console(highlight=False).print(table)


def _clean(value: object) -> str:
    # What guests typed must neither break lines nor speak to the terminal.
    return _CONTROL.sub(" ", "" if value is None else str(value)).strip()
