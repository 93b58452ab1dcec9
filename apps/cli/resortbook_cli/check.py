"""`resortbook check`: whether what is stored adds up."""

import click

from resortbook_cli.output import print_table


@click.command(short_help="Say whether what is stored adds up.")
def check() -> None:
    """Hold seats, lines, charges, resources, outbox and messages against each other.

    Changes nothing.

    Prints what does not agree and ends with status 1, or says that everything adds up.

    \b
    Example:
      resortbook check
    """
    from resortbook_cli.errors import Refused
    from resortbook_cli.opened import opened

    with opened() as resort:
        found = resort.check()
    if not found:
        click.echo("Everything adds up.")
        return
    rows = [(one.what, one.subject, one.expected, one.found) for one in found]
    print_table(("what", "subject", "expected", "found"), rows, empty="")
    raise Refused(f"{len(found)} stored facts do not agree")
