"""Placing a booking on SQLite: one short transaction of the only writer."""

from resortbook.adapters.sql.answers import SqlKeptAnswers
from resortbook.adapters.sql.audit import SqlAudit
from resortbook.adapters.sql.bookings import SqlBookings
from resortbook.adapters.sql.charges import SqlCharges
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.outbox import SqlOutbox
from resortbook.adapters.sql.resources import Guard
from resortbook.adapters.sql.slots import SqlSlots
from resortbook.ports.storage import Placement


class PlaceOnSqlite:
    """Claims seats and writes a booking with everything that belongs to it."""

    def __init__(
        self, database: Database, *, cipher: Cipher, claim: Claim, guard: Guard
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._claim = claim
        self._guard = guard

    def __call__(self, placement: Placement) -> None:
        """Keep the answer, number the hold, claim the seats, write the rest; raises as the
        port says.
        """
        booking = placement.booking
        with self._database.writing() as connection:
            if placement.answer is not None:
                SqlKeptAnswers(connection).add(placement.answer)
            sales = SqlBookings(connection, cipher=self._cipher)
            hold_no = None
            if placement.hold_limit is not None:
                hold_no = sales.free_hold_no(booking.guest_id, placement.hold_limit)
            if placement.claim.shares:
                self._guard(connection, placement.claim.slot_id)
            SqlSlots(connection, claim=self._claim).claim(placement.claim)
            sales.add(booking, hold_no=hold_no)
            for charge in placement.charges:
                SqlCharges(connection).add(charge)
            for event in placement.events:
                SqlOutbox(connection).add(event)
            for entry in placement.audit:
                SqlAudit(connection).add(entry)
            self._database.commit(connection)
