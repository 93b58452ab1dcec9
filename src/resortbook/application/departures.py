"""Single departures: made, made larger or smaller, taken off sale and put back on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.expiry import ExpiryService
from resortbook.application.journal import Journal
from resortbook.application.stretch import Stretch
from resortbook.application.versions import changed_meanwhile, check_version
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor
from resortbook.domain.errors import (
    Conflicting,
    FieldConflict,
    InvalidInput,
    InvalidTime,
    NotFound,
)
from resortbook.domain.schedule import Closure
from resortbook.domain.slot import SlotReading, TimeSlot
from resortbook.ports.reads import CatalogueReads
from resortbook.ports.sales_storage import SeatsTaken, Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

MOST_SEATS = 10_000
FURTHEST = timedelta(days=3_653)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotChanges:
    """What an edit of a departure changes; None leaves a thing as it is."""

    capacity: int | None = None
    is_available: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureService:
    """What the desk does to departures one by one; nothing here touches a booking."""

    storage: Storage
    reads: CatalogueReads
    clock: Clock
    ids: Ids
    journal: Journal
    expiry: ExpiryService

    def get(self, slot_id: UUID) -> SlotReading:
        """Return a departure as it stands. Raises NotFound."""
        found = self.reads.slot(slot_id, now=self.clock.now())
        if found is None:
            raise NotFound("There is no such time slot")
        return found

    def add(
        self, activity: Activity, start: datetime, *, capacity: int | None = None, by: Actor
    ) -> SlotReading:
        """Make one departure, with the activity's own capacity where none is said.

        Raises:
            InvalidTime: it has started already, or is more than ten years ahead.
            InvalidInput: on `capacity`.
            FieldConflict: on `start_time`: it departs then already, or is closed then.
        """
        now = self.clock.now()
        if start <= now:
            raise InvalidTime("This is past already", fields={"start_time": ["In the past"]})
        if start > now + FURTHEST:
            raise InvalidTime("This is too far ahead", fields={"start_time": ["Too far ahead"]})
        slot = TimeSlot(
            id=self.ids.new(),
            activity_id=activity.id,
            start_time=start,
            end_time=start + activity.duration,
            capacity=activity.capacity_per_slot if capacity is None else capacity,
            created_at=now,
        )
        _check_capacity(slot.capacity)
        with self.storage.begin() as work:
            _refuse_closed(work, slot)
            if not work.slots.add_missing([slot]):
                raise FieldConflict("This activity departs then already", field="start_time")
            self._note(work, "slot.create", slot.id, by=by)
            work.commit()
        return self.get(slot.id)

    def change(
        self, slot_id: UUID, changes: SlotChanges, *, by: Actor, expected: int | None = None
    ) -> SlotReading:
        """Change how many seats there are, or whether they are on sale.

        Raises:
            NotFound: no such slot.
            InvalidInput, FieldConflict: on `capacity`; the latter where more seats are taken,
                or it is somebody's private departure.
            Conflicting: it is being closed at this moment.
            PreconditionFailed: it is not the version `expected` any more.
        """
        # Holds that ran out stand in the counter until somebody ends them.
        self.expiry.expire_pending_bookings(slot_id=slot_id)
        try:
            with self.storage.begin() as work:
                work.slots.get(slot_id)
                (was,) = work.slots.lock([slot_id])
                check_version(was, expected)
                slot = self._changed(work, was, changes)
                if slot != was:
                    slot = replace(slot, version=was.version + 1)
                    work.slots.save(slot, was=was)
                    self._note(work, "slot.change", slot_id, by=by, changed=_names(changes))
                work.commit()
        except Stale:
            raise changed_meanwhile() from None
        except SeatsTaken:
            raise FieldConflict("More seats are taken already", field="capacity") from None
        return self.get(slot_id)

    def reopen(self, stretch: Stretch, *, by: Actor) -> Sequence[TimeSlot]:
        """Put what is closed in a stretch of time back on sale, and let schedules fill it
        again; return these departures. Bookings that were cancelled stay so.

        What was closed for all activities stays closed to schedules where only some of them
        are named.

        Raises:
            Conflicting: some of it is being closed at this moment.
        """
        with self.storage.begin() as work:
            now = self.clock.now()
            self._cut_closures(work, stretch)
            found = work.slots.lock_between(
                stretch.start, stretch.end, activity_ids=stretch.activity_ids
            )
            closed = [
                slot for slot in found if not slot.is_available and not slot.has_started(now)
            ]
            reopened = [_reopened(work, slot) for slot in closed]
            for slot, was in zip(reopened, closed, strict=True):
                slot = replace(slot, version=was.version + 1)
                work.slots.save(slot, was=was)
                self._note(work, "slot.reopen", slot.id, by=by, changed=("is_available",))
            work.commit()
        return sorted(reopened, key=lambda slot: (slot.start_time, slot.id))

    def _changed(self, work: UnitOfWork, was: TimeSlot, changes: SlotChanges) -> TimeSlot:
        slot = was
        if changes.capacity not in (None, was.capacity):
            slot = replace(slot, capacity=_check_capacity(changes.capacity))
            open_ = work.bookings.open_on([was.id], self.clock.now())
            if any(booking.is_private for booking in open_):
                raise FieldConflict("Somebody has this departure whole", field="capacity")
        if changes.is_available and not was.is_available:
            return _reopened(work, slot)
        if changes.is_available is False:
            return replace(slot, is_available=False)
        return slot

    def _cut_closures(self, work: UnitOfWork, stretch: Stretch) -> None:
        for closure in work.closures.between(stretch.start, stretch.end):
            ids = stretch.activity_ids
            if ids is None or closure.activity_id in ids:
                work.closures.replace(closure, self._rest(closure, stretch))

    def _rest(self, closure: Closure, stretch: Stretch) -> list[Closure]:
        before = (closure.starts_at, min(closure.ends_at, stretch.start))
        after = (max(closure.starts_at, stretch.end), closure.ends_at)
        return [
            replace(closure, id=self.ids.new(), starts_at=start, ends_at=end)
            for start, end in (before, after)
            if start < end
        ]

    def _note(
        self,
        work: UnitOfWork,
        action: str,
        slot_id: UUID,
        *,
        by: Actor,
        changed: tuple[str, ...] = (),
    ) -> None:
        at = self.clock.now()
        subject = ("slot", slot_id)
        work.audit.add(self.journal.entry(action, subject, by=by, at=at, changed=changed))


def _check_capacity(capacity: int | None) -> int:
    if capacity is None or not 1 <= capacity <= MOST_SEATS:
        raise InvalidInput.on("capacity", f"1 to {MOST_SEATS} seats")
    return capacity


def _reopened(work: UnitOfWork, slot: TimeSlot) -> TimeSlot:
    if work.closings.is_closing(slot.id):
        raise Conflicting("This is being closed at this moment: please wait until it is done")
    return replace(slot, is_available=True, closed_reason="")


def _refuse_closed(work: UnitOfWork, slot: TimeSlot) -> None:
    closures = work.closures.between(slot.start_time, slot.end_time)
    if any(closure.covers(slot.activity_id, slot.start_time) for closure in closures):
        raise FieldConflict("The desk has closed this time: open it first", field="start_time")


def _names(changes: SlotChanges) -> tuple[str, ...]:
    return tuple(name for name in SlotChanges.__slots__ if getattr(changes, name) is not None)
