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
from bench.ids import Of, numbered_sql
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
PAST_BOOKINGS = 20_000
# As its guides have it: twice the cores and one more, each with a few threads, so that
# connections are kept.
USUAL_PROCESSES = 2 * (os.cpu_count() or 1) + 1
USUAL_THREADS = 4
_SLOTS = FIRST_RUSH_SLOT + RUSH_SLOTS
_ACTIVITY, _SLOT = numbered_sql(Of.ACTIVITY, "n"), numbered_sql(Of.SLOT, "n")
_DESCRIPTION = "Meet the crew at the pier a quarter of an hour before the start. " * 5

_FILL = (
    "INSERT INTO resort_activity (id, slug, name, description, category, currency, price,"
    " duration_minutes, capacity_per_slot, location, meeting_point, requirements, bring,"
    f" is_active, created_at, updated_at) SELECT {_ACTIVITY}, 'activity-' || n,"
    f" 'Reef Snorkeling ' || n, '{_DESCRIPTION}', 'watersports', 'USD',"
    f" {LOWEST_PRICE.minor / 100} + n, 90, {RUSH_SEATS}, 'North Pier',"
    " 'The blue hut at the end of the pier', 'You can swim', 'Towel, hat, sun cream', true,"
    f" now(), now() FROM generate_series(0, {ACTIVITIES - 1}) n",
    "INSERT INTO resort_rate (activity_id, code, label, price, position)"
    f" SELECT {_ACTIVITY}, code, label, price, position FROM generate_series(0,"
    f" {ACTIVITIES - 1}) n, (VALUES ('adult', 'Adult', 80, 0), ('child', 'Child', 40, 1))"
    " r (code, label, price, position)",
    'INSERT INTO resort_activityimage (activity_id, url, alt_text, is_primary, "order")'
    f" SELECT {_ACTIVITY}, '/media/activity-' || n || '-' || o || '.jpg',"
    " 'Guests and crew on the water', o = 0, o"
    f" FROM generate_series(0, {ACTIVITIES - 1}) n, generate_series(0, 1) o",
    "INSERT INTO resort_timeslot (id, activity_id, start_time, end_time, capacity,"
    f" booked_count, is_available) SELECT {_SLOT}, {numbered_sql(Of.ACTIVITY, f'n % {ACTIVITIES}')},"
    f" now() + interval '1 day' + n / {ACTIVITIES} * interval '1 hour', now() + interval '26 hours'"
    f" + n / {ACTIVITIES} * interval '1 hour', CASE WHEN n < {FIRST_RUSH_SLOT} THEN {PLENTY}"
    f" ELSE {RUSH_SEATS} END, 0, true FROM generate_series(0, {_SLOTS - 1}) n",
    "INSERT INTO auth_user (id, password, is_superuser, username, first_name, last_name, email,"
    " is_staff, is_active, date_joined) SELECT n + 1, '!', false, '+1415' || 5550000 + n, 'Ana',"
    " 'Morales', '', false, true, now() FROM generate_series(0, %(last_guest)s) n",
    "INSERT INTO authtoken_token (key, created, user_id) SELECT lpad(n::text, 40, '0'), now(),"
    " n + 1 FROM generate_series(0, %(last_guest)s) n",
    "INSERT INTO resort_booking (id, guest_id, activity_id, time_slot_id, status, participants,"
    " total_price, special_requests, lead_name, room, booking_source, created_at, expires_at)"
    f" SELECT {numbered_sql(Of.PAST_BOOKING, 'n')}, n %% %(last_guest)s + 1,"
    f" {numbered_sql(Of.ACTIVITY, '0')}, {numbered_sql(Of.SLOT, '0')}, 'completed', 1, 80,"
    " 'A place in the shade, please', 'Ana Morales', '1204', 'web', now(), NULL"
    f" FROM generate_series(1, {PAST_BOOKINGS}) n",
)
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
    _manage([str(python), "-m", "django", "migrate", "--run-syncdb"], env)
    with psycopg.connect(own, autocommit=True) as connection:
        for statement in _FILL:
            connection.execute(statement, {"last_guest": guests - 1})
        connection.execute("VACUUM (ANALYZE)")
        yield Peer(connection=connection, env=env, folder=folder)


def _manage(command: list[str], env: Mapping[str, str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=ROOT)
    if done.returncode:
        raise Broken(f"the peer could not be made: {done.stderr.strip()[-1000:]}")
