"""Stays as the front office knows them, found by keyed hashes of room and number."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from resortbook.domain.guest import Stay


class Stays(Protocol):
    """Stays, for writing."""

    def find_by_ref(self, external_ref: str) -> Stay | None:
        """Return the stay with the front office's number."""
        ...

    def in_room(self, room: str, arrives_on: date) -> Sequence[Stay]:
        """Return the stays in a room that begin on a day; rooms without regard to case."""
        ...

    def put(self, stay: Stay) -> None:
        """Insert a stay, or write the new value of one that is there."""
        ...


class StayReads(Protocol):
    """Who stays where."""

    def in_rooms(self, rooms: Sequence[str], first: date, last: date) -> Sequence[Stay]:
        """Return the stays in these rooms on any of these days, both included."""
        ...
