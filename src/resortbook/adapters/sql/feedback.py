"""What guests said of recommendations, and what tells what they like."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.adapters.sql.tables.taste import recommendation_feedback
from resortbook.domain.booking import BookingStatus
from resortbook.domain.feedback import Feedback

_STANDS = [one.value for one in BookingStatus if one.holds_seats]
_c = recommendation_feedback.c


class SqlFeedback:
    """Feedback as the port `FeedbackStore` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, feedback: Feedback) -> None:
        """Insert it, or set the guest's word on the activity anew."""
        values = {
            "id": feedback.id,
            "helpful": feedback.helpful,
            "comment": feedback.comment,
            "created_at": feedback.created_at,
        }
        statement = upsert.insert(self._connection, recommendation_feedback).values(
            guest_id=feedback.guest_id, activity_id=feedback.activity_id, **values
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["guest_id", "activity_id"], set_=values
            )
        )


class SqlTasteReads:
    """Reading as the port `TasteReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def booked_since(self, since: datetime) -> Mapping[UUID, int]:
        """Count by activity."""
        c = bookings.c
        asked = (
            select(c.activity_id, func.count())
            .where(c.created_at >= since, c.status.in_(_STANDS))
            .group_by(c.activity_id)
        )
        return self._counted(asked)

    def done_by(self, guest_id: UUID) -> Mapping[UUID, int]:
        """Count the guest's by activity."""
        c = bookings.c
        asked = (
            select(c.activity_id, func.count())
            .where(c.guest_id == guest_id, c.status.in_(_STANDS))
            .group_by(c.activity_id)
        )
        return self._counted(asked)

    def feedback_of(self, guest_id: UUID) -> Mapping[UUID, bool]:
        """Load the guest's."""
        asked = select(_c.activity_id, _c.helpful).where(_c.guest_id == guest_id)
        return self._counted(asked)

    def _counted(self, asked: Select[Any]) -> dict[UUID, Any]:
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(asked)}
