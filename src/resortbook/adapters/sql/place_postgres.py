"""Placing a booking on PostgreSQL: one statement, prepared, committed by itself."""

from typing import Any

import psycopg
from sqlalchemy import delete

from resortbook.adapters.sql.answers import answer_row, find_answer, still_running
from resortbook.adapters.sql.audit import audit_row
from resortbook.adapters.sql.booking_rows import booking_row, line_rows, word_rows
from resortbook.adapters.sql.bookings import HOLD_INDEX, REFERENCE_INDEX
from resortbook.adapters.sql.charges import charge_row
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.direct import DirectRow, DirectStatement
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.failures import away, constraint_of, waited_for
from resortbook.adapters.sql.outbox import event_row
from resortbook.adapters.sql.place_statement import lists_of, place_statement, values_of
from resortbook.adapters.sql.resources import Guard
from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.messages import outbox
from resortbook.adapters.sql.tables.people import audit
from resortbook.adapters.sql.tables.sales import (
    booking_lines,
    booking_words,
    bookings,
    idempotency_keys,
)
from resortbook.domain.charge import Charge
from resortbook.domain.errors import Unavailable
from resortbook.ports.changes import Subject
from resortbook.ports.idempotency import AnswerKept, KeptAnswer
from resortbook.ports.sales_storage import HoldLimitHit, ReferenceTaken, SeatsTaken
from resortbook.ports.storage import Placement

KEY_INDEX = "pk_idempotency_keys"
# A race for a hold's number is lost to one that was placed: a guest can only lose so often
# by letting holds go as fast as they are placed.
_TRIES = 20


class PlaceOnPostgres:
    """Claims seats and writes a booking with everything that belongs to it."""

    def __init__(
        self, database: Database, *, cipher: Cipher, claim: Claim, guard: Guard
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._guard = guard
        # Made once: the text must stay the same for the server to keep it prepared.
        self._statements = {
            (counted, keyed): DirectStatement(
                place_statement(claim, counted=counted, keyed=keyed)
            )
            for counted in (False, True)
            for keyed in (False, True)
        }

    def __call__(self, placement: Placement) -> None:
        """Run the statement, anew after a lost race for a number; raises as the port says."""
        for _ in range(_TRIES):
            try:
                told = self._run(placement)
            except psycopg.IntegrityError as error:
                self._judge(placement, error)
            else:
                self._check(placement, told)
                self._database.tell_of({Subject.SEATS})
                return
        raise away()

    def _run(self, placement: Placement) -> DirectRow:
        counted, keyed = placement.hold_limit is not None, placement.answer is not None
        parameters = self._parameters(placement)
        statement = self._statements[counted, keyed]
        try:
            if placement.claim.shares:
                return self._run_guarded(placement, statement, parameters)
            with self._database.reading() as connection:
                return statement.run(connection, parameters)[0]
        except Unavailable as error:
            if waited_for(error.__cause__) == KEY_INDEX:
                raise still_running() from error
            raise

    def _run_guarded(
        self, placement: Placement, statement: DirectStatement, parameters: dict[str, Any]
    ) -> DirectRow:
        # The statement begins after the locks are had, and sees what was committed until then.
        with self._database.writing() as connection:
            self._guard(connection, placement.claim.slot_id)
            told = statement.run(connection, parameters)[0]
            connection.commit()
        return told

    def _judge(self, placement: Placement, error: psycopg.IntegrityError) -> None:
        constraint = constraint_of(error)
        if constraint == REFERENCE_INDEX:
            raise ReferenceTaken(placement.booking.reference) from error
        if constraint == KEY_INDEX and placement.answer is not None:
            if not self._drop_expired(placement.answer) and self._is_kept(placement.answer):
                raise AnswerKept(placement.answer.key) from error
        elif constraint != HOLD_INDEX:
            raise error

    def _check(self, placement: Placement, told: DirectRow) -> None:
        if told["seats_claimed"]:
            return
        answer = placement.answer
        if answer is not None and self._is_kept(answer):
            # The first request with this key was placed while this one waited for the slot.
            raise AnswerKept(answer.key)
        if placement.hold_limit is not None and told["hold_no"] is None:
            raise HoldLimitHit("The guest has as many open holds as allowed")
        raise SeatsTaken("The slot is closed or has too few seats")

    def _is_kept(self, answer: KeptAnswer) -> bool:
        with self._database.reading() as connection:
            kept = find_answer(connection, answer.owner, answer.key, now=answer.created_at)
        return kept is not None

    def _drop_expired(self, answer: KeptAnswer) -> bool:
        statement = delete(idempotency_keys).where(
            idempotency_keys.c.owner == answer.owner,
            idempotency_keys.c.key == answer.key,
            idempotency_keys.c.expires_at <= answer.created_at,
        )
        with self._database.reading() as connection:
            return connection.execute(statement).rowcount > 0

    def _sealed(self, charge: Charge) -> dict[str, Any]:
        # Rows in JSON are sealed here: no column's type sees them on their way.
        room = charge.room.encode()
        return {**charge_row(charge), "room": self._cipher.seal(room) if room else b""}

    def _parameters(self, placement: Placement) -> dict[str, Any]:
        booking, claim = placement.booking, placement.claim
        parameters: dict[str, Any] = {
            "claim_slot_id": claim.slot_id,
            "claim_seats": claim.seats,
            "claim_whole": claim.whole,
            "claim_shares": claim.shares,
            "claim_start": claim.start,
            **values_of(bookings, booking_row(booking)),
            **lists_of(
                {
                    booking_lines: line_rows(booking),
                    booking_words: word_rows(booking, self._cipher),
                    charges: [self._sealed(one) for one in placement.charges],
                    outbox: [event_row(event) for event in placement.events],
                    audit: [audit_row(entry) for entry in placement.audit],
                }
            ),
        }
        if placement.answer is not None:
            parameters.update(values_of(idempotency_keys, answer_row(placement.answer)))
        if placement.hold_limit is not None:
            parameters["hold_limit"] = placement.hold_limit
        return parameters
