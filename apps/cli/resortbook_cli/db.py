"""`resortbook db`: the shape of the database."""

import click


@click.group()
def db() -> None:
    """Bring the database to this version, and back.

    In production nothing else migrates; the embedded default does it at every start.
    """


@db.command()
def upgrade() -> None:
    """Apply every migration that is missing.

    \b
    Example:
      resortbook db upgrade
    """
    from resortbook_cli.opened import opened_as_it_is

    with opened_as_it_is() as resort:
        resort.migrations.upgrade()
    click.echo("The database is at this version.")


@db.command(short_help="Take migrations back to a revision.")
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take migrations back to REVISION (its id, or “base” for all of them).

    Data that only later versions know is lost: make a copy first.

    \b
    Example:
      resortbook db downgrade 0001
    """
    from resortbook_cli.opened import opened_as_it_is

    with opened_as_it_is() as resort:
        resort.migrations.downgrade(revision)
    click.echo(f"The database is at {revision}.")


@db.command()
def check() -> None:
    """Say whether the database is at this version; changes nothing.

    Ends with status 1 when it is behind.

    \b
    Example:
      resortbook db check || resortbook db upgrade
    """
    from resortbook_cli.errors import Refused
    from resortbook_cli.opened import BEHIND, opened_as_it_is

    with opened_as_it_is() as resort:
        if not resort.migrations.is_at_head():
            raise Refused(BEHIND)
    click.echo("The database is at this version.")
