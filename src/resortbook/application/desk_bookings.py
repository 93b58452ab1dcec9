"""One booking as the desk works on it: what happened to it, who came, what was noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.bookings import BookingService
from resortbook.application.changing import Changing, Outcome, Present
from resortbook.application.desk import DeskBooking
from resortbook.application.journal import Journal
from resortbook.application.passes import Passes
from resortbook.application.policy import BookingPolicy
from resortbook.domain.actor import Actor
from resortbook.domain.audit import AuditEntry
from resortbook.domain.booking import Booking, BookingDetail
from resortbook.domain.correction import checked_in, not_checked_in
from resortbook.domain.errors import InvalidInput, NotFound
from resortbook.domain.events import EventKind
from resortbook.domain.guest import Guest
from resortbook.domain.note import BookingNote
from resortbook.ports.charges import ListedCharge
from resortbook.ports.outgoing import OutgoingMessage
from resortbook.ports.reads import Reads
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBooking:
    """A booking with everything that the desk may want to know of it, oldest first."""

    booking: DeskBooking
    history: Sequence[AuditEntry]
    messages: Sequence[OutgoingMessage]
    notes: Sequence[BookingNote]
    charges: Sequence[ListedCharge]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskBookingService:
    """What the desk does with a booking beside changing it. Each method is one unit of work."""

    storage: Storage
    reads: Reads
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    journal: Journal
    bookings: BookingService
    changing: Changing
    passes: Passes

    def get(self, key: UUID | str, *, by: Actor) -> WholeBooking:
        """Return a booking by its id or reference, with its history. Raises NotFound."""
        detail = self.bookings.get_booking(key, by=by)
        booking_id = detail.booking.id
        return WholeBooking(
            booking=DeskBooking(detail=detail, guest=self.guest_of(detail.booking)),
            history=self.reads.desk.history(booking_id),
            messages=self.reads.outgoing.about(booking_id),
            notes=self.reads.desk.notes([booking_id]),
            charges=self.reads.charges.of(booking_id),
        )

    def guest_of(self, booking: Booking) -> Guest:
        """Return whose a booking is."""
        return self.reads.sales.guests_of([booking.guest_id])[booking.guest_id]

    def note(self, key: UUID | str, body: str, *, by: Actor) -> BookingNote:
        """Write a note on a booking, for staff alone. Raises NotFound."""
        booking = self.bookings.get_booking(key, by=by).booking
        now = self.clock.now()
        note = BookingNote(
            id=self.ids.new(),
            booking_id=booking.id,
            author_id=by.guest_id,
            body=body,
            created_at=now,
        )
        with self.storage.begin() as work:
            work.notes.add(note)
            subject = ("booking", booking.id)
            work.audit.add(self.journal.entry("booking.note", subject, by=by, at=now))
            work.commit()
        return note

    def show_phone(self, key: UUID | str, *, by: Actor) -> str | None:
        """Return a guest's number in full, and take down who asked for it. Raises NotFound."""
        booking = self.bookings.get_booking(key, by=by).booking
        with self.storage.begin() as work:
            subject = ("booking", booking.id)
            entry = self.journal.entry("booking.phone", subject, by=by, at=self.clock.now())
            work.audit.add(entry)
            work.commit()
        return self.guest_of(booking).phone

    def check_in(self, code: str, *, by: Actor, arrived: int | None = None) -> BookingDetail:
        """Take down that a party has come, by the code or reference that it shows.

        The second time changes nothing and answers with the first.

        Raises:
            NotFound: no such reference.
            FieldConflict: on `code`: forged, or for another day; on `status`: still a hold.
            InvalidInput: more people than were booked.
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """
        booking_id = self.bookings.find_id(self.passes.read(code))

        def decide(_: UnitOfWork, present: Present) -> Outcome:
            was = present.booking
            if arrived is not None and arrived > was.participants:
                raise InvalidInput.on("arrived", f"{was.participants} people were booked")
            booking = checked_in(
                was,
                arrived,
                now=present.now,
                starts_at=present.slot.start_time,
                zone=self.policy.zone,
            )
            return _outcome(present, booking, "booking.check_in")

        return self.changing.change(booking_id, decide, by=by)

    def undo_check_in(self, key: UUID | str, *, by: Actor) -> BookingDetail:
        """Take a check-in back.

        Raises:
            NotFound: no such booking.
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """

        def decide(_: UnitOfWork, present: Present) -> Outcome:
            booking = not_checked_in(present.booking, now=present.now)
            return _outcome(present, booking, "booking.undo_check_in")

        return self.changing.change(self._id(key), decide, by=by)

    def pass_of(self, key: UUID | str, *, by: Actor) -> str:
        """Return the code that a guest shows to be checked in. Raises NotFound, NotYours."""
        return self.passes.make(self.bookings.get_booking(key, by=by).booking.reference)

    def id_of(self, key: str) -> UUID:
        """Return the id of a booking that is there. Raises NotFound."""
        return self._id(key)

    def shown_for(self, booking_id: UUID) -> Callable[[BookingDetail], DeskBooking]:
        """Return how to show a booking to staff, without reading anything more then.

        Raises:
            NotFound: no such booking.
        """
        detail = self.reads.sales.booking(booking_id)
        if detail is None:
            raise NotFound("There is no such booking")
        guest = self.guest_of(detail.booking)
        return lambda changed: DeskBooking(detail=changed, guest=guest)

    def _id(self, key: UUID | str) -> UUID:
        return key if isinstance(key, UUID) else self.bookings.find_id(key)


def _outcome(present: Present, booking: Booking, action: str) -> Outcome:
    return Outcome(
        booking=booking,
        to=present.slot,
        kind=EventKind.BOOKING_CHANGED,
        action=action,
        changed=("checked_in_at",),
    )
