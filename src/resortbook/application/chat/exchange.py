"""One turn of a conversation while it is worked on: what was heard, and what will be said."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from resortbook.application.chat.state import Ask, Question, State
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Guest
from resortbook.domain.messages import InboundMessage


@dataclass(slots=True, kw_only=True)
class Exchange:
    """Messages of one guest that are answered as one.

    What was done is told in `tells`; of the questions only the last one is asked, for a later
    message may have answered those before. `acted` counts the acts of one message, `has_acted`
    tells of all.
    """

    guest: Guest
    now: datetime
    zone: ZoneInfo
    state: State
    message: InboundMessage
    acted: int = 0
    has_acted: bool = False
    tells: list[str] = field(default_factory=list)
    question: Question | None = None
    wondering: str = ""
    is_digression: bool = False
    link: str | None = None
    wants_link: bool = False
    link_reference: str | None = None
    handover: str | None = None
    is_back: bool = False

    @property
    def by(self) -> Actor:
        """The guest, at this door."""
        return Actor.guest(self.guest.id, door=Door.WHATSAPP)

    @property
    def today(self) -> date:
        """The resort's day."""
        return self.now.astimezone(self.zone).date()

    def tell(self, text: str) -> None:
        """Say something that was done or is so."""
        if text and text not in self.tells:
            self.tells.append(text)

    def ask(self, question: Question) -> None:
        """Ask at the end, in place of what was asked before.

        A hold that was not asked about yet is told all the same, and asked about later.
        """
        before = self.question
        if before is not None and before.ask is Ask.CONFIRM and question.ask is not Ask.CONFIRM:
            self.tell(before.told)
            self.change(unasked=(*self.state.unasked, *before.bookings))
        self.question = question
        self.is_digression = False
        self.change(question=question)

    def wonder(self, text: str) -> None:
        """Ask openly, where nothing else is asked at the end."""
        self.wondering = text

    def settle(self) -> None:
        """Take the pending question as answered."""
        self.question = None
        self.change(question=None)

    def digress(self) -> None:
        """Leave the pending question open: it is asked again in few words."""
        self.is_digression = True

    def change(self, **changes: Any) -> None:
        """Remember something."""
        self.state = replace(self.state, **changes)

    def pending(self, *asks: Ask) -> Question | None:
        """Return the pending question if it is one of these."""
        question = self.state.question
        return question if question and question.ask in asks else None

    def hear(self, message: InboundMessage) -> None:
        """Turn to the next message."""
        self.message = message
        self.acted = 0

    def offer_link(self, reference: str | None = None) -> None:
        """Put a link of the guest's own into the last line."""
        self.wants_link = True
        self.link_reference = reference
