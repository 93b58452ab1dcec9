"""Short-lived memory shared by the processes of a resort."""

from collections.abc import Sequence
from typing import Protocol


class Cache(Protocol):
    """Answers kept for a moment. Nothing that is written is ever decided by it.

    Failure policy: fails open. A cache that is away or slow (over a second) is a miss on
    reading and nothing on writing; no method raises.
    """

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key` and has not run out, or None."""
        ...

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return what is under `key` and under each of `others`, all at one moment."""
        ...

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        ...

    def drop(self, key: str) -> None:
        """Forget `key`."""
        ...

    def is_up(self) -> bool:
        """Say whether the memory can be reached (readiness shows it)."""
        ...
