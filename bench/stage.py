"""Everything that stands while it is measured: PostgreSQL, Redis, the API and a full resort."""

import json
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bench.api import api, environment
from bench.floor import Pgbench, five_trips, one_statement, reading
from bench.ledger import Ledger
from bench.pattern import Pattern, pattern_of
from bench.processes import free_port
from bench.requests import BOOKINGS, booking_body, booking_headers
from bench.stock import LOWEST_PRICE, Stock, fill
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import SqlStorage, open_storage
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter
from resortbook.settings import Settings
from tests.server_keeper import postgres_binaries
from tests.servers import Server

GUESTS = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What a measure needs at hand."""

    folder: Path
    env: Mapping[str, str]
    port: int
    pid: int
    stock: Stock
    ledger: Ledger
    pgbench: Pgbench
    pattern: Pattern
    storage: SqlStorage
    list_script: str
    versions: str

    def five_trips(self, slot: str) -> str:
        """Write the classic transaction on these slots."""
        return five_trips(self.pattern, slot=slot, guests=self.stock.guests)

    def one_statement(self, slot: str) -> str:
        """Write the product's statement on these slots."""
        dialect = self.storage.engine.dialect
        return one_statement(self.pattern, dialect, slot=slot, guests=self.stock.guests)


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """Start it all, fill it, and take it all down again."""
    with (
        Server("postgres", folder / "postgres", durable=True) as postgres,
        Server("redis", folder / "redis", durable=True) as redis,
    ):
        env = environment(postgres.url, redis.url, folder, port=free_port())
        settings = Settings.load(environ=env)
        cipher = Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())
        storage = open_storage(settings.database_url, cipher=cipher)
        with closing(storage), closing(Ledger(postgres.url)) as ledger:
            storage.migrations.upgrade()
            stock = fill(storage, storage.engine, cipher, guest_count=GUESTS)
            with api(env, folder) as pid:
                yield Stage(
                    folder=folder,
                    env=env,
                    port=settings.port,
                    pid=pid,
                    stock=stock,
                    ledger=ledger,
                    pgbench=_pgbench(postgres.url, folder),
                    pattern=_pattern(ledger, settings.port, guests=stock.guests),
                    storage=storage,
                    list_script=reading(_list_statements(storage)),
                    versions=f"PostgreSQL {postgres.version}, Redis {redis.version}",
                )


def _pgbench(url: str, folder: Path) -> Pgbench:
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    return Pgbench(postgres_binaries() / "pgbench", plain, folder)


def _pattern(ledger: Ledger, port: int, *, guests: int) -> Pattern:
    """Book once over HTTP, and take what that has written for the pattern and for the past."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{BOOKINGS}",
        data=json.dumps(booking_body(slot=0)).encode(),
        headers={**booking_headers(guest=0, key="pattern"), "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        booking_id = json.load(answer)["id"]
    pattern = pattern_of(ledger.connection, booking_id, "pattern")
    ledger.add_past(booking_id, guests=guests)
    return pattern


def _list_statements(storage: SqlStorage) -> list[tuple[str, tuple[Any, ...]]]:
    """Return what the product asks the database for a list, with the values."""
    asked: list[tuple[str, tuple[Any, ...]]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *rest: Any) -> None:
        asked.append((statement, tuple(parameters)))

    def read() -> None:
        wanted = ActivityFilter(min_price=LOWEST_PRICE)
        storage.reads.catalogue.activities(wanted, Page(), now=datetime.now(UTC))

    read()  # a first connection asks for more
    # Of readers and writers alike: the storage shows its writers' engine alone.
    event.listen(Engine, "before_cursor_execute", note)
    read()
    event.remove(Engine, "before_cursor_execute", note)
    return asked
