"""Thirty-two threads of one process that book on SQLite, as `resortbook serve` does.

Run as `python -m bench.writers FOLDER SECONDS`; it tells rate and waits as JSON.
"""

import json
import subprocess
import sys
import threading
import time
from contextlib import closing
from itertools import count
from pathlib import Path

from bench.figures import Round
from bench.ids import Of, numbered
from bench.processes import ROOT, Broken
from bench.stock import SPREAD_SLOTS, activity_of_slot, fill
from resortbook import Settings, open_resort
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import open_storage
from resortbook.application.hold import BookingRequest
from resortbook.application.resort import Resort
from resortbook.application.shapes import booking_shape
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingDetail
from resortbook.ports.idempotency import Once

WRITERS = 32
GUESTS = 2_000


def on_sqlite(folder: Path, *, seconds: float) -> Round:
    """Measure it in a process of its own, on a file in `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.writers", str(folder), str(seconds)],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    if done.returncode:
        raise Broken(f"the writers broke: {done.stderr.strip()[-2000:]}")
    told: Round = json.loads(done.stdout)
    return told


class Writers:
    """Threads that each book one thing after the other."""

    def __init__(self, resort: Resort) -> None:
        self._resort = resort
        self._numbers = count()  # taking the next one is atomic
        self._waits: list[float] = []
        self._until = 0.0

    def run(self, seconds: float) -> Round:
        """Book for that long; a writer that is refused ends with its traceback."""
        self._until = time.perf_counter() + seconds
        threads = [threading.Thread(target=self._write) for _ in range(WRITERS)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.perf_counter() - began
        waits = sorted(self._waits)
        return {
            "sqlite_rate": len(waits) / took,
            "sqlite_p99": waits[len(waits) * 99 // 100] * 1000,
        }

    def _write(self) -> None:
        while time.perf_counter() < self._until:
            began = time.perf_counter()
            self._book(next(self._numbers))
            self._waits.append(time.perf_counter() - began)

    def _book(self, number: int) -> None:
        slot, guest_id = number % SPREAD_SLOTS, numbered(Of.GUEST, number % GUESTS)
        request = BookingRequest(
            activity_id=numbered(Of.ACTIVITY, activity_of_slot(slot)),
            time_slot_id=numbered(Of.SLOT, slot),
            party={"adult": 1},
            lead_name="Ana Morales",
            room="1204",
        )
        by = Actor.guest(guest_id, door=Door.WEB)
        once = Once(
            owner=f"guest:{guest_id}",
            key=f"writer-{number}",
            fingerprint="0" * 64,
            render=self._written,
            status=201,
        )
        bookings = self._resort.bookings
        self._resort.once.run(once, lambda: bookings.create_booking(request, by=by, once=once))

    def _written(self, detail: BookingDetail) -> bytes:
        return json.dumps(booking_shape(detail, now=self._resort.clock.now())).encode()


def main(folder: Path, seconds: float) -> None:
    """Make a resort in `folder` and let the writers at it."""
    settings = Settings.load(environ={}, var_dir=folder)
    with closing(open_resort(settings)) as resort:
        cipher = Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())
        with closing(open_storage(settings.database_url, cipher=cipher)) as storage:
            fill(storage, storage.engine, cipher, guest_count=GUESTS)
        figures = Writers(resort).run(seconds)
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
