"""A cache that others may look into, and write into, in vain."""

import logging
from collections.abc import Sequence
from typing import Protocol

from resortbook.domain.errors import ResortError
from resortbook.ports.memory import Cache

log = logging.getLogger(__name__)


class Sealer(Protocol):
    """Seals values so that nobody else can read, make or change them."""

    def seal(self, plain: bytes) -> bytes:
        """Seal a value."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """Open it. Raises ResortError where it was not sealed here."""
        ...


class SealedCache:
    """A cache whose values are sealed on their way; one that can't be opened is a miss."""

    def __init__(self, cache: Cache, sealer: Sealer) -> None:
        """Seal what goes into this one."""
        self._cache = cache
        self._sealer = sealer

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`, or None."""
        return self._opened(self._cache.get(key))

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return all of them."""
        value, beside = self._cache.get_with(key, others)
        return self._opened(value), [self._opened(one) for one in beside]

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        self._cache.put(key, self._sealer.seal(value), seconds=seconds)

    def drop(self, key: str) -> None:
        """Forget `key`."""
        self._cache.drop(key)

    def is_up(self) -> bool:
        """Say whether the memory can be reached."""
        return self._cache.is_up()

    def _opened(self, value: bytes | None) -> bytes | None:
        if value is None:
            return None
        try:
            return self._sealer.open(value)
        except ResortError:
            # Keys were changed, or somebody else wrote there.
            log.warning("cache.foreign")
            return None
