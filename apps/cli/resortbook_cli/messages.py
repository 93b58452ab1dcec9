"""`resortbook messages`: what could not be told to guests, and trying it anew."""

from datetime import tzinfo
from typing import TYPE_CHECKING

import click

from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from uuid import UUID

    from resortbook.ports.outgoing import OutgoingMessage

COLUMNS = ("id", "status", "phone", "kind", "booking", "reason", "attempts", "since")


@click.group(short_help="What could not be told to guests: failed, retry.")
def messages() -> None:
    """Messages to guests that failed, or wait for a template; ID is a message's id."""


@messages.command()
@as_json
def failed(json_wanted: bool) -> None:
    """List the messages that failed or wait for a template, newest first.

    \b
    Example:
      resortbook messages failed
    """
    from resortbook.application.shapes import outgoing_shape
    from resortbook.ports.outgoing import MessageStatus
    from resortbook_cli.opened import opened
    from resortbook_cli.paging import everything

    stuck = (MessageStatus.FAILED, MessageStatus.WAITING)
    with opened() as resort:
        found = everything(lambda page: resort.messages.list_messages(stuck, page))
        zone = resort.facts.zone
    if json_wanted:
        print_json([outgoing_shape(one) for one in found])
        return
    rows = [_row(one, zone=zone) for one in found]
    print_table(COLUMNS, rows, empty="No message has failed, and none waits for a template.")


@messages.command(short_help="Let failed messages go out now.")
@click.argument("message_id", metavar="ID", required=False)
@click.option("--all", "all_wanted", is_flag=True, help="Every message that failed.")
def retry(message_id: str | None, all_wanted: bool) -> None:
    """Let the message ID, or all that failed, go out now, with all tries before them.

    Running resortbook sends them; what is not true any more by then is not sent.

    \b
    Examples:
      resortbook messages retry 01933b6e-7d5c-7c52-8a8e-2f4a6c0d9b11
      resortbook messages retry --all
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    if (message_id is None) != all_wanted:
        raise click.UsageError("Give either the ID of a message or --all.")
    with opened() as resort:
        if message_id is not None:
            found = resort.messages.retry(_uuid(message_id), by=Actor.operator())
            click.echo(f"The message is {found.status.value}.")
            return
        count = resort.messages.retry_all(by=Actor.operator())
    click.echo(f"{count} {'message goes' if count == 1 else 'messages go'} out again.")


def _row(message: "OutgoingMessage", *, zone: tzinfo) -> tuple[object, ...]:
    from resortbook.domain.guest import masked

    return (
        message.id,
        message.status.value,
        masked(message.address) if message.address else None,
        message.kind,
        message.reference,
        message.reason,
        message.attempts,
        f"{message.since.astimezone(zone):%a %Y-%m-%d %H:%M}",
    )


def _uuid(text: str) -> "UUID":
    from resortbook.application.outgoing import UNKNOWN
    from resortbook.application.references import as_uuid
    from resortbook_cli.errors import Refused

    found = as_uuid(text.strip())
    if found is None:
        raise Refused(UNKNOWN)
    return found
