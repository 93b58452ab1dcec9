"""Departures from recurring schedules, as far ahead as guests may book."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.policy import BookingPolicy
from resortbook.application.recurrence import check_rule, local_times
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput, InvalidTime
from resortbook.domain.schedule import Closure, Schedule, day_bounds, departures
from resortbook.domain.slot import SlotReading, TimeSlot
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import CatalogueReads, SlotFilter
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

MAX_DAYS = 731


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When an activity should depart; `until` None is open-ended, filled up to the horizon.

    `times` are clock times of the resort; without any the rule names them by BYHOUR.
    """

    rrule: str
    times: tuple[time, ...]
    first: date
    until: date | None
    capacity: int | None = None
    except_dates: tuple[date, ...] = ()
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A departure that was not made, by its local clock time: `past`, `exists`, `no_such_hour`,
    `closed`.
    """

    local: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What filling a schedule made, in time order, and what it skipped."""

    schedule: Schedule
    created: tuple[TimeSlot, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleService:
    """Makes slots from recurrences; doing it twice is the same as once."""

    storage: Storage
    reads: CatalogueReads
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    journal: Journal

    def add_schedule(self, activity: Activity, rhythm: Rhythm, *, by: Actor) -> Filled:
        """Keep a schedule and make its slots up to its end, or to the horizon where it has
        none.

        The same schedule again is the one that is there.

        Raises:
            InvalidInput: a rule, capacity or stretch of days that is none.
        """
        check_stretch(rhythm.first, rhythm.until, rhythm.capacity)
        with self.storage.begin() as work:
            wanted = self._schedule(activity, rhythm)
            known = work.schedules.find_same(wanted)
            if known is None:
                work.schedules.add(wanted)
                self._note(work, "schedule.create", wanted, by=by)
            kept = known or wanted
            filled = self._fill(work, activity, kept, first=kept.starts_on, by=by)
            work.commit()
        return filled

    def fill_open_ended(self) -> int:
        """Fill the open-ended schedules up to the horizon; return how many slots that made."""
        with self.storage.begin() as work:
            schedules = work.schedules.open_ended()
        return sum(self._fill_one(schedule.id) for schedule in schedules)

    def list_slots(
        self,
        *,
        first: date,
        last: date,
        activity_id: UUID | None = None,
        page: Page | None = None,
    ) -> PageOf[SlotReading]:
        """Return slots of all or one activity that start on these resort days, both included.

        Raises:
            InvalidTime: `last` before `first`.
            InvalidInput: a bad cursor.
        """
        if last < first:
            raise InvalidTime("The last day is before the first", fields={"to": ["Too early"]})
        start, end = day_bounds(first, last, self.policy.zone)
        wanted = SlotFilter(now=self.clock.now(), start=start, end=end, activity_id=activity_id)
        return self.reads.slots(wanted, page)

    def today(self) -> date:
        """Return the resort's present day."""
        return self.clock.now().astimezone(self.policy.zone).date()

    def departures_ahead(
        self, work: UnitOfWork, activity: Activity, schedule: Schedule
    ) -> list[TimeSlot]:
        """Return the departures that a schedule makes from today to its end or the horizon,
        within the caller's unit of work; none of them is written.
        """
        last = schedule.ends_on or self.today() + timedelta(days=self.policy.horizon_days)
        first = max(schedule.starts_on, self.today())
        return self._departures(work, activity, schedule, first, last)[0]

    def _fill_one(self, schedule_id: UUID) -> int:
        with self.storage.begin() as work:
            schedule = work.schedules.get(schedule_id)
            activity = work.activities.get(schedule.activity_id)
            first = max(schedule.starts_on, self.today())
            filled = self._fill(work, activity, schedule, first=first, by=Actor.system())
            work.commit()
        return len(filled.created)

    def _fill(
        self,
        work: UnitOfWork,
        activity: Activity,
        schedule: Schedule,
        *,
        first: date,
        by: Actor,
    ) -> Filled:
        last = schedule.ends_on or self.today() + timedelta(days=self.policy.horizon_days)
        slots, skipped = self._departures(work, activity, schedule, first, last)
        # What was delayed is there, though not at the time that it was planned for.
        delayed = work.slots.planned_starts(schedule.id)
        created = work.slots.add_missing([s for s in slots if s.start_time not in delayed])
        made = {slot.id for slot in created}
        present = [slot for slot in slots if slot.id not in made]
        skipped += [Skipped(local=self._local(slot), reason="exists") for slot in present]
        work.schedules.save(replace(schedule, filled_until=last))
        if created:
            self._note(work, "schedule.fill", schedule, by=by)
        return Filled(
            schedule=schedule,
            created=tuple(sorted(created, key=lambda slot: slot.start_time)),
            skipped=tuple(sorted(skipped, key=lambda one: one.local)),
        )

    def _departures(
        self, work: UnitOfWork, activity: Activity, schedule: Schedule, first: date, last: date
    ) -> tuple[list[TimeSlot], list[Skipped]]:
        slots: list[TimeSlot] = []
        skipped: list[Skipped] = []
        if last < first:
            return slots, skipped
        closures = work.closures.between(*day_bounds(first, last, self.policy.zone))
        now = self.clock.now()
        for local, start in departures(local_times(schedule, first, last), self.policy.zone):
            reason = _reason_against(start, activity, closures, now)
            if start is None or reason:
                skipped.append(Skipped(local=local, reason=reason or "no_such_hour"))
            else:
                slots.append(self._slot(activity, schedule, start, now))
        return slots, skipped

    def _slot(
        self, activity: Activity, schedule: Schedule, start: datetime, now: datetime
    ) -> TimeSlot:
        return TimeSlot(
            id=self.ids.new(),
            activity_id=activity.id,
            start_time=start,
            end_time=start + activity.duration,
            capacity=schedule.capacity or activity.capacity_per_slot,
            lane=schedule.lane,
            schedule_id=schedule.id,
            created_at=now,
        )

    def _schedule(self, activity: Activity, rhythm: Rhythm) -> Schedule:
        return Schedule(
            id=self.ids.new(),
            activity_id=activity.id,
            rrule=check_rule(rhythm.rrule, rhythm.times),
            times=tuple(sorted(set(rhythm.times))),
            starts_on=rhythm.first,
            ends_on=rhythm.until,
            capacity=rhythm.capacity,
            lane=rhythm.lane,
            except_dates=tuple(sorted(set(rhythm.except_dates))),
            created_at=self.clock.now(),
        )

    def _local(self, slot: TimeSlot) -> datetime:
        return slot.start_time.astimezone(self.policy.zone).replace(tzinfo=None)

    def _note(self, work: UnitOfWork, action: str, schedule: Schedule, *, by: Actor) -> None:
        at = self.clock.now()
        work.audit.add(self.journal.entry(action, ("schedule", schedule.id), by=by, at=at))


def check_stretch(first: date, until: date | None, capacity: int | None) -> None:
    """Refuse a schedule that cannot be. Raises InvalidInput."""
    if until is not None and until < first:
        raise InvalidInput.on("until", "This is before the first day")
    if until is not None and (until - first).days > MAX_DAYS:
        raise InvalidInput.on("until", f"At most {MAX_DAYS} days; or leave the end open")
    if capacity is not None and not 1 <= capacity <= 10_000:
        raise InvalidInput.on("capacity", "1 to 10000 seats")


def _reason_against(
    start: datetime | None, activity: Activity, closures: Iterable[Closure], now: datetime
) -> str:
    if start is None:
        return "no_such_hour"
    if start <= now:
        return "past"
    is_closed = any(closure.covers(activity.id, start) for closure in closures)
    return "closed" if is_closed else ""
