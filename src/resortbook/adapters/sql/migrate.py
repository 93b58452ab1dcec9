"""Bringing the database's shape to what the code expects, and back."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from resortbook.adapters.sql.engine import Database
from resortbook.domain.errors import InvalidInput, Misconfigured

_ADVISORY_KEY = 7_206_351_194  # any number, as long as nobody else takes it
# Alembic keeps what it is at in a global place.
_ALEMBIC = threading.Lock()


class Migrations:
    """The migrations of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def upgrade(self, revision: str = "head") -> None:
        """Apply what is missing up to `revision`; several processes at once do it once.

        Raises:
            InvalidInput: no such revision.
            Unavailable: the database is away, or used by something that keeps it locked.
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
        config = _config()
        with _ALEMBIC, self._migrating() as connection:
            config.attributes["connection"] = connection
            try:
                act(config)
            except CommandError as error:
                raise InvalidInput.on("revision", "There is no such migration") from error
            connection.commit()

    @contextmanager
    def _migrating(self) -> Iterator[Connection]:
        make = _on_postgres if self._database.is_postgres else _on_sqlite
        with make(self._database) as connection:
            yield connection


@contextmanager
def _on_postgres(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        # Another process may be migrating: wait for it. An index may take its time to build.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_KEY})"))
        # A table in use is another thing: whoever queues for it holds everybody else up.
        connection.execute(text("SET LOCAL lock_timeout = '3s'"))
        yield connection


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
