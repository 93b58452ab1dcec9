"""Who leads: whoever holds a lock of PostgreSQL's, on a connection of its own."""

import os
import socket
import threading
import time
from datetime import UTC, datetime

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.failures import away
from resortbook.domain.errors import Unavailable
from resortbook.ports.jobs import Leader

LOCK = 0x72_65_73_6F_72_74  # any number does that no other lock of this database has
ASK_AGAIN_SECONDS = 3.0
LOOK_AGAIN_SECONDS = 1.0
# Of a leader whose machine or network fell silent the server hears nothing, so it has to ask.
_PREPARE = (
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
    "SET tcp_user_timeout = 20000",
)
_TAKE = text("SELECT pg_try_advisory_lock(:lock)")
_ALIVE = text("SELECT 1")
# The server knows of a lock who holds it and not since when: its holder writes that beside its
# name, by the server's clock.
_LEADS_SINCE = text(
    "SELECT set_config('application_name', current_setting('application_name') || ' '"
    " || floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint, false)"
)
_LONGEST_NAME = 49  # of the 63 that the server keeps; milliseconds take 13
_WHO = text(
    "SELECT a.application_name, a.client_addr::text, a.backend_start"
    " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
    " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
    " AND l.classid = :high AND l.objid = :low"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class PostgresLeadership:
    """Leading as the port `Leadership` asks for it; the server frees the lock of whoever dies.

    A leader looks at most once a second whether its connection lives, the others ask for the
    lock every three seconds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._turn = threading.Lock()
        self._leads = False
        self._look_at = 0.0

    def is_mine(self) -> bool:
        """Look, or ask, if it is time to; else say what was found last."""
        with self._turn:
            if time.monotonic() >= self._look_at:
                self._look()
            return self._leads

    def leader(self) -> Leader | None:
        """Ask the server who holds the lock."""
        key = {"high": LOCK >> 32, "low": LOCK & 0xFFFF_FFFF}
        with self._database.reading() as connection:
            row = connection.execute(_WHO, key).first()
        if row is None:
            return None
        name, address, connected = row
        place, _, since = str(name).removeprefix("resortbook ").rpartition(" ")
        if not since.isdigit():  # it has the lock for less than a moment
            place, since = f"{place} {since}".strip(), str(int(connected.timestamp() * 1000))
        return Leader(
            process=f"{place} ({address.split('/')[0]})" if address else place,
            since=datetime.fromtimestamp(int(since) / 1000, UTC),
        )

    def resign(self) -> None:
        """End the connection, and the lock with it."""
        with self._turn:
            self._leave()

    def _look(self) -> None:
        was_leading, self._leads = self._leads, False
        try:
            connection = self._connection or self._connect()
            if was_leading:
                connection.execute(_ALIVE)
            self._leads = was_leading or self._take(connection)
        except (SQLAlchemyError, Unavailable) as error:
            self._leave()
            raise away() from error
        finally:
            pause = LOOK_AGAIN_SECONDS if self._leads else ASK_AGAIN_SECONDS
            self._look_at = time.monotonic() + pause

    def _take(self, connection: Connection) -> bool:
        taken = bool(connection.scalar(_TAKE, {"lock": LOCK}))
        if taken:
            connection.execute(_LEADS_SINCE)
        return taken

    def _connect(self) -> Connection:
        connection = self._database.reads.connect()
        connection.detach()  # it is ours now, and the pool has its place again
        self._connection = connection
        name = f"resortbook {socket.gethostname()}:{os.getpid()}"[:_LONGEST_NAME]
        connection.execute(
            text("SELECT set_config('application_name', :name, false)"), {"name": name}
        )
        for setting in _PREPARE:
            connection.exec_driver_sql(setting)
        return connection

    def _leave(self) -> None:
        connection, self._connection, self._leads = self._connection, None, False
        self._look_at = 0.0
        if connection is not None:
            connection.close()


class SqliteLeadership:
    """A file is for the processes of one machine, usually one: whoever asks leads."""

    def is_mine(self) -> bool:
        """Lead."""
        return True

    def leader(self) -> Leader | None:
        """Tell nothing: others may lead as well."""
        return None

    def resign(self) -> None:
        """Have nothing to let go."""
