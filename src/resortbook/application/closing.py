"""Calling departures off: what it would do, doing it, and going on with it after a crash."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from uuid import UUID

from resortbook.application.charging import Charging
from resortbook.application.journal import Journal
from resortbook.application.stretch import Stretch
from resortbook.application.versions import check_version
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking
from resortbook.domain.closing import Closing
from resortbook.domain.errors import InvalidTime
from resortbook.domain.events import EventKind
from resortbook.domain.guest import Guest
from resortbook.domain.money import Money
from resortbook.domain.schedule import Closure
from resortbook.domain.slot import TimeSlot
from resortbook.ports.jobs import Waker
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

TRIES = 10

Find = Callable[[UnitOfWork, datetime], Sequence[TimeSlot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledOff:
    """What calling off means: the departures, the open bookings on them, and whose they are.

    `closing_id` is None for a preview.
    """

    closing_id: UUID | None
    slots: tuple[TimeSlot, ...]
    bookings: tuple[Booking, ...]
    guests: Mapping[UUID, Guest]

    @property
    def total(self) -> Money:
        """What these bookings were to bring."""
        return Money(sum(booking.total_price.minor for booking in self.bookings))

    @property
    def people(self) -> int:
        """How many were to come."""
        return sum(booking.participants for booking in self.bookings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingService:
    """Closes departures to everybody. First no seat is to be had any more, all at once; then
    the bookings are cancelled, each guest's together with the one message about them. So it
    can die at any moment, and whoever goes on with it tells nobody twice.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    journal: Journal
    charging: Charging
    waker: Waker

    def preview_slot(self, slot_id: UUID) -> CalledOff:
        """Return what closing one departure would do. Raises NotFound, InvalidTime."""
        return self._preview(lambda work, now: [_not_over(work.slots.get(slot_id), now)])

    def preview_stretch(self, stretch: Stretch) -> CalledOff:
        """Return what closing a stretch of time would do; what has started stays."""
        return self._preview(lambda work, now: _ahead(work, stretch, now))

    def close_slot(
        self, slot_id: UUID, *, reason: str, by: Actor, expected: int | None = None
    ) -> CalledOff:
        """Call one departure off, until its end.

        Raises:
            NotFound: no such slot.
            InvalidTime: it is over.
            PreconditionFailed: it is not the version `expected` any more.
        """
        with self.storage.begin() as work:
            now = self.clock.now()
            work.slots.get(slot_id)
            (slot,) = work.slots.lock([slot_id])
            check_version(_not_over(slot, now), expected)
            closing = self._close(work, [slot], reason=reason, by=by, now=now)
            called_off = self._called_off(work, closing.id, [slot], now=now)
            work.commit()
        return self._finished(closing, called_off)

    def close_stretch(self, stretch: Stretch, *, reason: str, by: Actor) -> CalledOff:
        """Call off what starts in a stretch of time and has not started yet; schedules make
        nothing in it any more.

        Raises:
            NotFound: an activity that is none.
        """
        with self.storage.begin() as work:
            now = self.clock.now()
            for closure in self._closures(work, stretch, reason=reason, now=now):
                work.closures.add(closure)
            slots = _ahead(work, stretch, now)
            closing = self._close(work, slots, reason=reason, by=by, now=now)
            called_off = self._called_off(work, closing.id, slots, now=now)
            work.commit()
        return self._finished(closing, called_off)

    def resume(self) -> int:
        """Go on with what was begun and not finished; return how many bookings that
        cancelled.
        """
        with self.storage.begin() as work:
            begun = work.closings.unfinished()
        return sum(self._finish(closing) for closing in begun)

    def _preview(self, find: Find) -> CalledOff:
        with self.storage.begin() as work:
            now = self.clock.now()
            return self._called_off(work, None, find(work, now), now=now)

    def _called_off(
        self,
        work: UnitOfWork,
        closing_id: UUID | None,
        slots: Sequence[TimeSlot],
        *,
        now: datetime,
    ) -> CalledOff:
        bookings = tuple(work.bookings.open_on([slot.id for slot in slots], now))
        return CalledOff(
            closing_id=closing_id,
            slots=tuple(sorted(slots, key=lambda slot: (slot.start_time, slot.id))),
            bookings=bookings,
            guests={b.guest_id: work.guests.get(b.guest_id) for b in bookings},
        )

    def _close(
        self,
        work: UnitOfWork,
        slots: Sequence[TimeSlot],
        *,
        reason: str,
        by: Actor,
        now: datetime,
    ) -> Closing:
        closing = Closing(id=self.ids.new(), reason=reason, by=by, closed_at=now)
        for slot in slots:
            closed = replace(
                slot,
                is_available=False,
                closed_reason=reason or slot.closed_reason,
                version=slot.version + 1,
            )
            work.slots.save(closed, was=slot)
        work.closings.add(closing, [slot.id for slot in slots])
        subject = ("closing", closing.id)
        work.audit.add(self.journal.entry("slot.close", subject, by=by, at=now, reason=reason))
        return closing

    def _finished(self, closing: Closing, called_off: CalledOff) -> CalledOff:
        self._finish(closing)
        return called_off

    def _finish(self, closing: Closing) -> int:
        """Cancel what is open, guest by guest, until nothing is."""
        cancelled = 0
        for _ in range(TRIES):
            with self.storage.begin() as work:
                now = self.clock.now()
                slot_ids = work.closings.slot_ids(closing.id)
                left = work.bookings.open_on(slot_ids, now)
                if not left:
                    work.closings.finish(closing.id, at=now)
                    work.commit()
                    break
            for guest_id, _theirs in groupby(left, key=lambda booking: booking.guest_id):
                cancelled += self._cancel_for(guest_id, slot_ids, closing)
            self.waker.wake()
        return cancelled

    def _cancel_for(self, guest_id: UUID, slot_ids: Sequence[UUID], closing: Closing) -> int:
        try:
            with self.storage.begin() as work:
                now = self.clock.now()
                theirs = work.bookings.open_on(slot_ids, now, guest_id=guest_id)
                _give_seats_back(work, theirs)
                for booking in theirs:
                    is_told = booking is theirs[0]  # one message, however many bookings
                    self._cancel(work, booking, closing, now=now, notify=is_told)
                work.commit()
        except Stale:
            return 0  # somebody changed one meanwhile: the next round looks again
        return len(theirs)

    def _cancel(
        self, work: UnitOfWork, was: Booking, closing: Closing, *, now: datetime, notify: bool
    ) -> None:
        slot = work.slots.get(was.time_slot_id)
        by = closing.by
        booking = was.cancel(now, actor=by, starts_at=slot.start_time, reason=closing.reason)
        work.bookings.save(booking, was=was)
        self.charging.follow(work, booking, by=by, at=now)
        kind = EventKind.SLOT_CLOSED
        work.outbox.add(self.journal.event(kind, booking, by=by, at=now, notify=notify))
        subject = ("booking", booking.id)
        work.audit.add(
            self.journal.entry("booking.cancel", subject, by=by, at=now, changed=("status",))
        )

    def _closures(
        self, work: UnitOfWork, stretch: Stretch, *, reason: str, now: datetime
    ) -> list[Closure]:
        concerned: Sequence[UUID | None] = [None]
        if stretch.activity_ids is not None:
            concerned = [work.activities.get(one).id for one in stretch.activity_ids]
        return [
            Closure(
                id=self.ids.new(),
                activity_id=activity_id,
                starts_at=stretch.start,
                ends_at=stretch.end,
                reason=reason,
                created_at=now,
            )
            for activity_id in concerned
        ]


def _ahead(work: UnitOfWork, stretch: Stretch, now: datetime) -> Sequence[TimeSlot]:
    found = work.slots.lock_between(
        stretch.start, stretch.end, activity_ids=stretch.activity_ids
    )
    return [slot for slot in found if not slot.has_started(now)]


def _not_over(slot: TimeSlot, now: datetime) -> TimeSlot:
    if now >= slot.end_time:
        raise InvalidTime("This departure is over")
    return slot


def _give_seats_back(work: UnitOfWork, bookings: Sequence[Booking]) -> None:
    # Slots by id, then bookings: as everybody takes these locks.
    seats: dict[UUID, int] = {}
    for booking in bookings:
        seats[booking.time_slot_id] = seats.get(booking.time_slot_id, 0) + booking.seats
    for slot_id, number in sorted(seats.items()):
        work.slots.release(slot_id, number)
