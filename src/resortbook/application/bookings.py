"""Everything a guest can do to a booking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.amending import Amending, BookingChanges
from resortbook.application.changing import Changing, Outcome, Present
from resortbook.application.expiry import ExpiryService
from resortbook.application.hold import BookingRequest, Holder
from resortbook.application.moving import Moving
from resortbook.application.placing import Placing, Wanted
from resortbook.application.policy import BookingPolicy
from resortbook.application.references import as_booking_key
from resortbook.application.refusals import Refusals, check_possible
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.errors import AuthRequired, InvalidInput, NotFound
from resortbook.domain.events import EventKind
from resortbook.domain.money import ZERO, Money
from resortbook.domain.party import check_rules, quote
from resortbook.domain.slot import Reason, SlotReading, TimeSlot
from resortbook.ports.idempotency import Once
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import BookingFilter, Reads, SlotFilter
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingService:
    """Holds, confirms, changes and cancels bookings. Each method is one unit of work.

    A guest acts on the guest's own bookings, staff on anybody's. `once` makes a repeated
    request harmless.
    """

    reads: Reads
    clock: Clock
    policy: BookingPolicy
    holder: Holder
    placing: Placing
    changing: Changing
    amending: Amending
    moving: Moving
    refusals: Refusals
    expiry: ExpiryService

    def check_availability(
        self, activity_id: UUID, start_time: datetime, participants: int = 1
    ) -> tuple[SlotReading, Reason | None]:
        """Return the slot that starts then, and why that many people cannot book it (None:
        they can).

        Of several departures at that time it is the one with most seats left.

        Raises:
            NotFound: no such activity, or no departure at that time.
            InvalidInput: not a number of people.
        """
        now = self.clock.now()
        activity = self._offered(activity_id)
        seats = quote(activity, participants).seats
        moment = timedelta(microseconds=1)
        found = self.reads.catalogue.slots(
            SlotFilter(
                now=now, start=start_time, end=start_time + moment, activity_id=activity_id
            )
        )
        if not found.items:
            raise NotFound("There is no departure at that time")
        best = max(found.items, key=lambda reading: reading.seats_left)
        return best, best.reason_against(seats, activity=activity, now=now)

    def create_booking(
        self, request: BookingRequest, *, by: Actor, once: Once | None = None
    ) -> BookingDetail:
        """Hold the seats for the guest `by` until the hold runs out.

        Raises:
            NotFound: no such activity or slot, or it is not offered.
            InvalidInput, CapacityExceeded, RuleViolated, InvalidTime: it can never be
            booked so.
            SlotUnavailable: closed, past its cut-off or sold out; the details hold
                alternatives.
            HoldLimitReached: the guest has too many open holds.
            AnswerKept: the key of `once` is used up.
        """
        if by.guest_id is None:
            raise AuthRequired("Please sign in to book")
        now = self.clock.now()
        activity, slot = self._wished(request)
        asked = quote(activity, request.party)
        check_possible(slot, seats=asked.seats, now=now)
        check_rules(activity, asked)
        self.refusals.check_open(slot, activity=activity, seats=asked.seats, now=now)
        hold = self.holder.hold(
            request,
            asked,
            activity=activity,
            slot=slot,
            guest_id=by.guest_id,
            door=by.door,
            now=now,
        )
        limit = self.policy.max_holds
        return self.placing.place(
            Wanted(
                booking=hold, activity=activity, slot=slot, by=by, once=once, hold_limit=limit
            )
        )

    def confirm_booking(
        self, booking_id: UUID, *, by: Actor, once: Once | None = None
    ) -> BookingDetail:
        """Turn a hold into a confirmed booking.

        Raises:
            NotFound, NotYours: no such booking, or not for this actor.
            HoldExpired: the hold ran out before this moment, swept or not.
            AlreadyConfirmed, AlreadyCancelled, BookingClosed: it is not pending.
        """

        def decide(_: UnitOfWork, present: Present) -> Outcome:
            return Outcome(
                booking=present.booking.confirm(present.now),
                to=present.slot,
                kind=EventKind.BOOKING_CONFIRMED,
                action="booking.confirm",
                changed=("status",),
            )

        return self.changing.change(booking_id, decide, by=by, once=once)

    def cancel_booking(
        self,
        booking_id: UUID,
        *,
        by: Actor,
        reason: str = "",
        fee: Money = ZERO,
        once: Once | None = None,
    ) -> BookingDetail:
        """Cancel a booking (a hold: decline it) and give its seats back; a fee is charged.

        Raises:
            NotFound, NotYours: no such booking, or not for this actor.
            DeadlinePassed: confirmed, and a guest is too late.
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """

        def decide(_: UnitOfWork, present: Present) -> Outcome:
            return Outcome(
                booking=present.booking.cancel(
                    present.now, actor=by, starts_at=present.slot.start_time, reason=reason
                ),
                to=present.slot,
                kind=EventKind.BOOKING_CANCELLED,
                action="booking.cancel",
                changed=("status",),
                fee=fee,
            )

        return self.changing.change(booking_id, decide, by=by, once=once)

    def reschedule_booking(
        self,
        booking_id: UUID,
        time_slot_id: UUID,
        *,
        by: Actor,
        fee: Money = ZERO,
        once: Once | None = None,
    ) -> BookingDetail:
        """Move a booking to another slot of its activity: both slots change, or neither; a fee
        is charged.

        Raises:
            NotFound, NotYours, InvalidInput: no such booking or slot, or of another activity.
            DeadlinePassed, AlreadyCancelled, HoldExpired, BookingClosed: it may not move.
            InvalidTime, CapacityExceeded, SlotUnavailable: the slot cannot take it.
        """

        def decide(work: UnitOfWork, present: Present) -> Outcome:
            moved = self.moving.decide(present, work.slots.get(time_slot_id), by=by)
            return replace(moved, fee=fee)

        return self.changing.change(booking_id, decide, by=by, once=once)

    def amend_booking(
        self,
        booking_id: UUID,
        changes: BookingChanges,
        *,
        by: Actor,
        once: Once | None = None,
    ) -> BookingDetail:
        """Change the party or the words of a booking; all of it, or nothing.

        Raises:
            NotFound, NotYours: no such booking, or not for this actor.
            InvalidInput, CapacityExceeded, RuleViolated: the party can never be booked so.
            SlotUnavailable: more seats are not to be had, or it is past the cut-off.
            DeadlinePassed: confirmed, would shrink, and a guest is too late.
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """

        def decide(_: UnitOfWork, present: Present) -> Outcome:
            return self.amending.decide(present, changes, by=by)

        return self.changing.change(booking_id, decide, by=by, once=once)

    def change_party(
        self,
        booking_id: UUID,
        party: Mapping[str, int] | int,
        *,
        by: Actor,
        once: Once | None = None,
    ) -> BookingDetail:
        """Change how many come; raises as `amend_booking`."""
        return self.amend_booking(booking_id, BookingChanges(party=party), by=by, once=once)

    def get_booking(self, key: UUID | str, *, by: Actor) -> BookingDetail:
        """Return a booking by its id or reference. Raises NotFound, NotYours."""
        known = key if isinstance(key, UUID) else as_booking_key(key)
        detail = self.reads.sales.booking(known) if known is not None else None
        if detail is None:
            raise NotFound("There is no such booking")
        detail.booking.owned_by(by)
        return detail

    def find_id(self, key: str) -> UUID:
        """Return the id that an id or reference names, whosever it is. Raises NotFound."""
        known = as_booking_key(key)
        if isinstance(known, UUID):
            return known
        detail = self.reads.sales.booking(known) if known is not None else None
        if detail is None:
            raise NotFound("There is no such booking")
        return detail.booking.id

    def get_user_bookings(
        self,
        guest_id: UUID,
        *,
        statuses: tuple[BookingStatus, ...] = (),
        upcoming: bool | None = None,
        page: Page | None = None,
    ) -> PageOf[BookingDetail]:
        """Return a guest's bookings, newest first, by status as it reads now. Raises
        InvalidInput.
        """
        wanted = BookingFilter(
            now=self.clock.now(), guest_id=guest_id, statuses=statuses, upcoming=upcoming
        )
        return self.reads.sales.bookings(wanted, page or Page())

    def expire_pending_bookings(self) -> int:
        """End every hold that ran out, give its seats back once, and return how many there
        were.
        """
        return self.expiry.expire_pending_bookings()

    def _wished(self, request: BookingRequest) -> tuple[Activity, TimeSlot]:
        offer = self.reads.catalogue.offer(request.activity_id, request.time_slot_id)
        if offer is None or not offer.activity.is_active:
            raise NotFound("There is no such activity")
        if offer.slot is None:
            raise NotFound("There is no such time slot")
        if offer.slot.activity_id != offer.activity.id:
            raise InvalidInput.on("time_slot_id", "This time belongs to another activity")
        return offer.activity, offer.slot

    def _offered(self, activity_id: UUID) -> Activity:
        activity = self.reads.catalogue.activity(activity_id)
        if activity is None or not activity.is_active:
            raise NotFound("There is no such activity")
        return activity
