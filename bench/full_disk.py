"""A disk that is full under one of PostgreSQL's tables, while guests book."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench import load, requests
from bench.client import Task
from bench.figures import Round
from bench.processes import Broken
from bench.stage import Stage

SIZE = "8m"
# What is kept for keys takes most room: a page of the table holds a few of them.
TABLE = "idempotency_keys"
ASKED_WHEN_FULL = 100
RECOVERED_WITHIN = 30.0


def full_disk(stage: Stage) -> Round:
    """Book until the disk is full and on, then make room again; nothing may be half written.

    It takes a filesystem of its own, and so root; nothing is told where that can't be had.
    """
    stage.ledger.clear()
    try:
        with _small_disk(stage) as small, _full(small):
            refused = _refused(stage)
        began = time.monotonic()
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        print(f"Without a full disk: {error}", file=sys.stderr)
        return {}
    while not _book(stage, 1).get(201):
        if time.monotonic() - began > RECOVERED_WITHIN:
            raise Broken("nothing could be booked when the disk had room again")
    counted = stage.ledger.booked()
    if len(set(counted)) != 1:
        raise Broken(f"a full disk left bookings half written: {counted}")
    return {"disk_full_refused": refused, "disk_full_recovered_s": time.monotonic() - began}


def _refused(stage: Stage) -> float:
    statuses = _book(stage, ASKED_WHEN_FULL)
    looks = load.run(
        Task(port=stage.port, requests=requests.lists(), connections=1, seconds=10)
    ).statuses
    if not set(statuses) <= {201, 503} or 503 not in statuses or set(looks) != {200}:
        raise Broken(f"a full disk: bookings {statuses}, lists {looks}")
    return statuses[503]


def _book(stage: Stage, total: int) -> dict[int, int]:
    asked = requests.bookings(guests=stage.stock.guests, total=total)
    task = Task(port=stage.port, requests=asked, connections=min(4, total), seconds=30)
    return load.run(task).statuses


@contextmanager
def _small_disk(stage: Stage) -> Iterator[Path]:
    """Let the table lie on a disk of its own."""
    run = stage.ledger.connection.execute
    row = run("SHOW data_directory").fetchone()
    owner = Path(str(row[0]) if row else "/").stat()
    folder = stage.folder / "small"
    folder.mkdir(exist_ok=True)
    options = f"size={SIZE},mode=700,uid={owner.st_uid},gid={owner.st_gid}"
    _do("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    try:
        run(f"CREATE TABLESPACE small LOCATION '{folder}'")
        try:
            run(f"ALTER TABLE {TABLE} SET TABLESPACE small")
            yield folder
        finally:
            run(f"ALTER TABLE {TABLE} SET TABLESPACE pg_default")
            run("DROP TABLESPACE small")
    finally:
        _do("umount", str(folder))


@contextmanager
def _full(folder: Path) -> Iterator[None]:
    filler = folder / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as full:
        while full.write(bytes(4096)) == 4096:
            pass
    try:
        yield
    finally:
        filler.unlink()


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
