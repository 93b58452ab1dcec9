"""One booking as the product has written it: the pattern for the rows that pgbench writes.

So the floor writes the same columns with values of the same sizes (sealed ones are as long as
the product's), into the same tables with the same indexes.
"""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.rows import dict_row

from bench.ids import Of, numbered_sql
from bench.sqltext import Sql

# What a script of pgbench must set: which booking this is, for whom, and where.
BOOKING = Sql(numbered_sql(Of.BOOKING, ":n"))
GUEST = Sql(numbered_sql(Of.GUEST, ":guest"))
SLOT = Sql(numbered_sql(Of.SLOT, ":slot"))

Row = Mapping[str, Any]  # value or expression by column
Pattern = dict[str, list[Row]]

_OWN: dict[str, Row] = {
    "bookings": {
        "id": BOOKING,
        "reference": Sql("lpad(to_hex(:n::bigint), 8, '0')"),
        "guest_id": GUEST,
        "activity_id": Sql(numbered_sql(Of.ACTIVITY, ":activity")),
        "time_slot_id": SLOT,
        "hold_no": Sql(":hold_no::smallint"),
    },
    "booking_lines": {"booking_id": BOOKING},
    "booking_words": {"booking_id": BOOKING},
    "charges": {"booking_id": BOOKING},
    "outbox": {"subject_id": BOOKING, "guest_id": GUEST},
    "audit": {"subject_id": BOOKING, "actor_id": GUEST},
    "idempotency_keys": {
        "owner": Sql(f"{GUEST.text}::text"),
        "key": Sql("'bench-' || :n::text"),
    },
}
_IDS = {
    "outbox": Of.EVENT,
    "audit": Of.AUDIT,
    "charges": Of.CHARGE,
}  # a booking may have several of each
_WHERE = {
    "bookings": "id = %(id)s",
    "booking_lines": "booking_id = %(id)s",
    "booking_words": "booking_id = %(id)s",
    "charges": "booking_id = %(id)s",
    "outbox": "subject_id = %(id)s",
    "audit": "subject_id = %(id)s",
    "idempotency_keys": "key = %(key)s",
}


def pattern_of(connection: "psycopg.Connection[Any]", booking_id: str, key: str) -> Pattern:
    """Read a booking with everything that was written with it, by table."""
    pattern: Pattern = {}
    with connection.cursor(row_factory=dict_row) as cursor:
        for table, condition in _WHERE.items():
            sought = {"id": booking_id, "key": key}
            cursor.execute(f"SELECT * FROM {table} WHERE {condition}", sought)
            pattern[table] = [_row(table, place, row) for place, row in enumerate(cursor)]
    return pattern


def _row(table: str, place: int, row: Row) -> Row:
    own = {**row, **_OWN[table]}
    if table in _IDS:
        own["id"] = Sql(numbered_sql(_IDS[table], f":n * 16 + {place}"))
    return own
