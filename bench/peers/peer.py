"""The Django application that is measured beside the product: filled alike, served twice."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from bench.api import PROCESSES
from bench.ids import Of
from bench.ledger import PAST_BOOKINGS
from bench.peers.installed import program
from bench.processes import ROOT, Broken, free_port, serving
from bench.stock import (
    ACTIVITIES,
    FIRST_RUSH_SLOT,
    LOWEST_PRICE,
    PLENTY,
    RUSH_SEATS,
    RUSH_SLOTS,
)
from resortbook_cli.processes import THREADS

APPLICATION = "bench.peers.django_resort.wsgi:application"
# As its guides have it: twice the cores and one more, each with a few threads, so that
# connections are kept.
USUAL_PROCESSES = 2 * (os.cpu_count() or 1) + 1
USUAL_THREADS = 4
_FILL = Path(__file__).with_name("fill.sql")
_DESCRIPTION = "Meet the crew at the pier a quarter of an hour before the start. " * 5

_CLEAR = (
    "DELETE FROM resort_booking WHERE status <> 'completed'",
    "UPDATE resort_timeslot SET booked_count = 0 WHERE booked_count <> 0",
    "VACUUM (ANALYZE) resort_booking, resort_timeslot, resort_activity, authtoken_token",
    "CHECKPOINT",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """The application with its own database on the same server."""

    connection: "psycopg.Connection[Any]"
    env: Mapping[str, str]
    folder: Path

    def clear(self) -> None:
        """Leave nothing booked but the past."""
        for statement in _CLEAR:
            self.connection.execute(statement)

    def booked(self) -> int:
        """Return how many bookings there are but for the past."""
        return self._number("SELECT count(*) FROM resort_booking WHERE status <> 'completed'")

    def _number(self, statement: str) -> int:
        row = self.connection.execute(statement).fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def as_ours(self) -> Iterator[tuple[int, int]]:
        """Serve it as the product is served; tell port and process group."""
        command = [str(program("granian")), "--interface", "wsgi", "--no-ws"]
        command += ["--workers", str(PROCESSES), "--blocking-threads", str(THREADS)]
        command += ["--log-level", "error", "--host", "127.0.0.1", "--port"]
        with self._serving(command, threads=THREADS) as told:
            yield told

    @contextmanager
    def as_usual(self) -> Iterator[tuple[int, int]]:
        """Serve it as such applications usually are; tell port and process group."""
        command = [str(program("gunicorn")), "--worker-class", "gthread"]
        command += ["--workers", str(USUAL_PROCESSES), "--threads", str(USUAL_THREADS)]
        command += ["--log-level", "error", "--bind"]
        with self._serving(command, threads=USUAL_THREADS) as told:
            yield told

    @contextmanager
    def _serving(self, command: list[str], *, threads: int) -> Iterator[tuple[int, int]]:
        port = free_port()
        where = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
        env = {**self.env, "PEER_POOL_SIZE": str(threads)}
        log = self.folder / "peer.log"
        with serving([*command, where, APPLICATION], port=port, log=log, env=env) as group:
            yield port, group


@contextmanager
def made(url: str, redis_url: str, folder: Path, *, guests: int) -> Iterator[Peer]:
    """Make its database and fill it as the product's is filled.

    Raises:
        NotInstalled: what it runs on can't be had.
    """
    python = program("python")
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE DATABASE peer")
        info = connection.info
        whose = f"{info.user}:{info.password}" if info.password else info.user
        own = f"postgresql://{whose}@{info.host}:{info.port}/peer"
    env = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "bench.peers.django_resort.settings",
        "PEER_DATABASE_URL": own,
        "PEER_REDIS_URL": f"{redis_url.rpartition('/')[0]}/1",
        "PEER_SECRET_KEY": "a-secret-key-for-measuring-alone-0000000",
        "PEER_POOL_SIZE": "2",
    }
    for more in ([], ["--run-syncdb"]):  # its own tables point to those of Django
        _manage([str(python), "-m", "django", "migrate", *more], env)
    with psycopg.connect(own, autocommit=True) as connection:
        for statement in _filling(guests).split(";\n"):
            connection.execute(statement)
        yield Peer(connection=connection, env=env, folder=folder)


def _filling(guests: int) -> str:
    return _FILL.read_text(encoding="utf-8").format(
        activity=int(Of.ACTIVITY),
        slot=int(Of.SLOT),
        past_booking=int(Of.PAST_BOOKING),
        activities=ACTIVITIES,
        lowest_price=LOWEST_PRICE.minor // 100,
        rush_seats=RUSH_SEATS,
        plenty=PLENTY,
        first_rush_slot=FIRST_RUSH_SLOT,
        slots=FIRST_RUSH_SLOT + RUSH_SLOTS,
        guests=guests,
        past_bookings=PAST_BOOKINGS,
        description=_DESCRIPTION,
    )


def _manage(command: list[str], env: Mapping[str, str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=ROOT)
    if done.returncode:
        raise Broken(f"the peer could not be made: {done.stderr.strip()[-1000:]}")
