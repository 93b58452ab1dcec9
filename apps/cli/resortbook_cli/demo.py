"""`resortbook demo`: a resort to try things on."""

import click


@click.group()
def demo() -> None:
    """A resort to try things on."""


@demo.command()
def load() -> None:
    """Load the demo resort into a database without any activity.

    \b
    Example:
      resortbook demo load
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    with opened() as resort:
        report = resort.demo.load(by=Actor.operator())
    click.echo(
        f"Loaded {report.activities} activities with {report.slots} departures and "
        f"{report.bookings} bookings; the desk signs in as {report.admin_phone}."
    )
