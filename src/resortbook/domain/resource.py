"""What departures share: boats, therapists, rooms, of which there are only so many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something of which there are `units`, shared by all activities that need it."""

    id: UUID
    name: str
    units: int
    created_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What each departure of an activity takes of one resource, with the minutes that it takes
    before the start and after the end.

    A departure takes its units once, whole, as long as anybody has a seat in it: a boat that
    goes out with one guest is out.
    """

    resource_id: UUID
    units: int = 1
    minutes_before: int = 0
    minutes_after: int = 0

    def use(self, start: datetime, end: datetime) -> "Use":
        """Return what a departure from `start` to `end` takes, and when."""
        return Use(
            resource_id=self.resource_id,
            units=self.units,
            starts_at=start - timedelta(minutes=self.minutes_before),
            ends_at=end + timedelta(minutes=self.minutes_after),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Units of a resource that are taken from `starts_at` until before `ends_at`."""

    resource_id: UUID
    units: int
    starts_at: datetime
    ends_at: datetime

    def meets(self, other: "Use") -> bool:
        """Whether both take of the same resource at the same moment."""
        is_same = self.resource_id == other.resource_id
        return is_same and self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """A departure with all that it takes."""

    slot_id: UUID
    uses: tuple[Use, ...]


def obstacles(
    wanted: Occupation, others: Iterable[Occupation], units: Mapping[UUID, int]
) -> frozenset[UUID]:
    """Return the departures whose uses leave too little for `wanted`; empty where it has all
    it needs. `units` is how many of each resource there are.

    What does not overlap with each other is not added up.
    """
    taken = [other for other in others if other.slot_id != wanted.slot_id]
    found: set[UUID] = set()
    for use in wanted.uses:
        met = [(o.slot_id, u) for o in taken for u in o.uses if u.meets(use)]
        if most_at_once([u for _, u in met]) + use.units > units.get(use.resource_id, 0):
            # With nobody else in the way there are simply too few of it: then it is its own.
            found |= {slot_id for slot_id, _ in met} or {wanted.slot_id}
    return frozenset(found)


def most_at_once(uses: Iterable[Use]) -> int:
    """Return how many units of one resource these uses take at their busiest moment."""
    changes = sorted(
        change
        for use in uses
        for change in ((use.starts_at, use.units), (use.ends_at, -use.units))
    )
    taken = most = 0
    # At one moment what is given back (a negative change) sorts before what is taken.
    for _, change in changes:
        taken += change
        most = max(most, taken)
    return most
