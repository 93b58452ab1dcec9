"""The teller: knows what messages about bookings need to know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.phrases import departures
from resortbook.application.phrases.text import Text
from resortbook.application.phrases.told import Told
from resortbook.application.phrases.words import Words
from resortbook.application.refusals import ALTERNATIVES
from resortbook.application.taps import Taps
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.ports.paging import Page
from resortbook.ports.reads import BookingFilter, Reads

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Puts together what is told of bookings, in the resort's words, with links and buttons."""

    reads: Reads
    words: Words
    taps: Taps
    web_app_url: str

    def told(self, detail: BookingDetail, *, now: datetime) -> Told:
        """Return a booking as it is told at `now`."""
        return Told(
            detail=detail,
            words=self.words,
            web_app_url=self.web_app_url,
            taps=self.taps,
            now=now,
        )

    def closed_text(self, booking_id: UUID, *, now: datetime) -> Text | None:
        """Return the apology for all of the guest's bookings that were cancelled at the same
        moment as this one, by their start, with what is free instead; None if it is not.

        Reads beside any unit of work.
        """
        together = self._cancelled_with(booking_id, now=now)
        if not together:
            return None
        most = ALTERNATIVES if len(together) == 1 else 1
        closed = [
            departures.Closed(
                told=self.told(one, now=now), instead=self._free(one, most, now=now)
            )
            for one in together
        ]
        activities = f"{self.web_app_url}/activities"
        link = closed[0].told.other_times if len(closed) == 1 else activities
        return departures.closed(closed, link=link)

    def _cancelled_with(self, booking_id: UUID, *, now: datetime) -> list[BookingDetail]:
        one = self.reads.sales.booking(booking_id)
        if one is None or one.booking.cancelled_at is None:
            return []
        theirs = BookingFilter(
            now=now, guest_id=one.booking.guest_id, statuses=(BookingStatus.CANCELLED,)
        )
        found = self.reads.sales.bookings(theirs, Page(limit=MOST_AT_ONCE)).items
        moment = one.booking.cancelled_at
        together = [other for other in found if other.booking.cancelled_at == moment]
        return sorted(together, key=lambda x: (x.slot.start_time, x.booking.reference))

    def _free(self, closed: BookingDetail, most: int, *, now: datetime) -> list[datetime]:
        found = self.reads.catalogue.nearest_free(
            closed.activity.id,
            seats=closed.booking.seats,
            around=closed.slot.start_time,
            now=now,
            limit=most,
        )
        return [reading.slot.start_time for reading in found]
