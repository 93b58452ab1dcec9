import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import SqlStorage, open_storage
from resortbook.domain.activity import Activity
from resortbook.domain.audit import AuditEntry
from resortbook.domain.booking import Booking
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Guest
from resortbook.domain.slot import TimeSlot
from resortbook.ports.idempotency import KeptAnswer
from resortbook.ports.sales_storage import SeatClaim
from resortbook.ports.storage import Placement
from tests.builders import NOON, TOMORROW, a_booking, a_guest, a_slot, an_activity

CIPHER = Cipher([b"k" * 32], index_secret=b"the secret of these tests")
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def a_reference() -> str:
    number = uuid7().int % 31**8
    return "".join(ALPHABET[number // 31**place % 31] for place in range(8))


def an_event(subject_id: UUID | None = None, **facts: Any) -> Event:
    values: dict[str, Any] = {
        "id": uuid7(),
        "kind": EventKind.BOOKING_CREATED,
        "subject_id": subject_id or uuid7(),
        "version": 1,
        "guest_id": None,
        "door": "web",
        "created_at": NOON,
        "due_at": NOON,
    }
    return Event(**{**values, **facts})


def an_audit_entry(subject_id: UUID | None = None, **facts: Any) -> AuditEntry:
    values: dict[str, Any] = {
        "id": uuid7(),
        "at": NOON,
        "actor_kind": "guest",
        "actor_id": uuid7(),
        "door": "web",
        "action": "booking.create",
        "subject_kind": "booking",
        "subject_id": subject_id or uuid7(),
    }
    return AuditEntry(**{**values, **facts})


def an_answer(key: str = "a key", **facts: Any) -> KeptAnswer:
    values: dict[str, Any] = {
        "owner": "guest:1",
        "key": key,
        "fingerprint": "f" * 64,
        "status": 201,
        "body": b'{"id": 1}',
        "created_at": NOON,
        "expires_at": NOON + timedelta(hours=24),
    }
    return KeptAnswer(**{**values, **facts})


@dataclass(frozen=True, slots=True)
class World:
    """Puts committed things into one storage."""

    storage: SqlStorage

    def activity(self, name: str = "Jet Skiing", **facts: Any) -> Activity:
        activity = an_activity(name, **facts)
        with self.storage.begin() as work:
            work.activities.add(activity)
            work.commit()
        return activity

    def slot(
        self, activity: Activity | None = None, start: Any = TOMORROW, **facts: Any
    ) -> TimeSlot:
        slot = a_slot(activity or self.activity(slug=str(uuid7())), start, **facts)
        with self.storage.begin() as work:
            work.slots.add_missing([slot])
            work.commit()
        return slot

    def guest(self, phone: str | None = None, **facts: Any) -> Guest:
        guest = a_guest(phone, **facts)
        with self.storage.begin() as work:
            work.guests.add(guest)
            work.commit()
        return guest

    def booking(self, slot: TimeSlot, *, guest: Guest | None = None, **facts: Any) -> Booking:
        """Place a booking of two people on a slot, for a new guest where none is given."""
        placement = self.placement(slot, guest=guest, **facts)
        self.storage.place(placement)
        return placement.booking

    def placement(
        self,
        slot: TimeSlot,
        *,
        guest: Guest | None = None,
        answer: KeptAnswer | None = None,
        hold_limit: int | None = None,
        whole: bool = False,
        **facts: Any,
    ) -> Placement:
        guest = guest or self.guest()
        activity = an_activity(id=slot.activity_id)
        facts.setdefault("reference", a_reference())
        booking = a_booking(activity, slot, guest_id=guest.id, **facts)
        return Placement(
            booking=booking,
            claim=SeatClaim(slot_id=slot.id, seats=booking.seats, whole=whole),
            events=[an_event(booking.id, guest_id=guest.id)],
            audit=[an_audit_entry(booking.id, actor_id=guest.id)],
            answer=answer,
            hold_limit=hold_limit,
        )

    def slot_now(self, slot: TimeSlot) -> TimeSlot:
        with self.storage.begin() as work:
            return work.slots.get(slot.id)

    def booking_now(self, booking: Booking) -> Booking:
        with self.storage.begin() as work:
            return work.bookings.get(booking.id)

    def rows(self, statement: str, **parameters: Any) -> list[Any]:
        with self.storage.engine.connect() as connection:
            return list(connection.exec_driver_sql(statement, parameters or None))


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sql") / "template.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: Any) -> str:
    url: str = postgres_server.new_database()
    _migrate(url)
    return url


def _migrate(url: str) -> None:
    storage = open_storage(url, cipher=CIPHER)
    storage.migrations.upgrade()
    storage.close()


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    path = tmp_path / "resort.sqlite"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_server: Any, migrated_postgres: str) -> Iterator[str]:
    url = postgres_server.new_database(template=migrated_postgres)
    yield url
    postgres_server.drop(url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.servers)])
def url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of this test's own, of each kind in turn."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@pytest.fixture
def opened() -> Iterator[Callable[..., SqlStorage]]:
    """Open storages; they are closed at the end."""
    storages: list[SqlStorage] = []

    def open_(url: str, **options: Any) -> SqlStorage:
        storages.append(open_storage(url, **{"cipher": CIPHER, **options}))
        return storages[-1]

    yield open_
    for storage in storages:
        storage.close()


@pytest.fixture
def storage(url: str, opened: Callable[..., SqlStorage]) -> SqlStorage:
    return opened(url, pool_size=16)


@pytest.fixture
def world(storage: SqlStorage) -> World:
    return World(storage)


@pytest.fixture
def at_once() -> Callable[..., list[Any]]:
    """Call something from several threads at the same moment; return what each call returned or
    raised.
    """

    def run(call: Callable[[int], Any], *, threads: int) -> list[Any]:
        start = Barrier(threads)

        def one(number: int) -> Any:
            start.wait()
            try:
                return call(number)
            except Exception as error:
                return error

        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(one, range(threads)))

    return run
