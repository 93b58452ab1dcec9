"""Activities, their slots, schedules and closures, for writing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.activity import Activity, Category
from resortbook.domain.schedule import Closure, Schedule
from resortbook.domain.slot import TimeSlot
from resortbook.ports.sales_storage import SeatClaim


class Activities(Protocol):
    """Activities with rates and images."""

    def get(self, activity_id: UUID) -> Activity:
        """Return the activity, active or not. Raises NotFound."""
        ...

    def find_by_slug(self, slug: str) -> Activity | None:
        """Return the activity of that slug, active or not."""
        ...

    def has_any(self) -> bool:
        """Whether there is any activity."""
        ...

    def add(self, activity: Activity) -> None:
        """Insert an activity. Raises FieldConflict on `slug` when that is taken."""
        ...

    def save(self, activity: Activity, *, was: Activity) -> None:
        """Write the new value over `was`, rates and images included. Raises Stale."""
        ...

    def name_category(self, category: Category) -> None:
        """Remember a category's label; one that is known keeps the label first seen."""
        ...

    def category_labels(self) -> dict[str, str]:
        """Return the label of every known category by code."""
        ...


class Slots(Protocol):
    """Time slots and their seats."""

    def get(self, slot_id: UUID) -> TimeSlot:
        """Return the slot. Raises NotFound."""
        ...

    def add_missing(self, slots: Sequence[TimeSlot]) -> Sequence[TimeSlot]:
        """Insert those whose activity, start and lane are not there yet; return the ones
        inserted.
        """
        ...

    def save(self, slot: TimeSlot, *, was: TimeSlot) -> None:
        """Write the new value over `was`, but for the seats that are taken; the row stays
        locked until the end.

        Raises:
            Stale: it has another version by now.
            SeatsTaken: the new capacity is less than what is taken.
            FieldConflict: on `start_time`: the activity has a departure then already.
        """
        ...

    def lock(self, slot_ids: Sequence[UUID]) -> Sequence[TimeSlot]:
        """Return these slots, by id, locked until the end: nobody gets a seat meanwhile."""
        ...

    def lock_between(
        self, start: datetime, end: datetime, *, activity_ids: Sequence[UUID] | None = None
    ) -> Sequence[TimeSlot]:
        """Return the slots that start from `start` until before `end`, of these or all
        activities, by id, locked until the end.
        """
        ...

    def lock_of_schedule(self, schedule_id: UUID, *, after: datetime) -> Sequence[TimeSlot]:
        """Return a schedule's slots that start after a moment, by id, locked until the end."""
        ...

    def planned_starts(self, schedule_id: UUID) -> frozenset[datetime]:
        """Return the starts for which a schedule has made departures that were delayed."""
        ...

    def remove(self, slot_ids: Sequence[UUID]) -> Sequence[UUID]:
        """Delete those of these locked slots that were never booked; return which."""
        ...

    def claim(self, claim: SeatClaim) -> None:
        """Take seats by one conditional write. Raises SeatsTaken; the row stays locked until
        the end.
        """
        ...

    def release(self, slot_id: UUID, seats: int) -> None:
        """Give seats back by a relative write; the row stays locked until the end.

        Raises:
            Stale: so many are not taken any more: somebody else has given them back.
        """
        ...


class Schedules(Protocol):
    """Recurring schedules."""

    def get(self, schedule_id: UUID) -> Schedule:
        """Return the schedule. Raises NotFound."""
        ...

    def add(self, schedule: Schedule) -> None:
        """Insert a schedule."""
        ...

    def save(self, schedule: Schedule) -> None:
        """Write the new value."""
        ...

    def of_activity(self, activity_id: UUID) -> Sequence[Schedule]:
        """Return the activity's active schedules, oldest first."""
        ...

    def find_same(self, schedule: Schedule) -> Schedule | None:
        """Return the activity's active schedule with the same rule, times, days and lane."""
        ...

    def open_ended(self) -> Sequence[Schedule]:
        """Return the active schedules without an end."""
        ...


class Closures(Protocol):
    """Stretches of time without departures."""

    def add(self, closure: Closure) -> None:
        """Insert a closure."""
        ...

    def replace(self, closure: Closure, parts: Sequence[Closure]) -> None:
        """Delete a closure, and insert what is left of it."""
        ...

    def between(self, start: datetime, end: datetime) -> Sequence[Closure]:
        """Return the closures that touch the stretch from `start` to `end`."""
        ...
