"""What a change promises for later: reminders, and a nudge before a hold runs out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.events import Event, EventKind
from resortbook.domain.reminders import Reminder, ReminderPolicy, start_version
from resortbook.domain.slot import TimeSlot

NUDGE_BEFORE = timedelta(minutes=10)
KINDS = {Reminder.DAY: EventKind.REMINDER_24H, Reminder.HOUR: EventKind.REMINDER_1H}
CLOCK = Actor.system()  # a promise is kept by the clock, whichever door it was made at
PROMISING = (EventKind.BOOKING_CREATED, EventKind.BOOKING_CONFIRMED, EventKind.BOOKING_MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Plans what is due later. Each is written once for a booking, its kind and its start."""

    journal: Journal
    reminders: ReminderPolicy

    def after(
        self, kind: EventKind, booking: Booking, slot: TimeSlot, *, at: datetime
    ) -> list[Event]:
        """Return the events that a change of this kind promises."""
        if kind not in PROMISING:
            return []
        if booking.status is BookingStatus.CONFIRMED:
            return self._reminders(booking, slot, at=at)
        return self._nudge(booking, at=at)

    def _reminders(self, booking: Booking, slot: TimeSlot, *, at: datetime) -> list[Event]:
        return [
            self.journal.event(
                KINDS[reminder],
                booking,
                by=CLOCK,
                at=at,
                due_at=due,
                version=start_version(slot.start_time),
            )
            for reminder, due in self.reminders.plan(slot.start_time, after=at)
        ]

    def _nudge(self, booking: Booking, *, at: datetime) -> list[Event]:
        if booking.expires_at is None or booking.expires_at - NUDGE_BEFORE <= at:
            return []
        due = booking.expires_at - NUDGE_BEFORE
        return [self.journal.event(EventKind.HOLD_ENDING, booking, by=CLOCK, at=at, due_at=due)]
