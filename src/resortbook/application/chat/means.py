"""What the stories of the chat work with."""

from dataclasses import dataclass
from uuid import UUID

from resortbook.application.bookings import BookingService
from resortbook.application.chat.acts import Acts
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.times import Times
from resortbook.application.phrases.words import Words
from resortbook.application.policy import BookingPolicy
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.ports.paging import Page
from resortbook.ports.reads import BookingFilter, Reads

MOST_BOOKINGS = 50
OPEN = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The services under the chat, and the reads that its stories share."""

    reads: Reads
    bookings: BookingService
    times: Times
    acts: Acts
    words: Words
    policy: BookingPolicy

    def activity(self, activity_id: UUID) -> Activity | None:
        """Return an activity that is offered."""
        found = self.reads.catalogue.activity(activity_id)
        return found if found is not None and found.is_active else None

    def booking(self, exchange: Exchange, booking_id: UUID) -> BookingDetail | None:
        """Return a booking if it is the guest's own."""
        detail = self.reads.sales.booking(booking_id)
        is_own = detail is not None and detail.booking.guest_id == exchange.guest.id
        return detail if is_own else None

    def ahead(self, exchange: Exchange) -> list[BookingDetail]:
        """Return the guest's holds and bookings that lie ahead, soonest first."""
        wanted = BookingFilter(
            now=exchange.now, guest_id=exchange.guest.id, statuses=OPEN, upcoming=True
        )
        found = self.reads.sales.bookings(wanted, Page(limit=MOST_BOOKINGS))
        return sorted(found.items, key=lambda one: one.slot.start_time)

    def open_holds(self, exchange: Exchange) -> list[BookingDetail]:
        """Return the holds that were told last and still stand."""
        told = (self.booking(exchange, one) for one in exchange.state.held)
        return [one for one in told if one is not None and is_hold(one, exchange)]

    def cancel(self, exchange: Exchange, booking_id: UUID) -> BookingDetail:
        """Cancel a booking or let go of a hold, once; raises as the booking service."""
        return self.acts.do(
            exchange,
            "cancel",
            lambda once: self.bookings.cancel_booking(booking_id, by=exchange.by, once=once),
        )


def is_hold(detail: BookingDetail, exchange: Exchange) -> bool:
    """Whether a booking is a hold that can still be confirmed."""
    return detail.booking.status_at(exchange.now) is BookingStatus.PENDING
