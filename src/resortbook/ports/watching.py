"""Hearing how the state is used, for whoever measures it."""

from typing import Protocol


class StorageWatch(Protocol):
    """Hears of every statement and of every connection that is lent.

    Called while a request waits, by many threads: quick, and never raises.
    """

    def ran(self, statement: str, *, seconds: float) -> None:
        """Hear that a statement ended, well or not; `statement` names the code that asks."""
        ...

    def lent(self, change: int) -> None:
        """Hear that a connection of the pool was taken (1) or given back (-1)."""
        ...

    def was_short(self) -> None:
        """Hear that somebody waited for a connection in vain."""
        ...
