"""Counts round a messenger and a cache: how sends and lookups end."""

from collections.abc import Callable, Sequence

from resortbook.domain.messages import OutboundMessage
from resortbook.ports.memory import Cache
from resortbook.ports.messaging import (
    MessageRefused,
    Messenger,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
    Throttled,
    Unreachable,
)

# The first that fits: how an exception is called where sends are counted.
_ENDS: tuple[tuple[type[Exception], str], ...] = (
    (Throttled, "throttled"),
    (Unreachable, "unreachable"),
    (MessengerDown, "down"),
    (OutcomeUnknown, "unknown"),
    (MessageRefused, "refused"),
    (TemplateMissing, "no_template"),
)


class CountedMessenger:
    """A messenger whose sends are counted: `note(kind, outcome)`."""

    def __init__(self, messenger: Messenger, note: Callable[[str, str], None]) -> None:
        """Count what goes through this one."""
        self.messenger = messenger
        self._note = note

    def send(self, message: OutboundMessage) -> str:
        """Send and count; raises as the port says."""
        try:
            sid = self.messenger.send(message)
        except Exception as error:
            self._note(message.kind, _end_of(error))
            raise
        self._note(message.kind, "accepted")
        return sid

    def find(self, message: OutboundMessage) -> Sequence[str]:
        """Ask; raises as the port says."""
        return self.messenger.find(message)


class CountedCache:
    """A cache whose lookups are counted: `note(is_hit)`."""

    def __init__(self, cache: Cache, note: Callable[[bool], None]) -> None:
        """Count what is asked of this one."""
        self._cache = cache
        self._note = note

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""
        value = self._cache.get(key)
        self._note(value is not None)
        return value

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return all of them; what is under `key` counts."""
        value, beside = self._cache.get_with(key, others)
        self._note(value is not None)
        return value, beside

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        self._cache.put(key, value, seconds=seconds)

    def drop(self, key: str) -> None:
        """Forget `key`."""
        self._cache.drop(key)

    def is_up(self) -> bool:
        """Say whether the memory can be reached."""
        return self._cache.is_up()


def _end_of(error: Exception) -> str:
    return next((name for kind, name in _ENDS if isinstance(error, kind)), "failed")
