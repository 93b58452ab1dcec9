"""What time alone does to bookings: holds run out, departures are over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking
from resortbook.domain.events import EventKind
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

COMPLETED_AFTER = timedelta(hours=24)
BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiryService:
    """Ends lapsed holds and completes what is over; each booking in a transaction of its own.

    Losing a race against a guest or another process is no failure: the winner's word stands.
    """

    storage: Storage
    clock: Clock
    journal: Journal

    def expire_pending_bookings(
        self, *, slot_id: UUID | None = None, guest_id: UUID | None = None
    ) -> int:
        """Expire holds that ran out (of one slot or guest, where given) and return how many.

        The seats go back in the same transaction, once.
        """
        now = self.clock.now()

        def lapsed(work: UnitOfWork) -> list[Booking]:
            return list(
                work.bookings.lapsed(now, slot_id=slot_id, guest_id=guest_id, limit=BATCH)
            )

        return self._each(lapsed, lambda work, was: self._expire(work, was, now))

    def complete_ended_bookings(self) -> int:
        """Complete what is still confirmed a day after its end; return how many."""
        now = self.clock.now()

        def ended(work: UnitOfWork) -> list[Booking]:
            return list(work.bookings.ended(now - COMPLETED_AFTER, limit=BATCH))

        return self._each(ended, lambda work, was: self._complete(work, was, now))

    def _each(
        self,
        find: Callable[[UnitOfWork], list[Booking]],
        change: Callable[[UnitOfWork, Booking], None],
    ) -> int:
        done = 0
        while True:
            with self.storage.begin() as work:
                found = find(work)
            changed = sum(self._alone(change, was) for was in found)
            done += changed
            if len(found) < BATCH or not changed:
                return done

    def _alone(self, change: Callable[[UnitOfWork, Booking], None], was: Booking) -> bool:
        try:
            with self.storage.begin() as work:
                change(work, was)
                work.commit()
        except Stale:
            return False
        return True

    def _expire(self, work: UnitOfWork, was: Booking, now: datetime) -> None:
        # Slot before booking, always: two that touch both would otherwise deadlock.
        work.slots.release(was.time_slot_id, was.seats)
        self._save(work, was.expire(now), was, EventKind.BOOKING_EXPIRED, "booking.expire")

    def _complete(self, work: UnitOfWork, was: Booking, now: datetime) -> None:
        slot = work.slots.get(was.time_slot_id)
        over = was.complete(now, starts_at=slot.start_time)
        self._save(work, over, was, EventKind.BOOKING_COMPLETED, "booking.complete")

    def _save(
        self, work: UnitOfWork, booking: Booking, was: Booking, kind: EventKind, action: str
    ) -> None:
        clock = Actor.system()
        work.bookings.save(booking, was=was)
        at = booking.updated_at
        work.outbox.add(self.journal.event(kind, booking, by=clock, at=at))
        work.audit.add(
            self.journal.entry(
                action, ("booking", booking.id), by=clock, at=at, changed=("status",)
            )
        )
