"""Hot statements on a resort with 100,000 bookings: an index finds what they ask for."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import event
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.storage import SqlStorage, open_storage
from resortbook.domain.booking import BookingStatus
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter, BookingFilter, Free, SlotFilter
from tests.adapters.sql.conftest import CIPHER, World, an_answer
from tests.builders import NOON

pytestmark = pytest.mark.servers

BOOKINGS, GUESTS, SLOTS, PAST_SLOTS = 100_000, 20_000, 5_000, 4_500
SLOT, GUEST, BOOKING = (f"('01900000-0000-7000-800{n}-' || %s)::uuid" for n in (1, 2, 3))
LARGE = frozenset(
    {
        "audit", "booking_lines", "booking_words", "bookings", "guest_addresses", "guests",
        "idempotency_keys", "outbox", "sessions", "time_slots",
    }
)  # fmt: skip
COUNTS = {
    "guests": GUESTS, "guest_addresses": GUESTS, "sessions": GUESTS, "time_slots": SLOTS,
    "bookings": BOOKINGS, "booking_lines": BOOKINGS, "booking_words": BOOKINGS,
    "outbox": BOOKINGS, "audit": BOOKINGS, "idempotency_keys": GUESTS,
}  # fmt: skip


def id_sql(of: str, number: str) -> str:
    return of % f"lpad(to_hex(({number})::bigint), 12, '0')"


ANY_ID = id_sql("('01900000-0000-7000-8009-' || %s)::uuid", "n")
IS_PAST = f"n % {SLOTS} < {PAST_SLOTS}"
# What each copy has of its own; what runs out has run out for every thousandth alone.
OWN: dict[str, dict[str, str]] = {
    "guests": {"id": id_sql(GUEST, "n")},
    "guest_addresses": {
        "id": ANY_ID, "guest_id": id_sql(GUEST, "n"), "address_hash": "md5(n::text)"
    },
    "sessions": {"id": ANY_ID, "guest_id": id_sql(GUEST, "n"), "token_hash": "md5(n::text)"},
    "time_slots": {
        "id": id_sql(SLOT, "n"),
        "lane": "'copy'",
        "start_time": f"start_time + (n - {PAST_SLOTS}) * interval '1 hour'",
        "end_time": f"end_time + (n - {PAST_SLOTS}) * interval '1 hour'",
        "bookable_until": f"bookable_until + (n - {PAST_SLOTS}) * interval '1 hour'",
    },
    "bookings": {
        "id": id_sql(BOOKING, "n"),
        "reference": "lpad(to_hex(n), 8, '0')",
        "guest_id": id_sql(GUEST, f"n % {GUESTS}"),
        "time_slot_id": id_sql(SLOT, f"n % {SLOTS}"),
        "status": "CASE WHEN n % 1000 = 999 THEN 'pending'"
        f" WHEN {IS_PAST} THEN 'completed' ELSE 'confirmed' END",
        "expires_at": "CASE WHEN n % 1000 = 999 THEN created_at - interval '1 minute' END",
        "created_at": f"created_at - ({BOOKINGS} - n) * interval '1 minute'",
    },
    "booking_lines": {"booking_id": id_sql(BOOKING, "n")},
    "booking_words": {"booking_id": id_sql(BOOKING, "n"), "word_hash": "md5((n / 9)::text)"},
    "outbox": {
        "id": ANY_ID,
        "subject_id": id_sql(BOOKING, "n"),
        "state": "CASE WHEN n % 1000 = 999 THEN 'pending' ELSE 'done' END",
    },
    "audit": {
        "id": ANY_ID,
        "subject_id": id_sql(BOOKING, "n"),
        "at": f"at - ({BOOKINGS} - n) * interval '1 minute'",
    },
    "idempotency_keys": {"key": "n::text"},
}  # fmt: skip


class Plans:
    """Runs things, and tells which large tables they would read from end to end."""

    def __init__(self, storage: SqlStorage, url: str) -> None:
        self.storage = storage
        self._asked: list[tuple[Any, Any]] = []
        asked = self._asked
        self._url = url.replace("postgresql+psycopg:", "postgresql:")

        class NotingCursor(psycopg.RawCursor[Any]):
            def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
                asked.append((query, params))
                return super().execute(query, params, **how)

        def note(connection: Any, _: object) -> None:
            connection.cursor_factory = NotingCursor

        event.listen(storage.engine.pool, "connect", note)

    def whole_reads(self, run: Callable[[], object]) -> list[str]:
        self._asked.clear()
        run()
        statements = [(query, params) for query, params in self._asked if _is_work(query)]
        assert statements
        with psycopg.connect(self._url, cursor_factory=psycopg.RawCursor) as connection:
            return [
                f"{table}: {query}"
                for query, params in statements
                for table in _read_whole(connection, query, params)
            ]


def _is_work(query: Any) -> bool:
    return str(query).split(None, 1)[0].upper() in ("SELECT", "INSERT", "UPDATE", "WITH")


def _read_whole(connection: Any, query: Any, params: Any) -> Iterable[str]:
    told = connection.execute(f"EXPLAIN (FORMAT JSON) {query}", params).fetchone()[0]
    plan = told if isinstance(told, list) else json.loads(told)
    waiting = [plan[0]["Plan"]]
    while waiting:
        node = waiting.pop()
        waiting += node.get("Plans", [])
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE:
            yield node["Relation Name"]


@pytest.fixture(scope="module")
def busy(postgres_server: Any, migrated_postgres: str) -> Iterator[tuple[Plans, World]]:
    """A resort that was busy for years."""
    url = postgres_server.new_database(template=migrated_postgres)
    storage = open_storage(url, cipher=CIPHER)
    world = World(storage)
    slot = world.slot(capacity=10)
    guest = world.guest("+14155550123", name="Ana Lopez")
    world.storage.place(
        world.placement(slot, guest=guest, answer=an_answer(), lead_name="Ana Lopez")
    )
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        _copy_sessions(connection, guest.id)
        for table, count in COUNTS.items():
            _multiply(connection, table, count)
        connection.execute("VACUUM ANALYZE")
    storage.close()
    storage = open_storage(url, cipher=CIPHER)
    yield Plans(storage, url), World(storage)
    storage.close()
    postgres_server.drop(url)


def _copy_sessions(connection: "psycopg.Connection[Any]", guest_id: UUID) -> None:
    connection.execute(
        "INSERT INTO sessions (id, token_hash, guest_id, is_staff, created_at, last_used_at,"
        " expires_at, idle_after_seconds) VALUES (%s, 'first', %s, false, %s, %s, %s, 604800)",
        [uuid7(), guest_id, NOON, NOON, NOON + timedelta(days=30)],
    )


def _multiply(connection: "psycopg.Connection[Any]", table: str, count: int) -> None:
    """Copy the one row of a table many times."""
    found = connection.execute(
        "SELECT column_name::text FROM information_schema.columns WHERE table_name = %s"
        " AND table_schema = current_schema()",
        [table],
    )
    columns = [row[0] for row in found]
    own = {"hold_no": "NULL", **OWN[table]}
    values = ", ".join(own.get(name, f'"{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {values} FROM"
        f" (SELECT * FROM {table} LIMIT 1) one, generate_series(0, {count - 1}) n"
    )


def of_slot(number: int) -> UUID:
    return UUID(f"01900000-0000-7000-8001-{number:012x}")


def of_guest(number: int) -> UUID:
    return UUID(f"01900000-0000-7000-8002-{number:012x}")


def of_booking(number: int) -> UUID:
    return UUID(f"01900000-0000-7000-8003-{number:012x}")


def hot_reads(plans: Plans) -> dict[str, Callable[[], object]]:
    """What guests and the desk ask all day long."""
    reads, page = plans.storage.reads, Page()
    catalogue, sales = reads.catalogue, reads.sales
    activity = catalogue.activities(ActivityFilter(), page, now=NOON).items[0]
    week = {"start": NOON, "end": NOON + timedelta(days=7)}
    return {
        "session": lambda: reads.people.session("7"),
        "offer": lambda: catalogue.offer(activity.id, of_slot(7)),
        "availability": lambda: catalogue.slots(
            SlotFilter(now=NOON, activity_id=activity.id, **week)
        ),
        "nearest free": lambda: catalogue.nearest_free(
            activity.id, seats=2, around=NOON, now=NOON, limit=3
        ),
        "activities free on a day": lambda: catalogue.activities(
            ActivityFilter(participants=2, free=Free(**week)), page, now=NOON
        ),
        "one booking": lambda: sales.booking(of_booking(77)),
        "one by reference": lambda: sales.booking("0000004d"),
        "a guest's bookings": lambda: sales.bookings(
            BookingFilter(now=NOON, guest_id=of_guest(7)), page
        ),
        "the newest bookings": lambda: sales.bookings(BookingFilter(now=NOON), page),
        "a departure's bookings": lambda: sales.bookings(
            BookingFilter(
                now=NOON, time_slot_id=of_slot(4_900), statuses=(BookingStatus.CONFIRMED,)
            ),
            page,
        ),
        "a kept answer": lambda: sales.kept_answer("guest:1", "77", now=NOON),
        "history": lambda: reads.desk.history(of_booking(77)),
        "the audit": lambda: reads.desk.audit(page),
        "live changes": lambda: sales.changes_since(uuid7(), limit=100),
    }


def test_no_hot_read_goes_through_a_large_table(busy: tuple[Plans, World]):
    plans, _ = busy

    found = {name: plans.whole_reads(read) for name, read in hot_reads(plans).items()}

    assert {name: tables for name, tables in found.items() if tables} == {}


def test_no_hot_write_goes_through_a_large_table(busy: tuple[Plans, World]):
    plans, world = busy
    with plans.storage.begin() as work:
        slot = work.slots.get(of_slot(4_900))

    def hold() -> None:
        world.booking(slot, answer=an_answer(key="new"), hold_limit=5)

    def sweep() -> None:
        with plans.storage.begin() as work:
            work.bookings.lapsed(NOON, limit=50)
            work.outbox.claim_due(NOON, limit=20, lease=timedelta(minutes=1), token=uuid7())

    def confirm() -> None:
        with plans.storage.begin() as work:
            held = work.bookings.get(of_booking(99_999))
            work.bookings.save(held.confirm(held.created_at - timedelta(hours=1)), was=held)

    writes = {"hold": hold, "sweep": sweep, "confirm": confirm}
    found = {name: plans.whole_reads(write) for name, write in writes.items()}

    assert {name: tables for name, tables in found.items() if tables} == {}


def test_what_no_index_finds_is_told(busy: tuple[Plans, World]):
    plans, world = busy
    without_index = "SELECT id FROM bookings WHERE external_ref = 'x'"

    found = plans.whole_reads(lambda: world.rows(without_index))

    assert found == [f"bookings: {without_index}"]
