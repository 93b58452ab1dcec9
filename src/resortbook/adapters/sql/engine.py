"""The engines of one database, with every wait bounded."""

import select
import sqlite3
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, table
from sqlalchemy.exc import ArgumentError, InvalidatePoolError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from resortbook.adapters.sql.changes import forget_noted, note_writes, noted
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.failures import away, translate
from resortbook.adapters.sql.turns import Turns
from resortbook.adapters.sql.types import use_cipher
from resortbook.adapters.sql.watching import watch_statements
from resortbook.domain.errors import Misconfigured
from resortbook.ports.changes import Changes, Subject
from resortbook.ports.watching import StorageWatch

LOCK_SECONDS = 3.0
POOL_SECONDS = 1.0
POLL_SECONDS = 0.002
_PG_SETTINGS = (
    "-c lock_timeout=3s -c statement_timeout=10s"
    " -c idle_in_transaction_session_timeout=10s -c timezone=UTC"
)
# A network that went silent is noticed as soon as one that says no (libpq's own names).
_PG_CONNECT = {
    "connect_timeout": 1,
    "tcp_user_timeout": 2000,
    "keepalives_idle": 10,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "application_name": "resortbook",
}


class Database:
    """One database: connections for reading, each statement by itself, and for writing, each
    a transaction. Whatever keeps one from having them is raised as Unavailable.
    """

    def __init__(self, *, reads: Engine, writes: Engine, one_writer: bool) -> None:
        """Take both engines; `one_writer` lets this process's writers go one by one."""
        self.reads = reads
        self.writes = writes
        self._watch: StorageWatch | None = None
        self._changes: Changes | None = None
        # Writers that wait here wake in turn; at SQLite's own lock they would sleep and poll.
        self._turns = Turns() if one_writer else None

    @property
    def is_postgres(self) -> bool:
        """Whether it is PostgreSQL, else it is SQLite."""
        return self.writes.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection whose statements each stand alone."""
        with self._connect(self.reads) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection with a transaction begun; what is not committed is undone."""
        with self.turn() as patience, self._connect(self.writes) as connection:
            connection.execution_options(patience_seconds=patience)
            connection.begin()
            forget_noted(connection)
            yield connection

    def commit(self, connection: Connection) -> None:
        """Commit a transaction, then tell of what it changed."""
        connection.commit()
        self.tell_of(noted(connection))

    def tell_of(self, subjects: Set[Subject]) -> None:
        """Tell of what was changed and committed."""
        if subjects and self._changes is not None:
            self._changes.changed(subjects)

    @contextmanager
    def turn(self) -> Iterator[float]:
        """Wait for this process's turn to write; tell how many seconds of patience are left."""
        if self._turns is None:
            yield LOCK_SECONDS
            return
        began = time.monotonic()
        with self._turns.take(LOCK_SECONDS) as is_mine:
            if not is_mine:
                raise away()
            yield max(0.0, began + LOCK_SECONDS - time.monotonic())

    def touch(self) -> None:
        """Read something. Raises Unavailable."""
        catalogue = table("pg_class" if self.is_postgres else "sqlite_master")
        with self.reading() as connection:
            connection.execute(sa.select(1).select_from(catalogue).limit(1)).all()

    def watched_by(self, watch: StorageWatch) -> None:
        """Tell `watch` of everything that is asked here; once, before it is used."""
        self._watch = watch
        # Engines with options of their own are views of another one, which tells for them.
        for engine in (self.reads, self.writes):
            if type(engine) is Engine:
                watch_statements(engine, watch)

    def heard_by(self, changes: Changes) -> None:
        """Tell `changes` of what is committed here; once, before it is used."""
        self._changes = changes
        note_writes(self.writes)

    def close(self) -> None:
        """Close the connections that nobody uses."""
        self.reads.dispose()
        self.writes.dispose()

    @contextmanager
    def _connect(self, engine: Engine) -> Iterator[Connection]:
        try:
            connection = engine.connect()
        except PoolTimeout as error:
            if self._watch is not None:
                self._watch.was_short()
            raise away() from error
        with connection:
            yield connection


def open_database(url: str, *, cipher: Cipher, pool_size: int) -> Database:
    """Make the engines for a URL; nothing is connected yet.

    Raises:
        Misconfigured: it names neither a SQLite file nor a PostgreSQL database.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, cipher=cipher, pool_size=pool_size)
    return _postgres(parsed, cipher=cipher, pool_size=pool_size)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # Not the cause's words: they hold the URL, and with it a password.
        raise Misconfigured("DATABASE_URL is not a database's address") from None
    if parsed.drivername in ("postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return parsed
    raise Misconfigured("DATABASE_URL takes sqlite:///a-file or postgresql://…")


def _postgres(url: URL, *, cipher: Cipher, pool_size: int) -> Database:
    given = url.query.get("options", "")
    options = f"{given if isinstance(given, str) else ' '.join(given)} {_PG_SETTINGS}".strip()
    reads = _engine(
        url.difference_update_query(["options"]),
        cipher=cipher,
        pool_size=pool_size,
        # One statement that commits itself spares two trips to the server.
        isolation_level="AUTOCOMMIT",
        # Numbered parameters go to the server as they are; psycopg would parse any other
        # statement of the length of ours anew with every use.
        paramstyle="numeric_dollar",
        connect_args={**_PG_CONNECT, "options": options, "cursor_factory": psycopg.RawCursor},
    )
    event.listen(reads, "checkout", _refuse_if_hung_up)
    # The same pool; changing a connection from one kind to the other would cost more than this.
    writes = reads.execution_options()
    event.listen(writes, "begin", _begin)
    return Database(reads=reads, writes=writes, one_writer=False)


def _sqlite(url: URL, *, cipher: Cipher, pool_size: int) -> Database:
    try:
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured("The folder of the database file cannot be made") from error
    # `isolation_level` None: Python begins nothing of its own, so BEGIN IMMEDIATE is ours.
    connect = {"isolation_level": None, "check_same_thread": False, "timeout": LOCK_SECONDS}
    reads = _engine(url, cipher=cipher, pool_size=pool_size, connect_args=connect)
    event.listen(reads, "connect", _prepare_sqlite_reader)
    writes = _engine(url, cipher=cipher, pool_size=1, connect_args=connect)
    event.listen(writes, "connect", _prepare_sqlite_writer)
    event.listen(writes, "begin", _begin_immediate)
    return Database(reads=reads, writes=writes, one_writer=True)


def _engine(url: URL, *, cipher: Cipher, pool_size: int, **options: Any) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_SECONDS,
        hide_parameters=True,  # or errors would tell personal values
        **options,
    )
    use_cipher(engine.dialect, cipher)
    event.listen(engine, "handle_error", translate)
    return engine


def _refuse_if_hung_up(connection: psycopg.Connection[Any], *_: object) -> None:
    """Let the pool connect anew where the server of a connection is gone.

    A server that ends says so, and says nothing else to a connection at rest: what can be
    read there is a farewell. Asking it each time would take a trip.
    """
    ear = select.poll()
    ear.register(connection.fileno(), select.POLLIN)
    if ear.poll(0):
        raise InvalidatePoolError()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _prepare_sqlite_reader(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _prepare_sqlite_writer(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # From here on the waiting is ours: SQLite's own sleeps for up to 100 ms, and a process
    # that writes one thing after the other is back at the lock long before.
    connection.execute("PRAGMA busy_timeout = 0")


def _begin_immediate(connection: Connection) -> None:
    """Become the writer; a plain BEGIN does so at its first write, and fails at once if it has
    to wait then.
    """
    driver: Any = connection.connection.driver_connection
    patience = connection.get_execution_options().get("patience_seconds", LOCK_SECONDS)
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            driver.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                break
        time.sleep(POLL_SECONDS)
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # its error passes the border
