"""A copy within reach: what was looked up a moment ago does not cross the network again."""

from collections.abc import Sequence

from resortbook.ports.memory import Cache

KEPT_SECONDS = 2


class NearCache:
    """A shared cache with a small one of this process before it.

    Only a value that is looked up with others comes from the near one: the others, by which
    its reader sees whether it still counts, are asked of the shared one every time.
    """

    def __init__(self, far: Cache, near: Cache) -> None:
        """Take the shared cache, and the one in this process."""
        self._far = far
        self._near = near

    def get(self, key: str) -> bytes | None:
        """Ask the shared one."""
        return self._far.get(key)

    def get_with(
        self, key: str, others: Sequence[str]
    ) -> tuple[bytes | None, Sequence[bytes | None]]:
        """Return the near value if there is one, and the others as all processes see them."""
        value = self._near.get(key) if others else None
        if value is not None:
            first, rest = self._far.get_with(others[0], others[1:])
            return value, [first, *rest]
        value, beside = self._far.get_with(key, others)
        if value is not None:
            self._near.put(key, value, seconds=KEPT_SECONDS)
        return value, beside

    def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep it in both."""
        self._near.put(key, value, seconds=min(seconds, KEPT_SECONDS))
        self._far.put(key, value, seconds=seconds)

    def drop(self, key: str) -> None:
        """Forget it in both."""
        self._near.drop(key)
        self._far.drop(key)

    def is_up(self) -> bool:
        """Say whether the shared one can be reached."""
        return self._far.is_up()
