"""The `resortbook` command, but that it can be made to stand still at one point, to be killed.

A point lies before or after a commit and is called by whoever commits: "before Courier._send",
"after Placing.place". "before answer" lies between the work of a request and its answer.
`PAUSE_AT` names the point, `PAUSE_NUMBER` which time it counts (the first), `PAUSE_FILE` where
the process writes its id once it stands still; only one process does for each such file.
"""

import os
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

from dependency_injector import providers
from flask import Flask, request, request_finished

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.engine import open_database
from resortbook.adapters.sql.storage import SqlStorage
from resortbook.adapters.sql.unit_of_work import SqlUnitOfWork
from resortbook.bootstrap.container import Container
from resortbook.ports.storage import Placement, UnitOfWork
from resortbook.settings import Settings
from resortbook_cli import main

POINT = os.environ.get("PAUSE_AT", "")
NUMBER = int(os.environ.get("PAUSE_NUMBER", "1"))
FILE = Path(os.environ.get("PAUSE_FILE", "paused"))
FOR_EVER = 3_600
_times = count(1)


def reach(point: str) -> None:
    """Stand still, if this is the point and the time for it, until somebody kills us."""
    if point != POINT or next(_times) != NUMBER:
        return
    try:
        with FILE.open("x") as told:
            told.write(f"{os.getpid()}\n")
    except FileExistsError:
        return
    time.sleep(FOR_EVER)


class Unit(SqlUnitOfWork):
    """A unit of work with a point before and after its commit."""

    def commit(self) -> None:
        """Commit, and pass both points."""
        who = sys._getframe(1).f_code.co_qualname
        reach(f"before {who}")
        super().commit()
        reach(f"after {who}")


class PausingStorage(SqlStorage):
    """The storage, with points at its commits."""

    def begin(self) -> UnitOfWork:
        """Make a unit of work that has points."""
        return Unit(self._database, cipher=self._cipher, claim=self._claim)

    def place(self, placement: Placement) -> None:
        """Place, and pass both points."""
        who = sys._getframe(1).f_code.co_qualname
        reach(f"before {who}")
        super().place(placement)
        reach(f"after {who}")


def _storage_of(settings: Settings) -> PausingStorage:
    cipher = Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())
    database = open_database(settings.database_url, cipher=cipher, pool_size=20)
    return PausingStorage(database, cipher=cipher)


@request_finished.connect
def _before_answer(_: Flask, **__: Any) -> None:
    if request.path.startswith(("/api/", "/webhooks/")):
        reach("before answer")


# By import, not below: the processes that a server starts import this anew.
Container.storage.override(providers.Singleton(_storage_of, Container.settings))

if __name__ == "__main__":
    main()
