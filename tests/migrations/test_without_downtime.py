"""On PostgreSQL a migration ends, or gives up cleanly, while others read and write; and nobody
waits for it for long.
"""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
import pytest
from psycopg import sql

from resortbook.adapters.sql.migrate import Migrations
from resortbook.domain.errors import Unavailable
from tests.migrations.test_migrations import REVISIONS, VERSIONS, fill, shape_of

pytestmark = pytest.mark.servers

LONGEST_WAIT = 3.0  # of others: the second that a migration queues for, and a busy machine
HELD_SECONDS = 1.2  # a little longer than a migration waits at once


@pytest.fixture
def new_url(postgres_server):
    """Make empty databases; SQLite has one writer, who migrates."""
    made: list[str] = []

    def new() -> str:
        made.append(postgres_server.new_database())
        return made[-1]

    yield new
    for url in made:
        postgres_server.drop(url)


def connect(storage) -> "psycopg.Connection[tuple[object, ...]]":
    url = storage.engine.url.set(drivername="postgresql").render_as_string(False)
    return psycopg.connect(url, options="-c lock_timeout=3s")


def tables_of(connection) -> list[str]:
    rows = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    )
    return [str(name) for (name,) in rows if name != "alembic_version"]


@dataclass(slots=True)
class Traffic:
    """Reads and writes every table over and over, and notes how long each took."""

    storage: object
    waits: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _must_end: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def flowing(self) -> Iterator[None]:
        with connect(self.storage) as connection:
            tables = tables_of(connection)
        threads = [
            threading.Thread(target=self._go_on, args=[tables, statement])
            for statement in (
                "SELECT count(*) FROM {}",
                # Takes the lock of a writer, whatever there is to write.
                "LOCK TABLE {} IN ROW EXCLUSIVE MODE",
            )
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._must_end.set()
            for thread in threads:
                thread.join()

    def _go_on(self, tables, statement):
        with connect(self.storage) as connection:
            while not self._must_end.wait(0.01):
                for table in tables:
                    began = time.monotonic()
                    try:
                        with connection.transaction():
                            connection.execute(sql.SQL(statement).format(sql.Identifier(table)))
                    except psycopg.Error as error:
                        self.failures.append(f"{table}: {error}")
                    self.waits.append(time.monotonic() - began)


@contextmanager
def somebody_reads_everything(storage, *, seconds: float) -> Iterator[None]:
    """Hold what a long report holds, for a while."""
    with connect(storage) as connection:
        for table in tables_of(connection):
            connection.execute(
                sql.SQL("LOCK TABLE {} IN ACCESS SHARE MODE").format(sql.Identifier(table))
            )
        end = threading.Timer(seconds, connection.rollback)
        end.start()
        yield
        end.join()


def test_every_migration_ends_while_others_read_and_write(storage):
    storage.migrations.upgrade(REVISIONS[0])
    fill(storage)
    waits: dict[str, float] = {}

    for revision in REVISIONS[1:]:
        traffic = Traffic(storage)
        is_last = revision == REVISIONS[-1]
        with (
            traffic.flowing(),
            somebody_reads_everything(storage, seconds=HELD_SECONDS if is_last else 0.1),
        ):
            storage.migrations.upgrade(revision)
        assert storage.migrations.current() == revision
        # A column or table may only come: what was asked before can be asked still.
        assert traffic.failures == []
        waits[revision] = max(traffic.waits, default=0.0)

    assert storage.migrations.is_at_head()
    print("longest wait of others, by migration:", waits)
    assert max(waits.values()) < LONGEST_WAIT


def test_a_table_in_use_is_asked_for_again_until_it_is_free(storage):
    storage.migrations.upgrade("0016")

    with somebody_reads_everything(storage, seconds=HELD_SECONDS):
        storage.migrations.upgrade("0017")

    assert storage.migrations.current() == "0017"


def test_one_that_cannot_have_its_table_gives_up_cleanly_and_others_go_on(open_new):
    storage = open_new()
    storage.migrations.upgrade("0016")
    before = shape_of(storage)
    hasty = Migrations(storage._database, patience_seconds=0.5)
    traffic = Traffic(storage)

    with connect(storage) as reader:
        reader.execute("LOCK TABLE inbox_turns IN ACCESS SHARE MODE")
        with traffic.flowing(), pytest.raises(Unavailable):
            hasty.upgrade()
        assert shape_of(storage) == before
        assert storage.migrations.current() == "0016"

    assert traffic.failures == []
    assert max(traffic.waits) < LONGEST_WAIT
    storage.migrations.upgrade()
    assert storage.migrations.is_at_head()


def test_what_is_done_before_one_gives_up_stays_done(open_new):
    storage = open_new()
    storage.migrations.upgrade("0015")
    hasty = Migrations(storage._database, patience_seconds=0.5)

    with connect(storage) as reader:
        reader.execute("LOCK TABLE inbox_turns IN ACCESS SHARE MODE")
        with pytest.raises(Unavailable):
            hasty.upgrade()

    assert storage.migrations.current() == "0016"


CONTRACTS = re.compile(r"\b(drop_column|drop_table|drop_constraint|rename_table|RENAME|DROP)\b")
BEFORE_ANY_RELEASE = {"0011"}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_migration_only_adds_unless_it_says_since_when_nothing_needs_it(revision: str):
    (path,) = VERSIONS.glob(f"{revision}_*.py")
    text = path.read_text()
    upgrade = text.split("def upgrade()")[1].split("def downgrade()")[0]

    if CONTRACTS.search(upgrade) and revision not in BEFORE_ANY_RELEASE:
        docstring = text.split('"""')[1]
        assert re.search(r"Unused since \d+\.\d+", docstring), (
            "the version before this one still runs while it is applied: add now, and take "
            "away in a later version, whose docstring says “Unused since 1.2”"
        )
