"""Bringing the database's shape to what the code expects, and back."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.failures import away
from resortbook.domain.errors import InvalidInput, Misconfigured, Unavailable

PATIENCE_SECONDS = 60.0
PAUSE_SECONDS = 1.0

_ADVISORY_KEY = 7_206_351_194  # any number, as long as nobody else takes it
# Alembic keeps what it is at in a global place.
_ALEMBIC = threading.Lock()

log = logging.getLogger(__name__)


class Migrations:
    """The migrations of one database, each of them a step that is taken as a whole or not.

    On PostgreSQL a table in use is waited for a second at a time, again and again, for
    `patience_seconds` in all: whoever queues for a table holds up everybody after them. What
    was done until then stays done, and the next try goes on from there.
    """

    def __init__(
        self, database: Database, *, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._database = database
        self._patience_seconds = patience_seconds

    def upgrade(self, revision: str = "head") -> None:
        """Apply what is missing up to `revision`; several processes at once do it once.

        Raises:
            InvalidInput: no such revision.
            Unavailable: the database is away, or a table stayed in use for longer than one
                is patient; then it is at some revision up to the one that was asked for.
        """
        self._run(lambda config: command.upgrade(config, revision))

    def downgrade(self, revision: str) -> None:
        """Take back what came after `revision` (`base`: everything); raises as `upgrade`."""
        self._run(lambda config: command.downgrade(config, revision))

    def current(self) -> str | None:
        """Return the revision that the database is at, None for an empty one."""
        with self._database.reading() as connection:
            return MigrationContext.configure(connection).get_current_revision()

    def is_at_head(self) -> bool:
        """Say whether all are applied; changes nothing. Raises Unavailable."""
        return self.current() == self._head

    @cached_property
    def _head(self) -> str | None:
        return ScriptDirectory.from_config(_config()).get_current_head()

    def _run(self, act: Callable[[Config], None]) -> None:
        until = time.monotonic() + self._patience_seconds
        with _ALEMBIC, self._migrating() as connection:
            while not _try(act, connection, last=time.monotonic() >= until):
                time.sleep(PAUSE_SECONDS)
            connection.commit()

    @contextmanager
    def _migrating(self) -> Iterator[Connection]:
        if not self._database.is_postgres:
            with _on_sqlite(self._database) as connection:
                yield connection
            return
        with _on_postgres(self._database, self._patience_seconds) as connection:
            yield connection


def _try(act: Callable[[Config], None], connection: Connection, *, last: bool) -> bool:
    """Migrate as far as it goes; say whether that was all. Raises what keeps one from it."""
    config = _config()
    config.attributes["connection"] = connection
    try:
        act(config)
    except CommandError as error:
        raise InvalidInput.on("revision", "There is no such migration") from error
    except Unavailable:
        if last or connection.dialect.name == "sqlite" or connection.invalidated:
            raise
        connection.rollback()
        log.warning("migrations.must_wait")
        return False
    return True


@contextmanager
def _on_postgres(database: Database, patience_seconds: float) -> Iterator[Connection]:
    """Lend a connection whose migrations nobody else runs, each in a transaction of its own."""
    with database.writing() as connection:
        connection.rollback()
        # It ends with this: what is set for it, and the lock, end as well.
        connection.detach()
        until = time.monotonic() + patience_seconds
        while not _take_lock(connection):
            if time.monotonic() >= until:
                raise away()
            time.sleep(PAUSE_SECONDS / 5)
        try:
            yield connection
        finally:
            # At once, for whoever is next; the server would see only soon that we are gone.
            with suppress(SQLAlchemyError, Unavailable):
                connection.rollback()
                connection.execute(text(f"SELECT pg_advisory_unlock({_ADVISORY_KEY})"))
                connection.commit()


def _take_lock(connection: Connection) -> bool:
    taken = connection.scalar(text(f"SELECT pg_try_advisory_lock({_ADVISORY_KEY})"))
    # Not in a transaction: an index that another process builds would wait for its end.
    connection.commit()
    return bool(taken)


@contextmanager
def _on_sqlite(database: Database) -> Iterator[Connection]:
    with database.turn(), database.writes.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            raise Misconfigured("The database was closed")
        # A table is changed by copying it, which foreign keys would take for its end; they
        # can only be switched outside of a transaction.
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            connection.begin()
            yield connection
        finally:
            connection.rollback()
            driver.execute("PRAGMA foreign_keys = ON")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    return config


def _folder() -> Path:
    package = Path(__file__).parents[2]
    installed, cloned = (
        package.parent / "resortbook_migrations",
        package.parents[1] / "migrations",
    )
    for folder in (installed, cloned):
        if (folder / "env.py").is_file():
            return folder
    raise Misconfigured("The folder of the migrations is missing from this installation")
