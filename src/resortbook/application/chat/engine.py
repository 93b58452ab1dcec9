"""What makes commands of a message: the built-in engine, or a language model's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Protocol
from uuid import UUID

from resortbook.application.chat.commands import Command
from resortbook.application.chat.state import State
from resortbook.application.chat.understanding.names import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a guest sent: words, and what came beside them."""

    text: str
    button: str = ""
    button_text: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What an engine may know: where the conversation stands and what there is; nothing of
    other guests. `guest_id` counts what the guest uses and is told to nobody.

    `local` is the resort's clock, `shown` the clock times that the guest sees. `held` are the
    activities of the holds told last, `on_hold` those of all holds, `booked` those of all
    bookings ahead. `codes` are the categories by label. `certainty` says how sure the resort's
    facts answer a question, from 0 (not at all) to 1.
    """

    guest_id: UUID
    local: datetime
    state: State
    catalogue: Catalogue
    codes: dict[str, str] = field(default_factory=dict)
    shown: tuple[time, ...] = ()
    held: tuple[UUID, ...] = ()
    on_hold: tuple[UUID, ...] = ()
    booked: tuple[UUID, ...] = ()
    is_with_desk: bool = False
    certainty: Callable[[str], float] = lambda _: 0.0


class Engine(Protocol):
    """Turns what a guest sent into commands; it does nothing, and decides nothing.

    Failure policy: never raises on any text; what it cannot make sense of is OutOfScope.
    """

    def understand(self, heard: Heard, situation: Situation) -> Sequence[Command]:
        """Return what the guest wants, in the order in which it was said."""
        ...
