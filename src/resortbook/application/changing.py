"""Changing a booking that exists: the unit of work that all changes share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.charging import Charging
from resortbook.application.expiry import ExpiryService
from resortbook.application.journal import Journal
from resortbook.application.once import keep
from resortbook.application.promises import Promises
from resortbook.application.refusals import Refusals
from resortbook.domain.activity import Activity, ActivityBrief
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingDetail
from resortbook.domain.errors import SlotUnavailable, Unavailable
from resortbook.domain.events import EventKind
from resortbook.domain.money import ZERO, Money
from resortbook.domain.slot import Reason, TimeSlot
from resortbook.ports.idempotency import Once
from resortbook.ports.jobs import Waker
from resortbook.ports.sales_storage import ResourcesTaken, SeatClaim, SeatsTaken, Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A booking as it stands at the moment of a decision."""

    booking: Booking
    slot: TimeSlot
    activity: Activity
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a decision leads to: the new value, where its seats are, and what to call it.

    `to` is the slot it is on afterwards. A booking equal to the present one changes nothing. A
    `fee` is charged beside its price.
    """

    booking: Booking
    to: TimeSlot
    kind: EventKind
    action: str
    changed: tuple[str, ...]
    whole: bool = False
    fee: Money = ZERO


class NoSeats(Exception):
    """A decision needed seats that could not be had; nothing changed."""

    def __init__(self, present: Present, outcome: Outcome, refused: SeatsTaken) -> None:
        """Keep what was decided, so that the refusal can offer something else."""
        super().__init__("no seats")
        self.present = present
        self.outcome = outcome
        self.in_the_way = (
            refused.slot_ids if isinstance(refused, ResourcesTaken) else frozenset[UUID]()
        )

    @property
    def reason(self) -> Reason:
        """Why they could not be had."""
        if not self.outcome.to.is_available:
            return Reason.CLOSED
        return Reason.RESOURCE if self.in_the_way else Reason.SOLD_OUT


Decide = Callable[[UnitOfWork, Present], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changing:
    """Runs a decision about one booking against whoever else decides about it at the same
    moment.

    The loser of a race reads again and decides again, and so learns what became of the booking.
    """

    storage: Storage
    clock: Clock
    journal: Journal
    expiry: ExpiryService
    refusals: Refusals
    promises: Promises
    charging: Charging
    waker: Waker

    def change(
        self, booking_id: UUID, decide: Decide, *, by: Actor, once: Once | None = None
    ) -> BookingDetail:
        """Load, decide, move the seats, save, tell; all in one transaction.

        Raises:
            NotFound, NotYours: no such booking, or not for this actor.
            SlotUnavailable: more seats were needed than could be had; nothing changed.
            AnswerKept: the idempotency key is used up.
        """
        may_sweep = True
        for _ in range(TRIES):
            try:
                return self._attempt(booking_id, decide, by=by, once=once)
            except Stale:
                continue
            except NoSeats as refused:
                swept = may_sweep and self._sweep(refused)
                may_sweep = False
                if not swept:
                    raise self._refusal(refused) from None
        raise Unavailable("This booking is being changed by too many at once, please try again")

    def _attempt(
        self, booking_id: UUID, decide: Decide, *, by: Actor, once: Once | None
    ) -> BookingDetail:
        with self.storage.begin() as work:
            was = work.bookings.get(booking_id).owned_by(by)
            slot = work.slots.get(was.time_slot_id)
            activity = work.activities.get(was.activity_id)
            now = self.clock.now()
            present = Present(booking=was, slot=slot, activity=activity, now=now)
            outcome = decide(work, present)
            detail = BookingDetail(
                booking=outcome.booking, activity=ActivityBrief.of(activity), slot=outcome.to
            )
            if outcome.booking != was:
                _move_seats(work, present, outcome)
                work.bookings.save(outcome.booking, was=was)
                self._tell(work, outcome, by=by, at=now)
            if outcome.booking != was or outcome.fee != ZERO:
                self.charging.follow(work, outcome.booking, by=by, at=now, fee=outcome.fee)
            if kept := keep(once, detail, at=now):
                work.answers.add(kept)
            work.commit()
        self.waker.wake()
        return detail

    def _sweep(self, refused: NoSeats) -> int:
        # Holds that ran out stand in the counter until somebody ends them.
        slot_ids = refused.in_the_way or {refused.outcome.to.id}
        return sum(self.expiry.expire_pending_bookings(slot_id=one) for one in slot_ids)

    def _refusal(self, refused: NoSeats) -> SlotUnavailable:
        present, outcome = refused.present, refused.outcome
        return self.refusals.unavailable(
            outcome.to,
            refused.reason,
            activity=present.activity,
            seats=outcome.booking.seats,
            now=present.now,
        )

    def _tell(self, work: UnitOfWork, outcome: Outcome, *, by: Actor, at: datetime) -> None:
        booking = outcome.booking
        work.outbox.add(self.journal.event(outcome.kind, booking, by=by, at=at))
        for promise in self.promises.after(outcome.kind, booking, outcome.to, at=at):
            work.outbox.add(promise)
        work.audit.add(
            self.journal.entry(
                outcome.action, ("booking", booking.id), by=by, at=at, changed=outcome.changed
            )
        )


def _move_seats(work: UnitOfWork, present: Present, outcome: Outcome) -> None:
    """Write the difference in seats, slots by id, so that crossing moves cannot deadlock."""
    was, booking = present.booking, outcome.booking
    needed = {was.time_slot_id: -_seats_of(was)}
    needed[booking.time_slot_id] = needed.get(booking.time_slot_id, 0) + _seats_of(booking)
    if outcome.to.uses_resources and needed[outcome.to.id] > 0:
        # Resources before slots, always: a claim takes its locks in this order.
        _take_resources(work, present, outcome)
    for slot_id, seats in sorted(needed.items()):
        if seats > 0:
            _claim(work, slot_id, seats, present, outcome)
        elif seats < 0:
            work.slots.release(slot_id, -seats)


def _claim(
    work: UnitOfWork, slot_id: UUID, seats: int, present: Present, outcome: Outcome
) -> None:
    try:
        work.slots.claim(
            SeatClaim(
                slot_id=slot_id,
                seats=seats,
                whole=outcome.whole,
                shares=outcome.to.uses_resources,
                start=outcome.to.start_time,
            )
        )
    except SeatsTaken as refused:
        if work.slots.get(slot_id).start_time != outcome.to.start_time:
            raise Stale("The departure was delayed meanwhile") from None
        raise NoSeats(present, outcome, refused) from None


def _take_resources(work: UnitOfWork, present: Present, outcome: Outcome) -> None:
    was = present.booking
    try:
        work.resources.take(
            outcome.to.id, leaving=was.time_slot_id, seats_leaving=_seats_of(was)
        )
    except ResourcesTaken as refused:
        raise NoSeats(present, outcome, refused) from None


def _seats_of(booking: Booking) -> int:
    return booking.seats if booking.status.holds_seats else 0
