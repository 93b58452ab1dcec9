"""What departures share, for writing: nobody sells what another departure uses."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from resortbook.adapters.sql.failures import refused_by
from resortbook.adapters.sql.occupations import (
    load_needs,
    load_units,
    occupation_of,
    open_occupations,
    taken_between,
)
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.tables.resources import activity_resources, resources
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.resource import Need, Resource, obstacles
from resortbook.ports.sales_storage import ResourcesTaken, Stale

NAME_INDEX = "uq_resources_name"

# Makes sure of what a slot needs, in a transaction that goes on to claim its seats.
Guard = Callable[[Connection, UUID], None]


class SqlResources:
    """Resources as the port `Resources` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Resource]:
        """Load all, by name."""
        return load_resources(self._connection)

    def get(self, resource_id: UUID) -> Resource:
        """Load one. Raises NotFound."""
        statement = select(resources).where(resources.c.id == resource_id)
        row = self._connection.execute(statement).mappings().first()
        if row is None:
            raise NotFound("There is no such resource")
        return _resource(row)

    def add(self, resource: Resource) -> None:
        """Insert it. Raises FieldConflict on `name`, which ends the unit."""
        with refused_by(NAME_INDEX, _name_taken(resource)):
            self._connection.execute(insert(resources), _row(resource))

    def save(self, resource: Resource, *, was: Resource) -> None:
        """Compare the version and set everything anew. Raises Stale, FieldConflict."""
        statement = update(resources).where(
            resources.c.id == was.id, resources.c.version == was.version
        )
        with refused_by(NAME_INDEX, _name_taken(resource)):
            written = self._connection.execute(statement.values(_row(resource)))
        if written.rowcount == 0:
            raise Stale("The resource was changed meanwhile")

    def remove(self, resource_id: UUID) -> None:
        """Delete it."""
        self._connection.execute(delete(resources).where(resources.c.id == resource_id))

    def needs_of(self, activity_ids: Sequence[UUID]) -> Mapping[UUID, tuple[Need, ...]]:
        """Load the needs of several activities."""
        return load_needs(self._connection, activity_ids)

    def activities_needing(self, resource_id: UUID) -> Sequence[UUID]:
        """Load the ids of those that need it, in order."""
        statement = (
            select(activity_resources.c.activity_id)
            .where(activity_resources.c.resource_id == resource_id)
            .order_by(activity_resources.c.activity_id)
        )
        return list(self._connection.scalars(statement))

    def set_needs(self, activity_id: UUID, needs: Sequence[Need]) -> None:
        """Replace the needs, and mark the activity's slots as those that share or do not."""
        # As light as it may be: bookings that name the activity need not wait.
        mine = select(activities.c.id).where(activities.c.id == activity_id)
        self._connection.execute(mine.with_for_update(key_share=True))
        known = self.needs_of([activity_id]).get(activity_id, ())
        lock(self._connection, {need.resource_id for need in (*known, *needs)})
        self._connection.execute(
            delete(activity_resources).where(activity_resources.c.activity_id == activity_id)
        )
        if needs:
            rows = [_need_row(activity_id, need) for need in needs]
            self._connection.execute(insert(activity_resources), rows)
        self._mark_slots(activity_id, uses_resources=bool(needs))

    def take(
        self,
        slot_id: UUID,
        *,
        leaving: UUID | None = None,
        seats_leaving: int = 0,
        start: datetime | None = None,
    ) -> None:
        """Lock what the slot needs and look who uses it. Raises ResourcesTaken."""
        left = {leaving: seats_leaving} if leaving is not None else {}
        take_resources(self._connection, slot_id, leaving=left, start=start)

    def overbooked(self, resource_ids: Sequence[UUID]) -> Sequence[UUID]:
        """Hold all departures with open bookings against each other."""
        found = open_occupations(self._connection, resource_ids)
        units = load_units(self._connection, resource_ids)
        return [one.slot_id for one in found if obstacles(one, found, units)]

    def _mark_slots(self, activity_id: UUID, *, uses_resources: bool) -> None:
        theirs = time_slots.c.activity_id == activity_id
        in_order = select(time_slots.c.id).where(theirs).order_by(time_slots.c.id)
        self._connection.execute(in_order.with_for_update())
        self._connection.execute(
            update(time_slots).where(theirs).values(uses_resources=uses_resources)
        )


def take_resources(
    connection: Connection,
    slot_id: UUID,
    *,
    leaving: Mapping[UUID, int] | None = None,
    start: datetime | None = None,
) -> None:
    """Lock what a departure needs, then look who uses it at that time.

    Whoever claims a seat of a departure that shares anything comes through here first: while
    the lock is held, nobody else's use can begin, they can only end.

    Raises:
        ResourcesTaken: others leave too little of it.
    """
    slot = _slot(connection, slot_id)
    needs = load_needs(connection, [slot["activity_id"]]).get(slot["activity_id"], ())
    if not needs:
        return
    lock(connection, {need.resource_id for need in needs})
    slot = _slot(connection, slot_id)  # it may have been delayed before the lock was had
    is_used = slot["booked_count"] > 0
    if is_used == (start is None):
        return  # it has them already; or it is moved in time and has nobody aboard
    begins = start or slot["start_time"]
    ends = begins + (slot["end_time"] - slot["start_time"])
    wanted = occupation_of(slot_id, begins, ends, needs)
    others = taken_between(connection, wanted.uses, leaving=leaving or {})
    units = load_units(connection, [need.resource_id for need in needs])
    in_the_way = obstacles(wanted, others, units)
    if in_the_way:
        raise ResourcesTaken(in_the_way)


def lock(connection: Connection, resource_ids: set[UUID]) -> None:
    """Lock resources by id until the end of the transaction."""
    connection.execute(
        select(resources.c.id)
        .where(resources.c.id.in_(resource_ids))
        .order_by(resources.c.id)
        .with_for_update(key_share=True)
    )


def load_resources(connection: Connection) -> Sequence[Resource]:
    """Return every resource, by name."""
    statement = select(resources).order_by(resources.c.name, resources.c.id)
    return [_resource(row) for row in connection.execute(statement).mappings()]


def _slot(connection: Connection, slot_id: UUID) -> RowMapping:
    statement = select(time_slots).where(time_slots.c.id == slot_id)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise NotFound("There is no such time slot")
    return row


def _name_taken(resource: Resource) -> FieldConflict:
    return FieldConflict(f"There is a resource {resource.name!r} already", field="name")


def _resource(row: RowMapping) -> Resource:
    return Resource(
        id=row["id"],
        name=row["name"],
        units=row["units"],
        created_at=row["created_at"],
        version=row["version"],
    )


def _row(resource: Resource) -> dict[str, object]:
    return {
        "id": resource.id,
        "name": resource.name,
        "units": resource.units,
        "created_at": resource.created_at,
        "version": resource.version,
    }


def _need_row(activity_id: UUID, need: Need) -> dict[str, object]:
    return {
        "activity_id": activity_id,
        "resource_id": need.resource_id,
        "units": need.units,
        "minutes_before": need.minutes_before,
        "minutes_after": need.minutes_after,
    }
