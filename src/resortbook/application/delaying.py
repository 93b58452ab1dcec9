"""Letting a departure go later: new times, reminders planned anew, everybody told once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.closing import CalledOff
from resortbook.application.expiry import ExpiryService
from resortbook.application.journal import Journal
from resortbook.application.promises import Promises
from resortbook.application.versions import changed_meanwhile, check_version
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.errors import FieldConflict, InvalidInput, InvalidTime, Unavailable
from resortbook.domain.events import EventKind
from resortbook.domain.reminders import start_version
from resortbook.domain.slot import TimeSlot
from resortbook.ports.jobs import Waker
from resortbook.ports.sales_storage import ResourcesTaken, Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

TRIES = 10
MOST_MINUTES = 1_440


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayService:
    """Delays departures. Everything of one delay becomes true at once, or nothing."""

    storage: Storage
    clock: Clock
    journal: Journal
    expiry: ExpiryService
    promises: Promises
    waker: Waker

    def preview(self, slot_id: UUID, minutes: int) -> CalledOff:
        """Return the departure as it would be, and whom that concerns; raises as `delay`."""
        with self.storage.begin() as work:
            return self._delay(work, slot_id, minutes, by=Actor.system(), expected=None)

    def delay(
        self,
        slot_id: UUID,
        minutes: int,
        *,
        by: Actor,
        reason: str = "",
        expected: int | None = None,
    ) -> CalledOff:
        """Let a departure start and end so many minutes later.

        Reminders of the old start never go out, as they name it; `cancel_by` of its bookings
        is never earlier than it was.

        Raises:
            NotFound: no such slot.
            InvalidInput, InvalidTime: not 1 to 1,440 minutes, or not from now on.
            FieldConflict: on `minutes`: the activity departs then already, or other
                departures use then what it needs.
            PreconditionFailed: it is not the version `expected` any more.
        """
        for _ in range(TRIES):
            try:
                with self.storage.begin() as work:
                    delayed = self._delay(work, slot_id, minutes, by=by, expected=expected)
                    self._note(work, slot_id, by=by, reason=reason)
                    work.commit()
            except Stale:
                if expected is not None:
                    self._check_still(slot_id, expected)
            except ResourcesTaken as refused:
                if not self._sweep(refused):
                    raise FieldConflict(
                        "Other departures use then what this one needs",
                        field="minutes",
                        reason="resource",
                    ) from None
            else:
                self.waker.wake()
                return delayed
        raise Unavailable("Too many are changing this at once, please try again")

    def _delay(
        self, work: UnitOfWork, slot_id: UUID, minutes: int, *, by: Actor, expected: int | None
    ) -> CalledOff:
        now = self.clock.now()
        present = work.slots.get(slot_id)
        slot = _later(present, minutes, now=now, expected=expected)
        # Resources before slots, always.
        work.resources.take(slot_id, start=slot.start_time)
        work.slots.save(slot, was=present)
        bookings = tuple(
            self._delay_booking(work, was, slot, by=by, now=now, notify=notify)
            for was, notify in _told_once(work.bookings.open_on([slot_id], now))
        )
        return CalledOff(
            closing_id=None,
            slots=(slot,),
            bookings=bookings,
            guests={b.guest_id: work.guests.get(b.guest_id) for b in bookings},
        )

    def _delay_booking(
        self,
        work: UnitOfWork,
        was: Booking,
        slot: TimeSlot,
        *,
        by: Actor,
        now: datetime,
        notify: bool,
    ) -> Booking:
        booking = was.delay(now, to=slot)
        work.bookings.save(booking, was=was)
        start = start_version(slot.start_time)
        kind = EventKind.SLOT_DELAYED
        work.outbox.add(
            self.journal.event(kind, booking, by=by, at=now, version=start, notify=notify)
        )
        if booking.status is BookingStatus.CONFIRMED:
            for promise in self.promises.after(EventKind.BOOKING_MOVED, booking, slot, at=now):
                work.outbox.add(promise)
        subject = ("booking", booking.id)
        work.audit.add(
            self.journal.entry("booking.delay", subject, by=by, at=now, changed=("cancel_by",))
        )
        return booking

    def _note(self, work: UnitOfWork, slot_id: UUID, *, by: Actor, reason: str) -> None:
        entry = self.journal.entry(
            "slot.delay",
            ("slot", slot_id),
            by=by,
            at=self.clock.now(),
            changed=("start_time", "end_time"),
            reason=reason,
        )
        work.audit.add(entry)

    def _check_still(self, slot_id: UUID, expected: int) -> None:
        with self.storage.begin() as work:
            if work.slots.get(slot_id).version != expected:
                raise changed_meanwhile()

    def _sweep(self, refused: ResourcesTaken) -> bool:
        ended = [self.expiry.expire_pending_bookings(slot_id=one) for one in refused.slot_ids]
        return any(ended)


def _later(slot: TimeSlot, minutes: int, *, now: datetime, expected: int | None) -> TimeSlot:
    if not 1 <= minutes <= MOST_MINUTES:
        raise InvalidInput.on("minutes", f"1 to {MOST_MINUTES}")
    check_version(slot, expected)
    by = timedelta(minutes=minutes)
    if now >= slot.end_time or slot.start_time + by <= now:
        raise InvalidTime(
            "A departure goes later, from now on", fields={"minutes": ["That is over already"]}
        )
    return replace(
        slot,
        start_time=slot.start_time + by,
        end_time=slot.end_time + by,
        planned_start=slot.planned_start or slot.start_time,
        version=slot.version + 1,
    )


def _told_once(bookings: Sequence[Booking]) -> list[tuple[Booking, bool]]:
    """Return bookings with whether its guest is told of each: of the first one alone."""
    told: set[UUID] = set()
    found = []
    for booking in bookings:
        found.append((booking, booking.guest_id not in told))
        told.add(booking.guest_id)
    return found
