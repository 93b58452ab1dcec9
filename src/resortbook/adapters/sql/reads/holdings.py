"""Reading what else is held of a guest."""

from uuid import UUID

from sqlalchemy import select

from resortbook.adapters.sql.charges import charge_of
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.sessions import session_of
from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.login import sessions
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.adapters.sql.tables.taste import recommendation_feedback
from resortbook.domain.feedback import Feedback
from resortbook.ports.holdings import Kept


class SqlHoldingReads:
    """Reading as the port `HoldingReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, guest_id: UUID) -> Kept:
        """Load all three, by time."""
        said, charged, signed_in = recommendation_feedback.c, charges.c, sessions.c
        theirs = select(bookings.c.id).where(bookings.c.guest_id == guest_id)
        feedback = select(recommendation_feedback).where(said.guest_id == guest_id)
        owed = select(charges).where(charged.booking_id.in_(theirs))
        opened = select(sessions).where(signed_in.guest_id == guest_id)
        with self._database.reading() as connection:
            return Kept(
                feedback=[
                    Feedback(**row)
                    for row in connection.execute(
                        feedback.order_by(said.created_at, said.id)
                    ).mappings()
                ],
                charges=[
                    charge_of(row)
                    for row in connection.execute(
                        owed.order_by(charged.created_at, charged.id)
                    ).mappings()
                ],
                sessions=[
                    session_of(row)
                    for row in connection.execute(
                        opened.order_by(signed_in.created_at, signed_in.id)
                    ).mappings()
                ],
            )
