"""What departures share: boats, therapists, rooms, and which activities need them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.versions import changed_meanwhile, check_version
from resortbook.domain.actor import Actor
from resortbook.domain.errors import FieldConflict, InvalidInput
from resortbook.domain.resource import Need, Resource
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

MOST_UNITS = 1_000
MOST_MINUTES = 1_440
MOST_NEEDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceService:
    """Keeps resources and needs. A departure takes its units once, whole, while anybody has a
    seat in it; nothing here lets what is sold already collide.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    journal: Journal

    def list_resources(self) -> Sequence[Resource]:
        """Return every resource, by name."""
        with self.storage.begin() as work:
            return work.resources.all()

    def add(self, name: str, *, units: int = 1, by: Actor) -> Resource:
        """Keep a new resource. Raises InvalidInput, FieldConflict on `name`."""
        resource = Resource(
            id=self.ids.new(), name=name.strip(), units=units, created_at=self.clock.now()
        )
        _check(resource)
        with self.storage.begin() as work:
            work.resources.add(resource)
            self._note(work, "resource.create", ("resource", resource.id), by=by)
            work.commit()
        return resource

    def change(
        self,
        resource_id: UUID,
        *,
        by: Actor,
        name: str | None = None,
        units: int | None = None,
        expected: int | None = None,
    ) -> Resource:
        """Rename a resource, or say anew how many there are.

        Raises:
            NotFound: no such resource.
            PreconditionFailed: it is not the version `expected` any more.
            InvalidInput, FieldConflict: on `name`, or on `units` where more are sold.
        """
        try:
            with self.storage.begin() as work:
                was = work.resources.get(resource_id)
                check_version(was, expected)
                changed = replace(
                    was,
                    name=was.name if name is None else name.strip(),
                    units=was.units if units is None else units,
                    version=was.version + 1,
                )
                _check(changed)
                work.resources.save(changed, was=was)
                _refuse_collisions(work, [resource_id], field="units")
                self._note(work, "resource.change", ("resource", resource_id), by=by)
                work.commit()
        except Stale:
            raise changed_meanwhile() from None
        return changed

    def remove(self, resource_id: UUID, *, by: Actor) -> None:
        """Forget a resource. Raises NotFound, FieldConflict while an activity needs it."""
        with self.storage.begin() as work:
            work.resources.get(resource_id)
            if work.resources.activities_needing(resource_id):
                raise FieldConflict("There are activities that need this", field="activities")
            work.resources.remove(resource_id)
            self._note(work, "resource.remove", ("resource", resource_id), by=by)
            work.commit()

    def needs_of(self, activity_id: UUID) -> Sequence[Need]:
        """Return what each departure of an activity takes, by resource id."""
        with self.storage.begin() as work:
            return work.resources.needs_of([activity_id]).get(activity_id, ())

    def set_needs(
        self, activity_id: UUID, needs: Sequence[Need], *, by: Actor
    ) -> Sequence[Need]:
        """Let each departure of an activity take this and nothing else, from now on.

        Raises:
            NotFound: no such activity.
            InvalidInput: a resource that is none or named twice, or numbers out of range.
            FieldConflict: on `resources`: departures that are sold already would collide.
        """
        with self.storage.begin() as work:
            work.activities.get(activity_id)
            _check_needs(needs, {one.id: one for one in work.resources.all()})
            work.resources.set_needs(activity_id, needs)
            wanted = [need.resource_id for need in needs]
            _refuse_collisions(work, wanted, field="resources")
            self._note(work, "activity.needs", ("activity", activity_id), by=by)
            work.commit()
        return sorted(needs, key=lambda need: need.resource_id)

    def _note(
        self, work: UnitOfWork, action: str, subject: tuple[str, UUID], *, by: Actor
    ) -> None:
        work.audit.add(self.journal.entry(action, subject, by=by, at=self.clock.now()))


def _check(resource: Resource) -> None:
    if not 1 <= len(resource.name) <= 200:
        raise InvalidInput.on("name", "1 to 200 characters")
    if not 1 <= resource.units <= MOST_UNITS:
        raise InvalidInput.on("units", f"1 to {MOST_UNITS}")


def _check_needs(needs: Sequence[Need], known: dict[UUID, Resource]) -> None:
    named = [need.resource_id for need in needs]
    if len(named) > MOST_NEEDS or len(set(named)) < len(named):
        raise InvalidInput.on("resources", f"At most {MOST_NEEDS}, each named once")
    for need in needs:
        resource = known.get(need.resource_id)
        if resource is None:
            raise InvalidInput.on("resources", "There is no such resource")
        if not 1 <= need.units <= resource.units:
            raise InvalidInput.on("resources", f"{resource.name}: 1 to {resource.units} units")
        if not all(0 <= m <= MOST_MINUTES for m in (need.minutes_before, need.minutes_after)):
            raise InvalidInput.on("resources", f"0 to {MOST_MINUTES} minutes")


def _refuse_collisions(work: UnitOfWork, resource_ids: Sequence[UUID], *, field: str) -> None:
    if work.resources.overbooked(resource_ids):
        raise FieldConflict(
            "Departures that are booked already would need it at the same time", field=field
        )
