"""Booking at the desk: by phone or for whoever walks in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from resortbook.application.hold import BookingRequest, Holder
from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.phones import as_e164, spellings
from resortbook.application.placing import Placing, Wanted
from resortbook.application.policy import BookingPolicy
from resortbook.application.references import as_reference
from resortbook.application.refusals import Refusals, check_capacity
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking, BookingDetail, BookingStatus
from resortbook.domain.errors import InvalidPhone, InvalidTime, NotFound
from resortbook.domain.guest import Guest
from resortbook.domain.note import BookingNote
from resortbook.domain.party import Quote, quote
from resortbook.domain.schedule import day_bounds
from resortbook.domain.slot import Reason, TimeSlot
from resortbook.domain.terms import hold_until
from resortbook.domain.words import words_of
from resortbook.ports.idempotency import Once
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import BookingFilter, Reads
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

KeyOf = Callable[[Guest], Once | None]


def _without_key(_: Guest) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskGuest:
    """Who stands at the desk or is on the phone; without a phone nobody is told anything."""

    name: str
    room: str = ""
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRequest:
    """A booking by staff: confirmed at once, or held until `hold_until`.

    `private` takes a slot whole that is still empty. `notify` False tells the guest nothing.
    """

    time_slot_id: UUID
    guest: DeskGuest
    party: Mapping[str, int] | int = 1
    special_requests: str = ""
    hold_until: datetime | None = None
    private: bool = False
    notify: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingSearch:
    """What staff look for: `text` is a reference, a room, a phone or words of a name."""

    text: str = ""
    day: date | None = None
    activity_id: UUID | None = None
    guest_id: UUID | None = None
    statuses: tuple[BookingStatus, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskBooking:
    """A booking and whose it is, as staff see it; whether its room agrees with a stay is None
    where nobody looked, or there is no room.
    """

    detail: BookingDetail
    guest: Guest
    is_room_verified: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskService:
    """What staff do for guests, by phone or at the counter."""

    storage: Storage
    reads: Reads
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    holder: Holder
    placing: Placing
    refusals: Refusals
    people: People
    journal: Journal

    def book(
        self, request: DeskRequest, *, by: Actor, once_for: KeyOf = _without_key
    ) -> DeskBooking:
        """Book for a guest, up to the end of the departure; rules of the activity may be
        broken. `once_for` returns the key that a booking of this guest uses up.

        Raises:
            NotFound: no such slot.
            InvalidInput, InvalidPhone, InvalidTime, CapacityExceeded: it can never be
            booked so.
            SlotUnavailable: closed, too few seats, or not empty for a private departure.
            AnswerKept: the key is used up.
        """
        now = self.clock.now()
        slot = self.refusals.reading(request.time_slot_id, now=now).slot
        activity = self.reads.catalogue.activity(slot.activity_id)
        if activity is None:
            raise NotFound("There is no such activity")
        asked = quote(activity, request.party)
        self._check(request, slot, activity, asked, now=now)
        guest = self._guest(request.guest, now=now)
        booking = self._booking(request, slot, activity, asked, guest=guest, by=by, now=now)
        detail = self.placing.place(
            Wanted(
                booking=booking,
                activity=activity,
                slot=slot,
                by=by,
                notify=request.notify,
                once=once_for(guest),
            )
        )
        self._note(detail.booking, request.note, by=by, now=now)
        return DeskBooking(detail=detail, guest=guest)

    def hold_ends(self, slot: TimeSlot, activity: Activity) -> datetime:
        """Return until when a hold made now is kept: as long as a guest's own, or, after the
        cut-off, up to the end of the departure.
        """
        now = self.clock.now()
        minutes = self.policy.hold_minutes
        if now < slot.cutoff(activity):
            return hold_until(now, minutes=minutes, slot=slot, activity=activity)
        return min(now + timedelta(minutes=minutes), slot.end_time)

    def find_bookings(self, wanted: BookingSearch, page: Page) -> PageOf[DeskBooking]:
        """Return bookings of all guests, newest first. Raises InvalidInput on a bad cursor."""
        start, end = None, None
        if wanted.day is not None:
            start, end = day_bounds(wanted.day, wanted.day, self.policy.zone)
        found = self.reads.sales.bookings(
            BookingFilter(
                now=self.clock.now(),
                statuses=wanted.statuses,
                activity_id=wanted.activity_id,
                guest_id=wanted.guest_id,
                starts_from=start,
                starts_before=end,
                reference=as_reference(wanted.text.strip()),
                phones=_phones(wanted.text),
                words=tuple(words_of(wanted.text)),
            ),
            page,
        )
        guests = self.reads.sales.guests_of([one.booking.guest_id for one in found.items])
        items = tuple(
            DeskBooking(detail=one, guest=guests[one.booking.guest_id]) for one in found.items
        )
        return PageOf(items=items, next_cursor=found.next_cursor)

    def _check(
        self,
        request: DeskRequest,
        slot: TimeSlot,
        activity: Activity,
        asked: Quote,
        *,
        now: datetime,
    ) -> None:
        if now >= slot.end_time:
            raise InvalidTime(
                "This departure is over", fields={"time_slot_id": ["It is over already"]}
            )
        if request.hold_until is not None and not now < request.hold_until <= slot.end_time:
            raise InvalidTime(
                "A hold ends after now and before the departure is over",
                fields={"hold_until": ["Not a time until which this can be held"]},
            )
        check_capacity(slot, asked.seats)
        if not slot.is_available:
            raise self.refusals.unavailable(
                slot, Reason.CLOSED, activity=activity, seats=asked.seats, now=now
            )

    def _guest(self, wanted: DeskGuest, *, now: datetime) -> Guest:
        with self.storage.begin() as work:
            if wanted.phone:
                phone = as_e164(wanted.phone)
                guest = self.people.by_phone(work, phone, now=now, name=wanted.name)
            else:
                guest = self.people.without_address(
                    work, now=now, name=wanted.name, room=wanted.room
                )
            work.commit()
        return guest

    def _booking(
        self,
        request: DeskRequest,
        slot: TimeSlot,
        activity: Activity,
        asked: Quote,
        *,
        guest: Guest,
        by: Actor,
        now: datetime,
    ) -> Booking:
        hold = self.holder.hold(
            BookingRequest(
                activity_id=activity.id,
                time_slot_id=slot.id,
                special_requests=request.special_requests,
                lead_name=request.guest.name,
                room=request.guest.room,
            ),
            asked,
            activity=activity,
            slot=slot,
            guest_id=guest.id,
            door=by.door,
            now=now,
        )
        sized = replace(
            hold,
            is_private=request.private,
            seats=slot.capacity if request.private else asked.seats,
        )
        if request.hold_until is not None:
            return replace(sized, expires_at=request.hold_until)
        return replace(sized, status=BookingStatus.CONFIRMED, confirmed_at=now, expires_at=None)

    def _note(self, booking: Booking, body: str, *, by: Actor, now: datetime) -> None:
        if not body:
            return
        with self.storage.begin() as work:
            work.notes.add(
                BookingNote(
                    id=self.ids.new(),
                    booking_id=booking.id,
                    author_id=by.guest_id,
                    body=body,
                    created_at=now,
                )
            )
            subject = ("booking", booking.id)
            work.audit.add(self.journal.entry("booking.note", subject, by=by, at=now))
            work.commit()


def _phones(text: str) -> tuple[str, ...]:
    """Return the number that a text is, in all spellings; none where it is no number."""
    try:
        return spellings(as_e164(text.strip()))
    except InvalidPhone:
        return ()
