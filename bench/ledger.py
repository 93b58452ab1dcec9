"""The database seen from behind: counted after a measure, and cleared before one."""

from typing import Any

import psycopg

from bench.ids import Of, numbered, numbered_sql
from bench.stock import PAST_SLOT

PAST_BOOKINGS = 20_000
_CLEARED = ("bookings", "outbox", "audit", "idempotency_keys", "time_slots", "sessions")
WITH_EACH = {
    "booking_lines": "booking_id",
    "booking_words": "booking_id",
    "outbox": "subject_id",
    "audit": "subject_id",
}
# A past that weighs on tables and indexes, so that statements are planned as on a busy day.
_PAST: dict[str, str] = {
    "id": numbered_sql(Of.PAST_BOOKING, "past"),
    "reference": "'P' || lpad(to_hex(past), 7, '0')",
    "guest_id": numbered_sql(Of.GUEST, "past %% %(guests)s"),
    "time_slot_id": "%(slot)s",
    "status": "'completed'",
    "hold_no": "NULL",
    "expires_at": "NULL",
    "confirmed_at": "created_at",
    "external_ref": "'past'",
}


class Ledger:
    """One connection that no server knows of."""

    def __init__(self, url: str) -> None:
        plain = url.replace("postgresql+psycopg://", "postgresql://")
        self.connection: psycopg.Connection[Any] = psycopg.connect(plain, autocommit=True)

    def add_past(self, booking_id: str, *, guests: int) -> None:
        """Write many more bookings like that one, long over."""
        columns = self._columns("bookings")
        values = ", ".join(_PAST.get(name, f'"{name}"') for name in columns)
        self.connection.execute(
            f"INSERT INTO bookings ({_listed(columns)}) SELECT {values} FROM bookings,"
            f" generate_series(1, {PAST_BOOKINGS}) past WHERE id = %(id)s",
            {"id": booking_id, "guests": guests, "slot": numbered(Of.SLOT, PAST_SLOT)},
        )
        lines = [name for name in self._columns("booking_lines") if name != "booking_id"]
        self.connection.execute(
            f"INSERT INTO booking_lines (booking_id, {_listed(lines)})"
            f" SELECT b.id, {_listed(lines)} FROM booking_lines l, bookings b"
            " WHERE l.booking_id = %(id)s AND b.external_ref = 'past'",
            {"id": booking_id},
        )

    def clear(self) -> None:
        """Make the state what it was: nothing booked but the past, and everybody has just
        been on the site.

        What one measure left to tidy up is tidied up here, not in the next one's time.
        """
        run = self.connection.execute
        # Audit rows can't be dropped by anybody who does not say this first.
        run("SET session_replication_role = replica")
        new = "SELECT id FROM bookings WHERE external_ref <> 'past'"
        run(f"DELETE FROM booking_lines WHERE booking_id IN ({new})")
        run(f"DELETE FROM booking_words WHERE booking_id IN ({new})")
        run("DELETE FROM bookings WHERE external_ref <> 'past'")
        run("TRUNCATE outbox, audit, idempotency_keys")
        run("UPDATE time_slots SET booked_count = 0 WHERE booked_count <> 0")
        run("UPDATE sessions SET last_used_at = now()")
        run("RESET session_replication_role")
        run(f"VACUUM (ANALYZE) booking_lines, booking_words, {', '.join(_CLEARED)}")
        run("CHECKPOINT")

    def booked(self) -> tuple[int, ...]:
        """Return how many bookings there are but for the past, and how many of them have each
        of the rows that go with one.
        """
        new = "FROM bookings b WHERE external_ref <> 'past'"
        counted = [self._number(f"SELECT count(*) {new}")]
        for table, column in WITH_EACH.items():
            found = f"SELECT FROM {table} t WHERE t.{column} = b.id"
            counted.append(self._number(f"SELECT count(*) {new} AND EXISTS ({found})"))
        counted.append(self._number("SELECT count(*) FROM idempotency_keys"))
        return tuple(counted)

    def seats(self, slot: int) -> tuple[int, int]:
        """Return the seats of a slot by its bookings, and by its counter."""
        slot_id = numbered(Of.SLOT, slot)
        by_bookings = self._number(
            "SELECT coalesce(sum(seats), 0) FROM bookings WHERE time_slot_id = %s"
            " AND status IN ('pending', 'confirmed')",
            slot_id,
        )
        counted = self._number("SELECT booked_count FROM time_slots WHERE id = %s", slot_id)
        return by_bookings, counted

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()

    def _number(self, statement: str, *values: object) -> int:
        row = self.connection.execute(statement, values).fetchone()
        return int(row[0]) if row else 0

    def _columns(self, table: str) -> list[str]:
        rows = self.connection.execute(
            "SELECT column_name::text FROM information_schema.columns WHERE table_name = %s"
            " AND table_schema = current_schema() ORDER BY ordinal_position",
            [table],
        )
        return [row[0] for row in rows]


def _listed(columns: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
