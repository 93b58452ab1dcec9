"""What has to happen because time passes, or because something was asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from resortbook.application.closing import ClosingService
from resortbook.application.expiry import ExpiryService
from resortbook.application.figures import FigureService
from resortbook.application.reception import ReceptionService
from resortbook.application.relay import RelayService
from resortbook.application.schedule import ScheduleService
from resortbook.ports.jobs import Leadership
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

SIGN_INS_KEPT = timedelta(days=30)
"""So long sessions, links and codes stay after they ran out, for whoever asks who was in."""

TALK_KEPT = timedelta(days=365)
"""So long messages stay, with the events they tell of: for whoever disputes what was said."""

TIDIED_EVERY = timedelta(hours=1)

Step = Callable[[], int]
"""A step of the background work; it returns how much it did."""


@dataclass(slots=True)
class _Hourly:
    """Remembers when something was done last, by a clock that may be moved."""

    last: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        return self.last is None or not self.last <= now < self.last + TIDIED_EVERY


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockworkService:
    """The background work, in small steps that may run twice, late, or in several processes.

    What others wait for, every process does: rows are claimed. What time alone brings about is
    led: one process does it, the others do nothing there.
    """

    storage: Storage
    clock: Clock
    leadership: Leadership
    expiry: ExpiryService
    reception: ReceptionService
    relay: RelayService
    schedule: ScheduleService
    figures: FigureService
    closing: ClosingService
    _tidied: _Hourly = field(default_factory=_Hourly, repr=False)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything, to be done again and again, every second or so."""
        return (*self.led, self.answer, self.deliver)

    @property
    def led(self) -> tuple[Step, ...]:
        """The steps of the leader."""
        return (self.expire, self.complete, self.call_off, self.tidy)

    def answer(self) -> int:
        """Answer every guest who waits; return how many turns were taken."""
        return self.reception.work()

    def deliver(self) -> int:
        """Tell what is due; return how many events were closed."""
        return self.relay.sweep()

    def expire(self) -> int:
        """End holds that ran out, if this process leads; return how many."""
        return self.expiry.expire_pending_bookings() if self.leadership.is_mine() else 0

    def complete(self) -> int:
        """Complete what is over, if this process leads; return how many."""
        return self.expiry.complete_ended_bookings() if self.leadership.is_mine() else 0

    def call_off(self) -> int:
        """Go on with departures that are being called off, if this process leads; return how
        many bookings that cancelled.
        """
        return self.closing.resume() if self.leadership.is_mine() else 0

    def tidy(self) -> int:
        """Fill open-ended schedules, count recent days and drop what need not be kept, if this
        process leads.

        Once an hour is enough, and whenever the clock was moved. Returns how much that was.
        """
        now = self.clock.now()
        if not self._tidied.is_due(now) or not self.leadership.is_mine():
            return 0
        done = self.schedule.fill_open_ended() + self.forget()
        self.figures.keep_recent()
        self._tidied.last = now
        return done

    def forget(self) -> int:
        """Drop what is kept no longer: answers and the clear form of codes once they ran out,
        sign-ins after 30 days, messages after a year; return how many.
        """
        now = self.clock.now()
        with self.storage.begin() as work:
            dropped = work.codes.forget_expired(now) + work.answers.drop_expired(now)
            dropped += work.forgetting.drop_sign_ins(now - SIGN_INS_KEPT)
            dropped += work.forgetting.drop_talk(now - TALK_KEPT)
            work.commit()
        return dropped
