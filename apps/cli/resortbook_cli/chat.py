"""`resortbook chat`: talking to the resort as a guest does on WhatsApp."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from resortbook.application.resort import Resort
    from resortbook.domain.messages import Option, TranscriptLine
    from resortbook.settings import Settings

DEMO_PHONE = "+14155550123"  # of a range that is nobody's
PROMPT = "> "


@click.command(short_help="Talk to the resort as a guest does on WhatsApp.")
@click.option("--phone", default=DEMO_PHONE, show_default=True, help="Whose phone it is.")
@click.option("--json", "json_wanted", is_flag=True, help="Print each message as JSON.")
def chat(phone: str, json_wanted: bool) -> None:
    """Talk to the resort as a guest does on WhatsApp, a line for each message.

    Bookings are real ones of this database; the answers are shown here and go to nobody's
    phone. Buttons and lists are numbered: type the number. From a script on standard input each
    line is answered before the next one is read.

    \b
    Examples:
      resortbook chat
      resortbook chat --phone +14155550123 < script.txt
      resortbook chat --json < script.txt
    """
    from resortbook.application.phones import as_whatsapp_address
    from resortbook.settings import Settings
    from resortbook_cli.local_phone import LocalPhone
    from resortbook_cli.opened import opened

    settings = Settings.load()
    channel, address = as_whatsapp_address(phone, field="phone")
    with opened(settings.without_twilio()) as resort:
        _load_demo(resort, settings)
        mine = LocalPhone(resort, channel, address, only_own=settings.uses_twilio)
        is_terminal = sys.stdin.isatty()
        if is_terminal:
            name = resort.facts.name
            click.echo(f"You are {address}, writing to {name}. Ctrl-D ends it.", err=True)
        for line in _typed(PROMPT if is_terminal else ""):
            for message in mine.say(line):
                _tell(message, json_wanted=json_wanted)


def _typed(prompt: str) -> Iterator[str]:
    """Yield the lines that say something, until the input ends."""
    for line in _asked(prompt) if prompt else _script():
        if said := line.replace("\x00", "").strip():
            yield said


def _script() -> Iterator[str]:
    # Scripts are UTF-8, whatever the terminal's locale.
    for line in sys.stdin.buffer:
        yield line.decode(errors="replace").removeprefix("\ufeff")


def _asked(prompt: str) -> Iterator[str]:
    while True:
        try:
            yield input(prompt)
        except (EOFError, KeyboardInterrupt):
            click.echo(err=True)
            return


def _tell(message: "TranscriptLine", *, json_wanted: bool) -> None:
    from resortbook.application.talk_shapes import message_shape
    from resortbook.domain.messages import Direction

    if json_wanted:
        click.echo(json.dumps(message_shape(message), ensure_ascii=False))
    elif message.direction is Direction.OUT:
        choices = enumerate([*message.buttons, *message.rows], 1)
        lines = [f"{number}. {_words(choice)}" for number, choice in choices]
        click.echo("\n".join([message.body, *lines, ""]))
    sys.stdout.flush()


def _words(choice: "Option") -> str:
    return " - ".join(part for part in (choice.title, choice.description) if part)


def _load_demo(resort: "Resort", settings: "Settings") -> None:
    from resortbook.domain.actor import Actor

    if settings.demo == "no" or resort.demo.has_activities():
        return
    click.echo("Loading the demo resort…", err=True)
    resort.demo.load(by=Actor.system())
