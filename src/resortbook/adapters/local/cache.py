"""Memory of one process."""

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

MOST = 2_000


@dataclass(slots=True)
class ProcessCache:
    """A cache in this process alone, of at most so many entries; the least recently used one
    goes first.
    """

    most: int = MOST
    _entries: "OrderedDict[str, tuple[float, bytes]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""
        with self._lock:
            return self._get(key)

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return all of them, between any two changes."""
        with self._lock:
            return self._get(key), [self._get(other) for other in others]

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        with self._lock:
            self._entries[key] = (time.monotonic() + seconds, value)
            self._entries.move_to_end(key)
            if len(self._entries) > self.most:
                self._entries.popitem(last=False)

    def drop(self, key: str) -> None:
        """Forget `key`."""
        with self._lock:
            self._entries.pop(key, None)

    def is_up(self) -> bool:
        """Say yes: a process has its memory."""
        return True

    def _get(self, key: str) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        ends_at, value = entry
        if time.monotonic() >= ends_at:
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return value
