"""One transaction over all repositories."""

from contextlib import ExitStack
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from resortbook.adapters.sql.activities import SqlActivities
from resortbook.adapters.sql.answers import SqlKeptAnswers
from resortbook.adapters.sql.audit import SqlAudit
from resortbook.adapters.sql.bookings import SqlBookings, SqlNotes
from resortbook.adapters.sql.charges import SqlCharges
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.closings import SqlClosings
from resortbook.adapters.sql.codes import SqlSignInCodes
from resortbook.adapters.sql.contents import SqlContents
from resortbook.adapters.sql.conversations import SqlConversations
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.facts import SqlFacts
from resortbook.adapters.sql.feedback import SqlFeedback
from resortbook.adapters.sql.figures import SqlDailyFigures
from resortbook.adapters.sql.forgetting import SqlForgetting
from resortbook.adapters.sql.guests import SqlGuests
from resortbook.adapters.sql.inbox import SqlInbox
from resortbook.adapters.sql.messages import SqlMessages
from resortbook.adapters.sql.outbox import SqlOutbox
from resortbook.adapters.sql.preferences import SqlPreferences
from resortbook.adapters.sql.resources import SqlResources
from resortbook.adapters.sql.schedules import SqlClosures, SqlSchedules
from resortbook.adapters.sql.send_turns import SqlSendTurns
from resortbook.adapters.sql.sessions import SqlSessions, SqlSignInLinks
from resortbook.adapters.sql.slots import SqlSlots
from resortbook.adapters.sql.staff import SqlStaff
from resortbook.adapters.sql.stays import SqlStays
from resortbook.adapters.sql.usage import SqlUsage
from resortbook.ports.catalogue_storage import Activities, Closures, Schedules, Slots
from resortbook.ports.charges import Charges
from resortbook.ports.closing_storage import Closings
from resortbook.ports.contents import Contents
from resortbook.ports.feedback_storage import FeedbackStore
from resortbook.ports.figures import DailyFigures
from resortbook.ports.forgetting import Forgetting
from resortbook.ports.idempotency import KeptAnswers
from resortbook.ports.login_storage import Sessions, SignInCodes, SignInLinks, Staff
from resortbook.ports.message_storage import Inbox, Messages, Outbox, SendTurns
from resortbook.ports.people_storage import Audit, Guests, PreferencesStore
from resortbook.ports.resource_storage import Resources
from resortbook.ports.sales_storage import Bookings, Notes
from resortbook.ports.stays import Stays
from resortbook.ports.talk_storage import Conversations, Facts
from resortbook.ports.usage_storage import Usage


class SqlUnitOfWork:
    """A transaction from `with` to `commit`; what is not committed is undone.

    A refusal that a constraint has made (a reference, number or key that is taken) ends it:
    PostgreSQL takes no further statement in it.
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

    def __init__(self, database: Database, *, cipher: Cipher, claim: Claim) -> None:
        self._database = database
        self._cipher = cipher
        self._claim = claim
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin. Raises Unavailable."""
        self._connection = self._stack.enter_context(self._database.writing())
        self._gather(self._connection, self._cipher)
        return self

    def commit(self) -> None:
        """Make it true. Raises Unavailable: it may have become true or not."""
        self._database.commit(self._connection)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo whatever was not committed."""
        self._stack.close()

    def _gather(self, connection: Connection, cipher: Cipher) -> None:
        self.activities = SqlActivities(connection)
        self.slots = SqlSlots(connection, claim=self._claim)
        self.schedules = SqlSchedules(connection)
        self.closures = SqlClosures(connection)
        self.closings = SqlClosings(connection)
        self.resources = SqlResources(connection)
        self.bookings = SqlBookings(connection, cipher=cipher)
        self.notes = SqlNotes(connection)
        self.charges = SqlCharges(connection)
        self.figures = SqlDailyFigures(connection)
        self.stays = SqlStays(connection, cipher=cipher)
        self.guests = SqlGuests(connection, cipher=cipher)
        self.preferences = SqlPreferences(connection)
        self.codes = SqlSignInCodes(connection, cipher=cipher)
        self.sessions = SqlSessions(connection)
        self.links = SqlSignInLinks(connection)
        self.staff = SqlStaff(connection)
        self.answers = SqlKeptAnswers(connection)
        self.outbox = SqlOutbox(connection)
        self.turns = SqlSendTurns(connection)
        self.inbox = SqlInbox(connection, cipher=cipher)
        self.messages = SqlMessages(connection, cipher=cipher)
        self.conversations = SqlConversations(connection)
        self.facts = SqlFacts(connection)
        self.contents = SqlContents(connection)
        self.feedback = SqlFeedback(connection)
        self.usage = SqlUsage(connection)
        self.audit = SqlAudit(connection)
        self.forgetting = SqlForgetting(connection)
