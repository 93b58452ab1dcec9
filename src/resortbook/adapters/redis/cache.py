"""The shared cache, which may be away at any moment."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

TIMEOUT_SECONDS = 0.5
LEFT_ALONE_SECONDS = 5.0
PREFIX = "resortbook:"

T = TypeVar("T")
log = logging.getLogger(__name__)


class RedisCache:
    """A cache in Redis. It fails open: away or slow means a miss, and then it is left alone for
    five seconds.
    """

    def __init__(self, url: str) -> None:
        """Prepare a client; nothing is connected before the first use."""
        self._client = redis.Redis.from_url(
            url,
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
            # The client's own retries would multiply the time-out.
            retry=Retry(NoBackoff(), 0),
        )
        self._lock = threading.Lock()
        self._alone_until = 0.0

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""

        def read() -> bytes | None:
            value = self._client.get(PREFIX + key)
            return value if isinstance(value, bytes) else None

        return self._try(read, None)

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return all of them by one question."""
        nothing: list[bytes | None] = [None] * (1 + len(others))

        def read() -> list[bytes | None]:
            values = self._client.mget([PREFIX + one for one in (key, *others)])
            return [one if isinstance(one, bytes) else None for one in values]

        first, *rest = self._try(read, nothing)
        return first, rest

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        self._try(lambda: bool(self._client.set(PREFIX + key, value, ex=seconds)), False)

    def drop(self, key: str) -> None:
        """Forget `key`."""
        self._try(lambda: bool(self._client.delete(PREFIX + key)), False)

    def is_up(self) -> bool:
        """Ask Redis, whatever happened before."""
        try:
            return bool(self._client.ping())
        except RedisError:
            return False

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _try(self, ask: Callable[[], T], otherwise: T) -> T:
        if time.monotonic() < self._alone_until:
            return otherwise
        try:
            return ask()
        except RedisError as error:
            with self._lock:
                self._alone_until = time.monotonic() + LEFT_ALONE_SECONDS
            log.warning("cache.away error=%s", type(error).__name__)
            return otherwise
