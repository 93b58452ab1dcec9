"""Hearing what has changed, for whoever keeps answers."""

from collections.abc import Set
from enum import StrEnum
from typing import Protocol


class Subject(StrEnum):
    """What kept answers tell of.

    CATALOGUE: activities with their rates and images, categories. SEATS: departures with all
    that their free seats hang on. PREFERENCES: what guests like.
    """

    CATALOGUE = "catalogue"
    SEATS = "seats"
    PREFERENCES = "preferences"


class Changes(Protocol):
    """Hears of what was written.

    Called after the commit and before whoever asked for it is answered: quick, never raises.
    """

    def changed(self, subjects: Set[Subject]) -> None:
        """Hear that this is not what it was."""
        ...
