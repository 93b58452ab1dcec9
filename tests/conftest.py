"""What every test can ask for: real servers, and a word at the end about which there were."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import IO
from uuid import uuid4

import pytest
import redis
from hypothesis import settings as hypothesis_settings

from resortbook.settings import Settings
from tests.servers import (
    RUN_FOLDER,
    WITHOUT_SERVERS,
    PostgresServer,
    Server,
    await_end,
    hold,
    new_run_folder,
    redis_name,
    shared_postgres,
    shared_redis,
)

pytest_plugins = [
    "tests.resort_fixtures",
    "tests.twilio_fixtures",
    "tests.fake_twilio.fixtures",
]

ALIVE = pytest.StashKey[IO[bytes]]()
SERVER_FIXTURES = {"postgres_server", "redis_url", "own_server"}

hypothesis_settings.register_profile("steady", derandomize=True, database=None, deadline=None)
hypothesis_settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    for setting in fields(Settings):
        # A test means the settings it gives, whatever this machine is set to.
        os.environ.pop(setting.name.upper(), None)
    if hasattr(config, "workerinput"):
        return
    folder = new_run_folder()
    os.environ[RUN_FOLDER] = str(folder)  # workers are children of this process
    config.stash[ALIVE] = hold(folder / "alive")


def pytest_unconfigure(config: pytest.Config) -> None:
    alive = config.stash.get(ALIVE, None)
    if alive is None:
        return
    alive.close()
    folder = Path(os.environ.pop(RUN_FOLDER))
    await_end(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if SERVER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.servers)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("servers") and os.environ.get(WITHOUT_SERVERS) == "1":
        pytest.skip(f"{WITHOUT_SERVERS}=1")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    folder = Path(os.environ[RUN_FOLDER])
    ran = [f"SQLite {sqlite3.sqlite_version}"]
    ran += sorted(path.read_text() for path in folder.glob("ran-*"))
    told = f"databases: {', '.join(ran)}"
    if os.environ.get(WITHOUT_SERVERS) == "1":
        told += f"; NOT on PostgreSQL and Redis, as {WITHOUT_SERVERS}=1 asks"
    terminalreporter.write_line(told)


@pytest.fixture(scope="session")
def run_folder() -> Path:
    """The folder that all workers of this run share; another user can look into it."""
    return Path(os.environ[RUN_FOLDER])


@pytest.fixture(scope="session")
def postgres_server(run_folder: Path) -> Iterator[PostgresServer]:
    """The run's PostgreSQL: `.new_database(template=None)`, `.drop(url)`, `.url`."""
    server = shared_postgres(run_folder)
    (run_folder / "ran-postgresql").write_text(f"PostgreSQL {server.version}")
    yield server
    server.drop_all()


@pytest.fixture
def redis_url(run_folder: Path, worker_number: int) -> str:
    """An empty Redis database that no other test uses meanwhile."""
    url = shared_redis(run_folder, worker_number)
    (run_folder / "ran-redis").write_text(redis_name(url))
    with redis.Redis.from_url(url) as client:
        client.flushdb()
    return url


@pytest.fixture
def own_server(run_folder: Path) -> Iterator[Callable[[str], Server]]:
    """Start a server for this test alone, to be killed: `own_server("postgres" | "redis")`."""
    started: list[Server] = []

    def start(kind: str) -> Server:
        server = Server(kind, run_folder / f"own-{uuid4().hex}")
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def worker_number() -> int:
    """0 for the first worker or the only process, 1 for the second, …"""
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
