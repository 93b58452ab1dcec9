"""What a guest can want: the only things that any engine may make of a message.

No command holds a phone, a price or a status: those come from the database. Whether a wish can
be had is for the dialogue to decide.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.topics import Topic
from resortbook.application.chat.understanding.money import Budget
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a message says about one wish; whatever it does not say is empty.

    Several `activities` are as many readings of one name, best first: one is clear.
    """

    activities: tuple[UUID, ...] = ()
    category: str | None = None
    when: When = field(default_factory=When)
    party: PartySaid | None = None
    budget: Budget | None = None
    request: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browse:
    """See what there is, narrowed by what was said."""

    details: Details = field(default_factory=Details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommend:
    """Be advised what to do."""

    details: Details = field(default_factory=Details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Book something, or say more about what is being booked: an activity, when, for whom.

    `instead`: what is held for it so far is not wanted any more. `agrees`: it comes with a yes,
    which counts where the words only repeat what is held. `besides`: it is one more.
    """

    details: Details
    instead: bool = False
    agrees: bool = False
    besides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskActivity:
    """Know something about an activity (None: the one that is talked about)."""

    activity: UUID | None = None
    topics: tuple[Topic, ...] = (Topic.ALL,)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTimes:
    """Know when there is room; nothing is held."""

    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class AskResort:
    """Know something about the resort, in the guest's own words."""

    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Take one of what was offered, counted from 0, or from the end where negative; for whom,
    where that is said with it.
    """

    index: int
    party: PartySaid | None = None


class Liking(StrEnum):
    """By what one of several is chosen."""

    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    EARLIEST = "earliest"
    LATEST = "latest"
    SHORTEST = "shortest"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickBest:
    """Take the one of what was offered that is the cheapest, the earliest…, and for whom."""

    liking: Liking
    party: PartySaid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """Tap a button or a row; `option_id` is what it sent, `title` what it said."""

    option_id: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """Agree to what was asked; `to_all` to everything of it, or to these `activities` of it."""

    to_all: bool = False
    activities: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class No:
    """Refuse what was asked, or let go of what is held where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverMind:
    """Drop what is being talked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """Leave a question unanswered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Tell one's room."""

    room: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBookings:
    """See one's bookings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichBooking:
    """Which of one's bookings is meant: by reference, by activity or by time; or nothing.

    `bookings` are those that the pending question is about.
    """

    bookings: tuple[UUID, ...] = ()
    reference: str | None = None
    activities: tuple[UUID, ...] = ()
    when: When = field(default_factory=When)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Cancel a booking, or let go of a hold."""

    which: WhichBooking = field(default_factory=WhichBooking)
    everything: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Move a booking to another time."""

    which: WhichBooking = field(default_factory=WhichBooking)
    to: When = field(default_factory=When)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeParty:
    """Change how many come to a booking: to `party`, or `by` so many more (or fewer)."""

    which: WhichBooking = field(default_factory=WhichBooking)
    party: PartySaid | None = None
    by: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """See more of what was offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAgain:
    """Have back what was cancelled or let go last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Think about it for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Hear the last words again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Know what can be said here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Talk to a person; `is_hurt`: somebody is in danger."""

    is_hurt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackToBot:
    """Go on with the bot while the desk has the conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Get a link to the web app."""


class Talk(StrEnum):
    """Small talk."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """Be polite; `words` are a model's, in the guest's language, where they claim nothing."""

    kind: Talk
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordless:
    """Send a picture, a voice note or a place without any words."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfScope:
    """Say what nobody here can make sense of."""


Command = (
    Browse
    | Recommend
    | Likes
    | ForgetLikes
    | Want
    | AskActivity
    | AskTimes
    | AskResort
    | Pick
    | PickBest
    | Tapped
    | Yes
    | No
    | NeverMind
    | Skip
    | Room
    | ListBookings
    | Cancel
    | Move
    | ChangeParty
    | More
    | Repeat
    | HoldAgain
    | Wait
    | Help
    | Desk
    | BackToBot
    | Link
    | SmallTalk
    | Wordless
    | OutOfScope
)
