"""Reminders: when a confirmed booking is remembered to its guest."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from resortbook.domain.hours import DailyHours


class Reminder(StrEnum):
    """A day and an hour before the start, of elapsed time."""

    DAY = "24h"
    HOUR = "1h"

    @property
    def before(self) -> timedelta:
        """How long before the start it is due."""
        return timedelta(hours=24) if self is Reminder.DAY else timedelta(hours=1)

    @property
    def useless_from(self) -> timedelta:
        """How long before the start a late one is dropped."""
        return timedelta(hours=3) if self is Reminder.DAY else timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPolicy:
    """Which reminders there are; quiet hours move the first one earlier, never later."""

    wanted: tuple[Reminder, ...] = tuple(Reminder)
    quiet_hours: DailyHours | None = None
    zone: ZoneInfo

    def due(self, reminder: Reminder, start: datetime) -> datetime:
        """Return when a reminder of a departure at `start` is due (aware UTC)."""
        due = start - reminder.before
        if reminder is not Reminder.DAY or self.quiet_hours is None:
            return due
        local = due.astimezone(self.zone)
        if not self.quiet_hours.contains(local.time()):
            return due
        began = local.replace(
            hour=self.quiet_hours.start.hour,
            minute=self.quiet_hours.start.minute,
            second=0,
            microsecond=0,
        )
        if began > local:
            began -= timedelta(days=1)  # clock time, so that it stays the same hour
        return began.astimezone(due.tzinfo)

    def plan(self, start: datetime, *, after: datetime) -> list[tuple[Reminder, datetime]]:
        """Return the reminders of a departure that are not due before the moment `after`."""
        planned = [(reminder, self.due(reminder, start)) for reminder in self.wanted]
        return [(reminder, due) for reminder, due in planned if due >= after]


def start_version(start: datetime) -> int:
    """Return the number that stands for a start in events about it: its minutes since 1970."""
    return int(start.timestamp() // 60)
