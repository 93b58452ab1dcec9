"""A lock that is had in the order in which it was asked for."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets one thread at a time through, first come, first served.

    Python's own lock goes to whoever happens to run, mostly the one that has just given it
    back: of 32 writers at once some waited for over half a second and others hardly at all.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._is_taken = False

    @contextmanager
    def take(self, timeout_seconds: float) -> Iterator[bool]:
        """Wait for the turn, and pass it on at the end; tells False where it was not had."""
        is_mine = self._acquire(timeout_seconds)
        try:
            yield is_mine
        finally:
            if is_mine:
                self._release()

    def _acquire(self, timeout_seconds: float) -> bool:
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return True
            bell = threading.Lock()
            bell.acquire()
            self._waiting.append(bell)
        if bell.acquire(timeout=timeout_seconds):
            return True
        with self._guard:
            if bell in self._waiting:
                self._waiting.remove(bell)
                return False
            return True  # it was passed to us in the very moment of giving up

    def _release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False
