"""Resources that departures share, for writing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.resource import Need, Resource


class Resources(Protocol):
    """Resources, and what each activity needs of them."""

    def all(self) -> Sequence[Resource]:
        """Return every resource, by name."""
        ...

    def get(self, resource_id: UUID) -> Resource:
        """Return the resource. Raises NotFound."""
        ...

    def add(self, resource: Resource) -> None:
        """Insert a resource. Raises FieldConflict on `name` when that is taken."""
        ...

    def save(self, resource: Resource, *, was: Resource) -> None:
        """Write the new value over `was`; it stays locked until the end.

        Raises:
            Stale: it has another version by now.
            FieldConflict: on `name` when that is taken.
        """
        ...

    def remove(self, resource_id: UUID) -> None:
        """Delete a resource that no activity needs."""
        ...

    def needs_of(self, activity_ids: Sequence[UUID]) -> Mapping[UUID, tuple[Need, ...]]:
        """Return what each of these activities needs, by resource id; none for the rest."""
        ...

    def activities_needing(self, resource_id: UUID) -> Sequence[UUID]:
        """Return the activities that need a resource."""
        ...

    def set_needs(self, activity_id: UUID, needs: Sequence[Need]) -> None:
        """Let an activity need this and nothing else, from now on for all its departures.

        Locks the activity, then its resources, then its departures.
        """
        ...

    def take(
        self,
        slot_id: UUID,
        *,
        leaving: UUID | None = None,
        seats_leaving: int = 0,
        start: datetime | None = None,
    ) -> None:
        """Make sure that a departure has what it needs, before its seats are claimed.

        Its resources stay locked until the end, so this comes before any slot's lock. A
        departure that has a seat taken already has them. `leaving` names a departure that
        `seats_leaving` seats leave in this unit; `start` is where the departure will be moved
        to.

        Raises:
            ResourcesTaken: other departures have them then.
        """
        ...

    def overbooked(self, resource_ids: Sequence[UUID]) -> Sequence[UUID]:
        """Return the departures with open bookings that take more of these resources, at some
        moment, than there is.
        """
        ...
