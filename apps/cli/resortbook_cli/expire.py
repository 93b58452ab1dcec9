"""`resortbook expire`: holds whose time is over."""

import click


@click.command(short_help="End holds that ran out.")
def expire() -> None:
    """End every hold that ran out, and give its seats back.

    The background work does the same every second; nobody has to wait for either, for a hold
    that ran out counts as expired everywhere at once.

    \b
    Example:
      resortbook expire
    """
    from resortbook_cli.opened import opened

    with opened() as resort:
        ended = resort.bookings.expire_pending_bookings()
    click.echo(f"Expired {ended} {'hold' if ended == 1 else 'holds'}.")
