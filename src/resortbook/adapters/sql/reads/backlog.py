"""What waits to be done in the background, counted by the rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, select

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.message_checks import message_discrepancies
from resortbook.adapters.sql.tables.messages import inbound_messages, outbox
from resortbook.ports.backlog import Backlog
from resortbook.ports.discrepancies import Discrepancy

_event, _heard = outbox.c, inbound_messages.c


class SqlBacklogReads:
    """Counting as the port `BacklogReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def backlog(self, now: datetime) -> Backlog:
        """Count with three statements, each over what is not done alone."""
        is_blocked = _event.waits_for.is_not(None)
        is_due = and_(_event.due_at <= now, ~is_blocked)
        pending = select(
            func.count().filter(is_due),
            func.min(_event.due_at).filter(is_due),
            func.count().filter(_event.due_at > now, ~is_blocked),
            func.count().filter(is_blocked),
        ).where(_event.state == "pending")
        failed = select(func.count()).select_from(outbox).where(_event.state == "failed")
        heard = select(func.count(), func.min(_heard.received_at)).where(
            _heard.state == "waiting"
        )
        with self._database.reading() as connection:
            due, oldest_due_at, planned, blocked = connection.execute(pending).one()
            unanswered, oldest_unanswered_at = connection.execute(heard).one()
            return Backlog(
                due=due,
                oldest_due_at=oldest_due_at,
                planned=planned,
                blocked=blocked,
                failed=connection.scalar(failed) or 0,
                unanswered=unanswered,
                oldest_unanswered_at=oldest_unanswered_at,
            )

    def discrepancies(self, now: datetime) -> Sequence[Discrepancy]:
        """Run the checks of messages."""
        with self._database.reading() as connection:
            return list(message_discrepancies(connection, now))
