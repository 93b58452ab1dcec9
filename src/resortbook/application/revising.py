"""Changing and ending recurring schedules: what is unsold follows, what is sold stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.recurrence import check_rule
from resortbook.application.schedule import ScheduleService, check_stretch
from resortbook.domain.actor import Actor
from resortbook.domain.errors import NotFound
from resortbook.domain.schedule import Schedule
from resortbook.domain.slot import TimeSlot
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleChanges:
    """What an edit of a schedule changes; None leaves a thing as it is. `until` and `capacity`
    are changed only where `sets_until` and `sets_capacity` say so: None means something there.
    """

    rrule: str | None = None
    times: tuple[time, ...] | None = None
    until: date | None = None
    sets_until: bool = False
    capacity: int | None = None
    sets_capacity: bool = False
    except_dates: tuple[date, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A schedule as it is now, what that made, how many departures it took away, and those
    that stay as they were, as seats of them are taken.
    """

    schedule: Schedule
    created: tuple[TimeSlot, ...]
    removed: int
    kept: tuple[TimeSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionService:
    """Changes schedules with the departures that they have made and that are still ahead."""

    storage: Storage
    clock: Clock
    journal: Journal
    schedules: ScheduleService

    def of_activity(self, activity_id: UUID) -> Sequence[Schedule]:
        """Return an activity's schedules that still make departures, oldest first."""
        with self.storage.begin() as work:
            return work.schedules.of_activity(activity_id)

    def change(self, schedule_id: UUID, changes: ScheduleChanges, *, by: Actor) -> Revised:
        """Change a schedule; its departures ahead become those of the new one.

        Raises:
            NotFound: no such schedule, or it has ended.
            InvalidInput: a rule, capacity or stretch of days that is none.
        """
        with self.storage.begin() as work:
            changed = _changed(_active(work, schedule_id), changes)
            check_stretch(changed.starts_on, changed.ends_on, changed.capacity)
            work.schedules.save(changed)
            activity = work.activities.get(changed.activity_id)
            wanted = self.schedules.departures_ahead(work, activity, changed)
            revised = self._revise(work, changed, wanted)
            self._note(work, "schedule.change", schedule_id, by=by)
            work.commit()
        return revised

    def end(self, schedule_id: UUID, *, by: Actor) -> Revised:
        """End a schedule, with all its departures ahead in which no seat is taken.

        Raises:
            NotFound: no such schedule, or it has ended already.
        """
        with self.storage.begin() as work:
            ended = replace(_active(work, schedule_id), is_active=False)
            work.schedules.save(ended)
            revised = self._revise(work, ended, [])
            self._note(work, "schedule.end", schedule_id, by=by)
            work.commit()
        return revised

    def _revise(
        self, work: UnitOfWork, schedule: Schedule, wanted: Sequence[TimeSlot]
    ) -> Revised:
        now = self.clock.now()
        missing = {slot.start_time: slot for slot in wanted}
        kept: list[TimeSlot] = []
        unwanted: list[TimeSlot] = []
        for slot in work.slots.lock_of_schedule(schedule.id, after=now):
            new = missing.pop(slot.planned_start or slot.start_time, None)
            if new is not None and new.capacity == slot.capacity:
                continue
            if work.bookings.open_on([slot.id], now):
                kept.append(slot)
            elif new is None:
                unwanted.append(slot)
            else:
                _resize(work, slot, new.capacity)
        _remove(work, unwanted)
        created = work.slots.add_missing(list(missing.values()))
        return Revised(
            schedule=schedule,
            created=_by_start(created),
            removed=len(unwanted),
            kept=_by_start(kept),
        )

    def _note(self, work: UnitOfWork, action: str, schedule_id: UUID, *, by: Actor) -> None:
        at = self.clock.now()
        work.audit.add(self.journal.entry(action, ("schedule", schedule_id), by=by, at=at))


def _active(work: UnitOfWork, schedule_id: UUID) -> Schedule:
    schedule = work.schedules.get(schedule_id)
    if not schedule.is_active:
        raise NotFound("There is no such schedule any more")
    return schedule


def _changed(schedule: Schedule, changes: ScheduleChanges) -> Schedule:
    times = schedule.times if changes.times is None else tuple(sorted(set(changes.times)))
    without = changes.except_dates
    return replace(
        schedule,
        rrule=check_rule(changes.rrule or schedule.rrule, times),
        times=times,
        ends_on=changes.until if changes.sets_until else schedule.ends_on,
        capacity=changes.capacity if changes.sets_capacity else schedule.capacity,
        except_dates=schedule.except_dates if without is None else tuple(sorted(set(without))),
    )


def _resize(work: UnitOfWork, slot: TimeSlot, capacity: int) -> None:
    if capacity < slot.booked_count:
        return  # by holds that ran out and are being swept: the next change finds it empty
    resized = replace(slot, capacity=capacity, version=slot.version + 1)
    work.slots.save(resized, was=slot)


def _remove(work: UnitOfWork, slots: Sequence[TimeSlot]) -> None:
    gone = set(work.slots.remove([slot.id for slot in slots]))
    for slot in slots:
        if slot.id not in gone:
            # Bookings that are over name it: it stays, off sale and without its schedule.
            closed = replace(
                slot, is_available=False, schedule_id=None, version=slot.version + 1
            )
            work.slots.save(closed, was=slot)


def _by_start(slots: Sequence[TimeSlot]) -> tuple[TimeSlot, ...]:
    return tuple(sorted(slots, key=lambda slot: (slot.start_time, slot.id)))
