"""The clock, new ids and new secrets."""

from datetime import datetime
from typing import Protocol
from uuid import UUID


class Clock(Protocol):
    """The time. Failure policy: always answers; a clock file gone wrong keeps its last good
    offset.
    """

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
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
