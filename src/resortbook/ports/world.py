"""The clock, new ids and new secrets."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID


class Clock(Protocol):
    """The time. Failure policy: always answers; a clock file gone wrong keeps its last good
    offset.
    """

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class ClockHands(Protocol):
    """What moves the clock of a resort that is tried out.

    Failure policy: a move that cannot be kept is refused, and the clock stays as it is.
    """

    def offset(self) -> timedelta:
        """Return how far the clock is moved, zero where what is written cannot be read."""
        ...

    def move(self, offset: timedelta) -> None:
        """Let the clock differ from the machine's by `offset`, for every process at once.

        Raises:
            Unavailable: it cannot be kept.
            Misconfigured: this resort's clock is not to be moved.
        """
        ...


class Ids(Protocol):
    """New identities. Failure policy: always answers."""

    def new(self) -> UUID:
        """Return a new UUID, version 7: later ones sort after earlier ones."""
        ...


class Codes(Protocol):
    """New secrets and references, not to be guessed. Failure policy: always answers."""

    def digits(self, count: int) -> str:
        """Return `count` random decimal digits, leading zeros included."""
        ...

    def token(self) -> str:
        """Return a random token of at least 256 bits, safe in a URL."""
        ...

    def reference(self) -> str:
        """Return a random booking reference: 8 of `23456789ABCDEFGHJKMNPQRSTUVWXYZ`."""
        ...
