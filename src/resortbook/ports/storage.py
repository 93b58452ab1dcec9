"""Where the state is kept: units of work, and the one atomic placing of a booking.

Failure policy of everything here: a database that is away, too slow or locked for over
three seconds raises
`Unavailable` and has changed nothing that was not committed; when even the commit's outcome
is unknown,
repeating the request with its idempotency key tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from resortbook.domain.audit import AuditEntry
from resortbook.domain.booking import Booking
from resortbook.domain.charge import Charge
from resortbook.domain.events import Event
from resortbook.ports.catalogue_storage import Activities, Closures, Schedules, Slots
from resortbook.ports.charges import Charges
from resortbook.ports.closing_storage import Closings
from resortbook.ports.contents import Contents
from resortbook.ports.feedback_storage import FeedbackStore
from resortbook.ports.figures import DailyFigures
from resortbook.ports.forgetting import Forgetting
from resortbook.ports.idempotency import KeptAnswer, KeptAnswers
from resortbook.ports.login_storage import Sessions, SignInCodes, SignInLinks, Staff
from resortbook.ports.message_storage import Inbox, Messages, Outbox, SendTurns
from resortbook.ports.people_storage import Audit, Guests, PreferencesStore
from resortbook.ports.resource_storage import Resources
from resortbook.ports.sales_storage import Bookings, Notes, SeatClaim
from resortbook.ports.stays import Stays
from resortbook.ports.talk_storage import Conversations, Facts
from resortbook.ports.usage_storage import Usage


class UnitOfWork(Protocol):
    """One transaction over all repositories; leaving it without `commit` changes nothing.

    Writers of one unit see the state as it is when they write (SQLite: one writer at a
    time; PostgreSQL:
    READ COMMITTED). Locks are taken in one order: resources by id, slots by id, then the
    booking, then the rest.
    """

    activities: Activities
    slots: Slots
    schedules: Schedules
    closures: Closures
    closings: Closings
    resources: Resources
    bookings: Bookings
    notes: Notes
    charges: Charges
    figures: DailyFigures
    stays: Stays
    guests: Guests
    preferences: PreferencesStore
    codes: SignInCodes
    sessions: Sessions
    links: SignInLinks
    staff: Staff
    answers: KeptAnswers
    outbox: Outbox
    turns: SendTurns
    inbox: Inbox
    messages: Messages
    conversations: Conversations
    facts: Facts
    contents: Contents
    feedback: FeedbackStore
    usage: Usage
    audit: Audit
    forgetting: Forgetting

    def commit(self) -> None:
        """Make everything that was done true, at once."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo whatever was not committed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Everything that a new booking writes: it becomes true as a whole or not at all.

    `hold_limit` is how many open holds the guest may have with this one (None: no limit
    counts it).
    """

    booking: Booking
    claim: SeatClaim
    events: Sequence[Event]
    audit: Sequence[AuditEntry]
    answer: KeptAnswer | None = None
    hold_limit: int | None = None
    charges: Sequence[Charge] = ()


class Storage(Protocol):
    """The door to the state."""

    def begin(self) -> UnitOfWork:
        """Open a unit of work for writing.

        Raises:
            Unavailable: the database is away, or another writer holds it for over three
                seconds.
        """
        ...

    def place(self, placement: Placement) -> None:
        """Claim the seats and write the booking, its lines, events, audit, charges and answer;
        committed on return.

        One statement on PostgreSQL, one short transaction on SQLite; a slot that shares
        resources takes a transaction there too, which locks them first.

        Raises:
            ResourcesTaken: other departures use what this one needs (lapsed holds count).
            SeatsTaken: the slot is closed or has too few seats by its counter (lapsed holds
                count in it).
            HoldLimitHit: the guest has `hold_limit` holds by the rows (lapsed ones that
                nobody swept count).
            AnswerKept: the idempotency key was used; nothing was written.
            ReferenceTaken: another booking has this reference; nothing was written.
            Unavailable: see the module.
        """
        ...
