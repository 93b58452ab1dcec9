"""`resortbook keys`: the keys under which personal values are sealed."""

import click


@click.group(short_help="The keys of personal values: rotate.")
def keys() -> None:
    """The keys under which names, phones, rooms and messages are sealed."""


@keys.command(short_help="Seal everything under the first of ENCRYPTION_KEYS.")
def rotate() -> None:
    """Seal everything that an older key sealed under the first of ENCRYPTION_KEYS.

    Put a new key before the old one, restart every process, run this, and only then take the
    old key away. It may run while everybody works, and be stopped and run again at any time.
    Where processes are restarted one after another, restart them with `old,new` first: then
    each can read what the others write.

    \b
    Example:
      ENCRYPTION_KEYS=new,old resortbook keys rotate
    """
    from resortbook_cli.opened import opened

    total = 0
    with opened() as resort:
        while done := resort.sealing.reseal():
            total += done
    values = "1 value" if total == 1 else f"{total} values"
    click.echo(f"Done: {values} sealed anew." if total else "Nothing to do: all are current.")
