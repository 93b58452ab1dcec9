"""Where a conversation stands, as it is kept between two messages."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from resortbook.application.chat.commands import Details
from resortbook.application.chat.likes import Likes
from resortbook.application.chat.understanding.party import PartySaid

STAY = timedelta(days=14)
"""After so long without a word it is another stay, of which nothing is known."""

TOLD_KEPT = 12


class Act(StrEnum):
    """What a button, a row or a number may do; its subject says to what."""

    ACTIVITY = "activity"
    SLOT = "slot"
    CONFIRM = "confirm"
    CONFIRM_ALL = "confirm_all"
    DECLINE = "decline"
    HOLD_AGAIN = "hold_again"
    BOOKING = "booking"
    CANCEL = "cancel"
    MOVE = "move"
    PARTY = "party"
    ANOTHER = "another"
    KEEP = "keep"
    SKIP = "skip"
    DESK = "desk"
    MORE = "more"


class Ask(StrEnum):
    """What was asked."""

    ACTIVITY = "activity"
    TIME = "time"
    CONFIRM = "confirm"
    HOLD_AGAIN = "hold_again"
    ANOTHER = "another"
    CANCEL = "cancel"
    CANCEL_WHICH = "cancel_which"
    MOVE = "move"
    MOVE_WHICH = "move_which"
    MOVE_TIME = "move_time"
    PARTY = "party"
    PARTY_WHICH = "party_which"
    PARTY_SIZE = "party_size"
    ROOM = "room"
    DESK = "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of what was offered."""

    act: Act
    subject: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked, and what can be answered.

    `told` is what was done or found and belongs to it, `text` the question itself, `again` the
    same in few words. `bookings` are what it is about, `slot` where a booking would move to,
    `party` who would come to it. `choices` are as they were shown, `rest` are those for which
    there was no room. `best_first`: they were recommended, "book that" means the first.
    """

    ask: Ask
    text: str
    again: str
    told: str = ""
    choices: tuple[Choice, ...] = ()
    rest: tuple[Choice, ...] = ()
    bookings: tuple[UUID, ...] = ()
    slot: UUID | None = None
    party: PartySaid | None = None
    best_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """A message that went out, and the bookings it told of."""

    message: str
    bookings: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a conversation remembers.

    `wish` is what is being looked for, `waiting` are wishes that come after it. `held` are the
    holds told last, `unasked` those whose yes was not asked for yet. `party` is who came last
    this stay, `about` the activity talked about, `booked` the booking that was confirmed or
    changed last, `gone` the one that was cancelled last, `likes` what was said to be liked.
    `lost` counts the messages in a row
    that were not understood.
    """

    question: Question | None = None
    wish: Details | None = None
    waiting: tuple[Details, ...] = ()
    held: tuple[UUID, ...] = ()
    told: tuple[ToldOf, ...] = ()
    party: PartySaid | None = None
    unasked: tuple[UUID, ...] = ()
    about: UUID | None = None
    booked: UUID | None = None
    gone: UUID | None = None
    likes: Likes | None = None
    room_asked: bool = False
    lost: int = 0
    last_said: str = ""
    heard_at: datetime | None = None

    def is_of_another_stay(self, now: datetime) -> bool:
        """Whether so much time went by that nothing of this counts any more."""
        return self.heard_at is not None and now - self.heard_at > STAY
