"""What has to happen because time passes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from resortbook.application.expiry import ExpiryService
from resortbook.application.reception import ReceptionService
from resortbook.application.relay import RelayService
from resortbook.application.schedule import ScheduleService
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

ANSWERS_KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockworkService:
    """The background work, in small steps that may run twice, late, or in several processes."""

    storage: Storage
    clock: Clock
    expiry: ExpiryService
    reception: ReceptionService
    relay: RelayService
    schedule: ScheduleService

    @property
    def often(self) -> tuple[Callable[[], int], ...]:
        """The steps for every second or so; each returns how much it did."""
        return (
            self.expiry.expire_pending_bookings,
            self.expiry.complete_ended_bookings,
            self.reception.work,
            self.relay.sweep,
        )

    @property
    def now_and_then(self) -> tuple[Callable[[], int], ...]:
        """The steps for every hour or so: open-ended schedules, and what need not be kept."""
        return (self.schedule.fill_open_ended, self.forget)

    def forget(self) -> int:
        """Drop kept answers and codes whose time is over; return how many."""
        now = self.clock.now()
        with self.storage.begin() as work:
            dropped = work.codes.forget_expired(now) + work.answers.drop_expired(now)
            work.commit()
        return dropped
