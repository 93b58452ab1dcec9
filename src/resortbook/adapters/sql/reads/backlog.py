"""What waits to be done in the background, counted by the rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, case, func, select

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.message_checks import message_discrepancies
from resortbook.adapters.sql.tables.messages import inbound_messages, outbox
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.booking import BookingStatus
from resortbook.ports.backlog import Backlog, Standing
from resortbook.ports.discrepancies import Discrepancy

A_DAY = timedelta(hours=24)

_booking, _event, _heard = bookings.c, outbox.c, inbound_messages.c


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

    def standing(self, now: datetime) -> Standing:
        """Count with two statements, each over a stretch of an index."""
        has_lapsed = _booking.expires_at <= now
        status = case((has_lapsed, BookingStatus.EXPIRED.value), else_=_booking.status)
        made = (
            select(status, _booking.booking_source, func.count())
            .where(_booking.created_at > now - A_DAY)
            .group_by(status, _booking.booking_source)
        )
        holds = select(
            func.count().filter(~has_lapsed),
            func.coalesce(func.sum(_booking.seats).filter(~has_lapsed), 0),
            func.count().filter(has_lapsed),
        ).where(_booking.expires_at.is_not(None))
        with self._database.reading() as connection:
            rows = connection.execute(made).all()
            open_, seats, lapsed = connection.execute(holds).one()
            return Standing(
                made={(state, door): count for state, door, count in rows},
                holds=open_,
                held_seats=int(seats),
                lapsed=lapsed,
            )

    def discrepancies(self, now: datetime) -> Sequence[Discrepancy]:
        """Run the checks of messages."""
        with self._database.reading() as connection:
            return list(message_discrepancies(connection, now))
