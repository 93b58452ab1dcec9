"""Real PostgreSQL and Redis for tests: where they come from, and databases within them.

Each is taken from `TEST_DATABASE_URL` or `TEST_REDIS_URL`, else from the programs that pip
brought, else from the system's. All workers of a run share one of each.
"""

import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

import psycopg
import redis
from psycopg import sql
from sqlalchemy.engine import make_url

KEEPER = Path(__file__).with_name("server_keeper.py")
PATIENCE_SECONDS = 60.0
WITHOUT_SERVERS = "RESORTBOOK_TEST_WITHOUT_SERVERS"
RUN_FOLDER = "RESORTBOOK_TEST_RUN_FOLDER"
_SHARED_KEEPERS: list["subprocess.Popen[bytes]"] = []  # they end with the run, not with us


class NoServer(Exception):
    """There is no such server here; the text says why and what can be done."""

    def __init__(self, kind: str, reason: str) -> None:
        """Tell the reason and the ways out."""
        variable = {"postgres": "TEST_DATABASE_URL", "redis": "TEST_REDIS_URL"}[kind]
        super().__init__(
            f"{kind} could not be started for the tests: {reason}\n"
            f"Set {variable} to one that runs, or {WITHOUT_SERVERS}=1 to go without."
        )


class Server:
    """A PostgreSQL or Redis of one's own, on a TCP port of this machine."""

    def __init__(self, kind: str, folder: Path, *, durable: bool = False) -> None:
        """Describe it; a `durable` one writes to disk as in production (for measuring)."""
        self.kind = kind
        self.folder = folder
        self.speed = "durable" if durable else "fast"
        self.url = ""
        self.version = ""
        self.pid = 0
        self._port = 0
        self._keeper: subprocess.Popen[bytes] | None = None
        self._alive: IO[bytes] | None = None

    def start(self) -> "Server":
        """Start it, or start it again: same port, and (PostgreSQL, durable Redis) same data."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._alive = hold(self.folder / "alive")
        (self.folder / "ready.json").unlink(missing_ok=True)
        self._keeper = launch_keeper(self.kind, self.folder, self._port, self.speed)
        try:
            told = await_answer(self.kind, self.folder)
        except NoServer:
            self.stop()
            raise
        self.url, self.version = str(told["url"]), str(told["version"])
        self.pid = int(str(told["pid"]))
        self._port = make_url(self.url).port or 0
        return self

    def stop(self) -> None:
        """End it in good order. Idempotent."""
        if self._alive and self._keeper:
            self._alive.close()
            self._keeper.wait(timeout=15)
        self._alive = self._keeper = None

    def kill(self) -> None:
        """End it as a fault would, by SIGKILL; `start` brings it back."""
        os.kill(self.pid, 9)
        self.stop()

    def __enter__(self) -> "Server":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class PostgresServer:
    """A running PostgreSQL in which tests make databases for themselves."""

    def __init__(self, url: str) -> None:
        """Take the address of a database that is only used to make others."""
        self.url = make_url(url).set(drivername="postgresql+psycopg").render_as_string(False)
        self._made: set[str] = set()

    @property
    def version(self) -> str:
        """The server's version, as `18.4`."""
        with self._connect() as connection:
            row = connection.execute("SHOW server_version").fetchone()
        return str(row[0]).split()[0] if row else ""

    def new_database(self, template: str | None = None) -> str:
        """Make a database, empty or a copy of the one at `template`, and return its URL.

        Nobody may be connected to the template meanwhile.
        """
        name = f"test_{uuid4().hex}"
        source = self._name(template) if template else "template0"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with self._connect() as connection:
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(source)))
        url = make_url(self.url).set(database=name).render_as_string(False)
        self._made.add(url)
        return url

    def drop(self, url: str) -> None:
        """Remove a database and whoever is still connected to it. Idempotent."""
        name = sql.Identifier(self._name(url))
        with self._connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        self._made.discard(url)

    def drop_all(self) -> None:
        """Remove what was made and not dropped."""
        for url in sorted(self._made):
            self.drop(url)

    def _connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        plain = make_url(self.url).set(drivername="postgresql").render_as_string(False)
        return psycopg.connect(plain, autocommit=True, connect_timeout=5)

    @staticmethod
    def _name(url: str) -> str:
        return make_url(url).database or ""


def shared_postgres(run_folder: Path) -> PostgresServer:
    """Return this run's PostgreSQL, started by whoever asks first."""
    given = os.environ.get("TEST_DATABASE_URL")
    return PostgresServer(given or str(_shared("postgres", run_folder)["url"]))


def shared_redis(run_folder: Path, worker: int) -> str:
    """Return the URL of a Redis database of this worker's own.

    In a Redis that was given, those are the database of its URL and the ones after it.
    """
    given = os.environ.get("TEST_REDIS_URL") or str(_shared("redis", run_folder)["url"])
    server, _, first = given.rpartition("/")
    if not first.isdigit():
        server, first = given.rstrip("/"), "0"
    return f"{server}/{int(first) + worker}"


def redis_name(url: str) -> str:
    """Return what answers at `url` and its version, as `Redis 6.2.14`."""
    with redis.Redis.from_url(url) as client:
        told = client.info("server")
    if "valkey_version" in told:
        return f"Valkey {told['valkey_version']}"
    return f"Redis {told['redis_version']}"


def _shared(kind: str, run_folder: Path) -> dict[str, object]:
    folder = run_folder / kind
    folder.mkdir(exist_ok=True)
    with hold(folder / "starting"):
        if not (folder / "ready.json").exists() and not (folder / "failed.txt").exists():
            # The lock on the run's own file, not on one here: the run outlives this worker.
            with suppress(FileExistsError):
                os.link(run_folder / "alive", folder / "alive")
            _SHARED_KEEPERS.append(launch_keeper(kind, folder, 0, "fast"))
        return await_answer(kind, folder)


def launch_keeper(kind: str, folder: Path, port: int, speed: str) -> "subprocess.Popen[bytes]":
    """Start the process that keeps a server, in a group of its own: ^C is ours to handle."""
    return subprocess.Popen(
        [sys.executable, str(KEEPER), kind, str(folder), str(port), speed],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def await_answer(kind: str, folder: Path) -> dict[str, object]:
    """Return what the keeper tells of the server in `folder`."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(FileNotFoundError):
            answer: dict[str, object] = json.loads((folder / "ready.json").read_text())
            return answer
        with suppress(FileNotFoundError):
            raise NoServer(kind, (folder / "failed.txt").read_text())
        time.sleep(0.02)
    raise NoServer(kind, "no answer in time")


def hold(path: Path) -> IO[bytes]:
    """Lock a file until it is closed or this process ends; waits for another holder."""
    file = path.open("ab")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def await_end(run_folder: Path) -> None:
    """Wait until the servers of a run are gone that nobody holds alive any more."""
    for path in run_folder.glob("*/keeping"):
        hold(path).close()


def new_run_folder() -> Path:
    """Make the folder that the processes of one test run share."""
    folder = Path(tempfile.mkdtemp(prefix="resortbook-tests-"))
    folder.chmod(0o755)  # PostgreSQL may have to be another user
    return folder
