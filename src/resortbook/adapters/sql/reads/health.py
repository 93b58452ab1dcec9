"""Whether the database can be reached, told within a bounded time."""

import threading

from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.migrate import Migrations
from resortbook.domain.errors import Unavailable

PATIENCE_SECONDS = 2.0


class SqlHealth:
    """Health as the port `Health` asks for it."""

    def __init__(self, database: Database, migrations: Migrations) -> None:
        self._database = database
        self._migrations = migrations
        self._lock = threading.Lock()
        self._question: _Question | None = None

    def ping(self) -> bool:
        """Ask in a thread, for a server that hangs answers no time-out of ours; whoever asks
        meanwhile waits for the same answer, so that no threads pile up.
        """
        with self._lock:
            if self._question is None or self._question.is_answered.is_set():
                self._question = _Question(self._database)
                threading.Thread(target=self._question.ask, daemon=True).start()
            question = self._question
        question.is_answered.wait(PATIENCE_SECONDS)
        return question.answer

    def is_at_head(self) -> bool:
        """Compare the revision with the newest. Raises Unavailable."""
        return self._migrations.is_at_head()


class _Question:
    def __init__(self, database: Database) -> None:
        self._database = database
        self.is_answered = threading.Event()
        self.answer = False

    def ask(self) -> None:
        try:
            self._database.touch()
            self.answer = True
        except Unavailable:
            self.answer = False
        finally:
            self.is_answered.set()
