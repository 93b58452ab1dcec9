"""Finding the departure that a guest means, or what comes near it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from resortbook.application.chat.understanding.when import When
from resortbook.application.policy import BookingPolicy
from resortbook.domain.activity import Activity
from resortbook.domain.schedule import day_bounds
from resortbook.domain.slot import Reason, SlotReading
from resortbook.ports.reads import CatalogueReads, SlotFilter

ALTERNATIVES = 3
MOST_OFFERED = 5
WEEK = 7
LOOKED_AHEAD = 31
MIDNIGHT = time(0)
FEW = 2
"""A day with so many free times is offered alone: a clock time then needs no day."""


class Found(StrEnum):
    """What looking for a departure came to."""

    ONE = "one"
    SEVERAL = "several"
    BOTH_WAYS = "both_ways"
    TAKEN = "taken"
    NO_SUCH_TIME = "no_such_time"
    NO_SUCH_DAY = "no_such_day"
    PAST = "past"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was found: `slots` can be booked, `wanted` is the one that cannot, for `reason`.

    With ONE there is no doubt which departure is meant; with all others a guest must choose.
    """

    found: Found
    slots: tuple[SlotReading, ...] = ()
    wanted: SlotReading | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Reads departures as a guest asks for them; nothing here changes anything."""

    reads: CatalogueReads
    policy: BookingPolicy

    @property
    def looked_ahead(self) -> timedelta:
        """How far is looked for a free time."""
        return timedelta(days=LOOKED_AHEAD - 1)

    def seek(
        self,
        activity: Activity,
        when: When,
        *,
        seats: int,
        now: datetime,
        shown: Sequence[date] = (),
    ) -> Sought:
        """Return the departure that `when` means for a party of `seats`, or what is near it.

        `shown` are the days of the times that the guest sees: a clock time alone is one of
        theirs.
        """
        zone, today = self.policy.zone, now.astimezone(self.policy.zone).date()
        if when.is_past:
            return Sought(found=Found.PAST, slots=self._next(activity, seats=seats, now=now))
        days = [day for day in when.days if day >= today]
        if when.days and not days and not when.until:
            return Sought(found=Found.PAST, slots=self._next(activity, seats=seats, now=now))
        if when.until is not None and when.days:
            slots = self._between(activity, max(today, when.days[0]), when.until, now=now)
            return self._among(activity, when, slots, seats=seats, now=now, is_open=True)
        if days:
            slots = [s for day in days for s in self._between(activity, day, day, now=now)]
            slots.extend(self._midnights_after(activity, days, when, now=now))
            return self._among(activity, when, slots, seats=seats, now=now)
        if when.times and shown:
            slots = [s for day in shown for s in self._between(activity, day, day, now=now)]
            if any(fits(s, when, zone) for s in slots):
                return self._among(activity, when, slots, seats=seats, now=now)
        last = today + timedelta(days=LOOKED_AHEAD - 1)
        slots = self._between(activity, today, last, now=now)
        return self._on_any_day(activity, when, slots, seats=seats, now=now)

    def next_free(
        self, activity: Activity, *, seats: int, now: datetime
    ) -> tuple[SlotReading, ...]:
        """Return the next free departures as they are offered: of one day where it has some,
        else of as many days as it takes.
        """
        return self._next(activity, seats=seats, now=now)

    def near(
        self, activity: Activity, around: datetime, *, seats: int, now: datetime
    ) -> tuple[SlotReading, ...]:
        """Return up to three free departures, nearest to a time first."""
        found = self.reads.nearest_free(
            activity.id, seats=seats, around=around, now=now, limit=ALTERNATIVES
        )
        return tuple(found)

    def _among(
        self,
        activity: Activity,
        when: When,
        slots: Sequence[SlotReading],
        *,
        seats: int,
        now: datetime,
        is_open: bool = False,
    ) -> Sought:
        """Judge the departures of days that were said; `is_open`: of a stretch of days."""
        zone = self.policy.zone
        if not slots:
            near = self._around_days(activity, when, seats=seats, now=now)
            return Sought(found=Found.NO_SUCH_DAY if near else Found.NOTHING, slots=near)
        fitting = [slot for slot in slots if fits(slot, when, zone)]
        if not fitting:
            around = _at(when, slots[0].slot.start_time, zone)
            free = [s for s in slots if _reason(s, activity, seats, now) is None]
            same_day = sorted(free, key=lambda s: abs(s.slot.start_time - around))
            found = tuple(same_day[:ALTERNATIVES])
            found = found or self.near(activity, around, seats=seats, now=now)
            return Sought(found=Found.NO_SUCH_TIME, slots=_by_start(found))
        free = [slot for slot in fitting if _reason(slot, activity, seats, now) is None]
        if not free:
            return self._taken(activity, fitting, seats=seats, now=now)
        if len(fitting) == 1 and not is_open:
            return Sought(found=Found.ONE, slots=tuple(free))
        doubtful = bool(when.times) and not is_open
        return Sought(
            found=Found.BOTH_WAYS if doubtful else Found.SEVERAL, slots=_by_start(free)
        )

    def _on_any_day(
        self,
        activity: Activity,
        when: When,
        slots: Sequence[SlotReading],
        *,
        seats: int,
        now: datetime,
    ) -> Sought:
        zone = self.policy.zone
        free = [slot for slot in slots if _reason(slot, activity, seats, now) is None]
        if not free:
            return Sought(found=Found.NOTHING)
        fitting = [slot for slot in free if fits(slot, when, zone)]
        if not fitting:
            around = _at(when, free[0].slot.start_time, zone)
            near = self.near(activity, around, seats=seats, now=now)
            return Sought(found=Found.NO_SUCH_TIME, slots=_by_start(near))
        if when.times:
            return Sought(found=Found.SEVERAL, slots=tuple(fitting[:ALTERNATIVES]))
        return Sought(found=Found.SEVERAL, slots=_first_days(fitting, zone))

    def _taken(
        self, activity: Activity, fitting: Sequence[SlotReading], *, seats: int, now: datetime
    ) -> Sought:
        wanted = fitting[0]
        around = wanted.slot.start_time
        return Sought(
            found=Found.TAKEN,
            slots=_by_start(self.near(activity, around, seats=seats, now=now)),
            wanted=wanted,
            reason=_reason(wanted, activity, seats, now),
        )

    def _midnights_after(
        self, activity: Activity, days: Sequence[date], when: When, *, now: datetime
    ) -> list[SlotReading]:
        """Return the departures at the end of days: their midnight is the next day's begin."""
        if MIDNIGHT not in when.times:
            return []
        nexts = [day + timedelta(days=1) for day in days if day + timedelta(days=1) not in days]
        slots = [s for day in nexts for s in self._between(activity, day, day, now=now)]
        zone = self.policy.zone
        return [s for s in slots if s.slot.start_time.astimezone(zone).time() == MIDNIGHT]

    def _around_days(
        self, activity: Activity, when: When, *, seats: int, now: datetime
    ) -> tuple[SlotReading, ...]:
        noon = time(12) if not when.times else when.times[0]
        around = datetime.combine(when.days[0], noon, tzinfo=self.policy.zone)
        return _by_start(self.near(activity, around, seats=seats, now=now))

    def _next(
        self, activity: Activity, *, seats: int, now: datetime
    ) -> tuple[SlotReading, ...]:
        today = now.astimezone(self.policy.zone).date()
        last = today + timedelta(days=LOOKED_AHEAD - 1)
        slots = self._between(activity, today, last, now=now)
        free = [slot for slot in slots if _reason(slot, activity, seats, now) is None]
        return _first_days(free, self.policy.zone)

    def _between(
        self, activity: Activity, first: date, last: date, *, now: datetime
    ) -> list[SlotReading]:
        start, end = day_bounds(first, last, self.policy.zone)
        found = self.reads.slots(
            SlotFilter(now=now, start=max(start, now), end=end, activity_id=activity.id)
        )
        return [one for one in found.items if not one.slot.has_started(now)]


def fits(reading: SlotReading, when: When, zone: ZoneInfo) -> bool:
    """Say whether a departure is at the clock time that was said, whatever the day."""
    clock = reading.slot.start_time.astimezone(zone).time()
    if when.times:
        return clock in when.times
    if when.part is not None:
        first, last = when.part.hours
        if not first <= clock < last:
            return False
    if when.after is not None and clock < when.after:
        return False
    return when.before is None or clock <= when.before


def _reason(slot: SlotReading, activity: Activity, seats: int, now: datetime) -> Reason | None:
    return slot.reason_against(seats, activity=activity, now=now)


def _at(when: When, start: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment that was asked for, on the day of `start`."""
    clock = next(iter(when.times), None) or when.after or when.before
    if clock is None and when.part is not None:
        clock = when.part.hours[0]
    if clock is None:
        return start
    return datetime.combine(start.astimezone(zone).date(), clock, tzinfo=zone)


def _by_start(slots: Sequence[SlotReading]) -> tuple[SlotReading, ...]:
    return tuple(sorted(slots, key=lambda one: one.slot.start_time))


def _first_days(slots: Sequence[SlotReading], zone: ZoneInfo) -> tuple[SlotReading, ...]:
    """Return the slots of the first day where it has some, else of as many as give a choice."""
    taken: list[SlotReading] = []
    for slot in slots:
        day = slot.slot.start_time.astimezone(zone).date()
        is_new_day = bool(taken) and taken[-1].slot.start_time.astimezone(zone).date() != day
        if is_new_day and len(taken) >= FEW:
            break
        taken.append(slot)
    return tuple(taken)
