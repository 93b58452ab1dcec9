"""Ten whole conversations, held by the product itself and written down as Markdown.

`python -m tests.journeys.talks.conversations` writes docs/conversations.md anew.
"""

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dependency_injector import providers

from resortbook.adapters.local.world import SecretCodes
from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor
from tests.fakes import ScriptedMessenger
from tests.journeys.talk import Talker
from tests.resort_fixtures import MovableClock, settings_for

PAGE = Path(__file__).parents[3] / "docs" / "conversations.md"
MORNING = datetime(2026, 10, 15, 14, 0, tzinfo=UTC)  # a Thursday, 9:00 AM in Cancún
SETTINGS = {
    "PUBLIC_URL": "https://book.coralcove.example",
    "DESK_PHONE": "+52 998 555 0100",
    "DESK_HOURS": "08:00-20:00",
}
TOKEN = re.compile(r"#token=[^&\s]+")
FIRST_REFERENCE = 23456789
INTRODUCTION = """\
# Ten conversations

This is how guests book, ask, change and cancel on WhatsApp, without any form and without a
language model. The resort is the demo's, it is Thursday, October 15, nine in the morning. The
page is written by the product itself: a test plays every conversation again, and fails when an
answer differs from what stands here. What can be tapped stands in [brackets]; of links only the
beginning is shown.
"""


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button or row of the last message."""

    title: str


@dataclass(frozen=True, slots=True)
class Burst:
    """Messages that are sent one right after the other."""

    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """Time that goes by."""

    minutes: int
    what: str


Step = str | Tap | Burst | Later


@dataclass(frozen=True, slots=True)
class Story:
    """One conversation: what it shows, and what the guest does."""

    title: str
    steps: Sequence[Step]
    name: str = "Ana"


@dataclass(slots=True)
class CountedCodes(SecretCodes):
    """Codes whose references are the same every time."""

    given: Iterator[int] = field(default_factory=lambda: iter(range(10_000)))

    def reference(self) -> str:
        digits = f"{next(self.given):04}".translate(str.maketrans("0123456789", "23456789AB"))
        return f"CRAL{digits}"


STORIES = (
    Story(
        "From a vague wish to a booking",
        ("I want to book a watersport activity", "Jet skiing", "2pm", "yes", "204"),
    ),
    Story(
        "Everything in one message",
        ("Hi! Could I book parasailing for me and my wife tomorrow at 11?", Tap("Confirm")),
    ),
    Story(
        "A family, a question, and a change of mind",
        (
            "Sunset cruise on Sunday for 2 adults and 3 kids aged 2, 5 and 8",
            "what should we bring?",
            "perfect, book it",
            "skip",
            "can we move the cruise to Monday?",
            "yes",
        ),
        name="Mia",
    ),
    Story(
        "Two activities at once",
        (
            "jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm please",
            Tap("Confirm both"),
        ),
    ),
    Story(
        "Sold out, and who was faster",
        (
            "sunset cruise on saturday for 2 adults",
            "then Sunday",
            "make it 3",
            "yes please",
        ),
        name="Leo",
    ),
    Story(
        "In a hurry, in pieces, with typing errors",
        (Burst(("hi", "jetsky tomorow", "2 pm, 2 ppl")), "yess 👍", "bungalow 7"),
        name="Sam",
    ),
    Story(
        "A hold that ran out",
        (
            "snorkeling on saturday at 9:30 for two",
            Later(45, "Three quarters of an hour later"),
            "yes",
            "yes",
        ),
        name="Noa",
    ),
    Story(
        "Cancelling, and keeping it after all",
        (
            "massage for two on saturday at noon",
            "yes",
            "305",
            "I have to cancel the massage",
            "no wait, keep it",
            "what have I booked?",
        ),
        name="Eva",
    ),
    Story(
        "In Spanish",
        (
            "Hola, quiero reservar jet ski mañana a las 2 de la tarde para dos personas",
            "¿cuánto dura?",
            "sí, por favor",
            "mis reservas",
        ),
        name="Lucía",
    ),
    Story(
        "A person, please",
        (
            "is breakfast included?",
            "jet ski today at 4pm",
            "ok",
            "skip",
            "I need to cancel that jet ski",
            "yes please",
        ),
        name="Max",
    ),
)


@dataclass(frozen=True, slots=True)
class Played:
    """The page, every reply on it as it was sent, what is booked at the end, and how long the
    longest reply took, in seconds.
    """

    page: str
    replies: tuple[str, ...]
    rows: tuple[str, ...]
    longest: float


Prepare = Callable[[Container], object]


def played() -> Played:
    """Play every conversation."""
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo.sqlite"
        load_demo(demo)
        told = [
            play(story, demo, Path(folder) / f"{number}.sqlite", title=f"{number}. ")
            for number, story in enumerate(STORIES, 1)
        ]
    return Played(
        "\n".join([INTRODUCTION, *(one.page for one in told)]),
        tuple(reply for one in told for reply in one.replies),
        tuple(row for one in told for row in one.rows),
        max(one.longest for one in told),
    )


def load_demo(path: Path) -> None:
    """Make the demo's resort there."""
    container = build(settings_for(f"sqlite:///{path}", path.parent))
    container.clock.override(providers.Object(MovableClock(MORNING)))
    container.messenger.override(providers.Object(ScriptedMessenger()))
    resort: Resort = container.resort()
    resort.migrations.upgrade()
    resort.demo.load(by=Actor.operator())
    resort.clockwork.relay.sweep()  # what the demo's own bookings have to tell is told
    resort.close()


def play(
    story: Story,
    demo: Path,
    path: Path,
    *,
    title: str = "",
    prepare: Prepare = lambda _: None,
    **settings: str,
) -> Played:
    """Play one conversation in a copy of the demo's resort, in which `prepare` may change parts
    before they are made.
    """
    shutil.copy(demo, path)
    told = settings_for(f"sqlite:///{path}", path.parent, **SETTINGS, **settings)
    container = build(told)
    clock, messenger = MovableClock(MORNING), ScriptedMessenger()
    container.clock.override(providers.Object(clock))
    container.codes.override(providers.Object(CountedCodes()))
    container.messenger.override(providers.Object(messenger))
    prepare(container)
    resort: Resort = container.resort()
    guest = Talker(resort, messenger, name=story.name)
    lines = [f"## {title}{story.title}", ""]
    longest = 0.0
    for step in story.steps:
        began = time.monotonic()
        lines += _step(step, guest, clock)
        longest = max(longest, time.monotonic() - began)
    rows = tuple(guest.rows)
    resort.close()
    return Played("\n".join(lines), tuple(one.body for one in guest.heard), rows, longest)


def _step(step: Step, guest: Talker, clock: MovableClock) -> list[str]:
    if isinstance(step, Later):
        clock.advance(minutes=step.minutes)
        guest.resort.bookings.expire_pending_bookings()
        return [f"*{step.what}.*", "", *_said_by_us(guest, guest.is_told())]
    if isinstance(step, Tap):
        return [*_said(guest.name, f"[{step.title}]"), *_heard(guest, guest.taps(step.title))]
    bodies = step.bodies if isinstance(step, Burst) else (step,)
    said = [line for body in bodies for line in _said(guest.name, body)]
    return [*said, *_heard(guest, guest.says(*bodies))]


def _heard(guest: Talker, reply: str) -> list[str]:
    return _said_by_us(guest, [reply] if reply else [])


def _said_by_us(guest: Talker, bodies: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for body in bodies:
        options = " ".join(f"[{title}]" for title in guest.titles)
        lines += _said("Coral Cove", TOKEN.sub("#token=…", body), options)
    return lines


def _said(who: str, body: str, options: str = "") -> list[str]:
    shown = [*body.splitlines(), *(["", options] if options else [])]
    return [f"**{who}**", "", *(f"> {line}  ".rstrip() + "  " for line in shown), ""]


if __name__ == "__main__":
    PAGE.write_text(played().page, encoding="utf-8")
