"""One booking as the product has written it: the pattern for the rows that pgbench writes.

So the floor writes the same columns with values of the same sizes (sealed ones are as long as
the product's), into the same tables with the same indexes.
"""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.rows import dict_row

from bench.ids import Of, numbered_sql
from bench.sqltext import literal

# What a script of pgbench must set: which booking this is, for whom, and where.
BOOKING = numbered_sql(Of.BOOKING, ":n")
GUEST = numbered_sql(Of.GUEST, ":guest")
SLOT = numbered_sql(Of.SLOT, ":slot")

Row = Mapping[str, str]  # SQL text by column

_OWN: dict[str, Row] = {
    "bookings": {
        "id": BOOKING,
        "reference": "lpad(to_hex(:n::bigint), 8, '0')",
        "guest_id": GUEST,
        "activity_id": numbered_sql(Of.ACTIVITY, ":activity"),
        "time_slot_id": SLOT,
        "hold_no": ":hold_no::smallint",
    },
    "booking_lines": {"booking_id": BOOKING},
    "booking_words": {"booking_id": BOOKING},
    "outbox": {
        "id": numbered_sql(Of.EVENT, ":n"),
        "subject_id": BOOKING,
        "guest_id": GUEST,
    },
    "audit": {
        "id": numbered_sql(Of.AUDIT, ":n"),
        "subject_id": BOOKING,
        "actor_id": GUEST,
    },
    "idempotency_keys": {"owner": f"{GUEST}::text", "key": "'bench-' || :n::text"},
}
_WHERE = {
    "bookings": "id = %(id)s",
    "booking_lines": "booking_id = %(id)s",
    "booking_words": "booking_id = %(id)s",
    "outbox": "subject_id = %(id)s",
    "audit": "subject_id = %(id)s",
    "idempotency_keys": "key = %(key)s",
}
TABLES = tuple(_WHERE)


def pattern_of(
    connection: "psycopg.Connection[Any]", booking_id: str, key: str
) -> dict[str, list[Row]]:
    """Read a booking with everything that was written with it, by table."""
    return {
        table: [_row(table, row) for row in _rows(connection, table, booking_id, key)]
        for table in TABLES
    }


def _rows(
    connection: "psycopg.Connection[Any]", table: str, booking_id: str, key: str
) -> list[dict[str, Any]]:
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            f"SELECT * FROM {table} WHERE {_WHERE[table]}", {"id": booking_id, "key": key}
        )
        return cursor.fetchall()


def _row(table: str, row: Mapping[str, Any]) -> Row:
    own = _OWN[table]
    return {column: own.get(column) or literal(value) for column, value in row.items()}
