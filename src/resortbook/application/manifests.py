"""Manifests: who is to come aboard a departure, as staff read it at the pier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from resortbook.application.desk import DeskBooking
from resortbook.application.policy import BookingPolicy
from resortbook.application.refusals import Refusals
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import NotFound
from resortbook.domain.note import BookingNote
from resortbook.domain.schedule import day_bounds
from resortbook.domain.slot import SlotReading
from resortbook.domain.words import normalised
from resortbook.ports.desk_reads import Aboard
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter, BookingFilter, Reads, SlotFilter
from resortbook.ports.world import Clock

_ABOARD = (
    BookingStatus.PENDING,
    BookingStatus.CONFIRMED,
    BookingStatus.COMPLETED,
    BookingStatus.NO_SHOW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A departure with its bookings, holds too, by lead name; without what fell through."""

    reading: SlotReading
    activity: Activity
    bookings: tuple[DeskBooking, ...]
    notes: Mapping[UUID, Sequence[BookingNote]]

    @property
    def people(self) -> int:
        """How many are to come, without those who did not."""
        return sum(
            one.detail.booking.participants
            for one in self.bookings
            if one.detail.booking.status is not BookingStatus.NO_SHOW
        )

    @property
    def arrived(self) -> int:
        """How many were checked in."""
        return sum(one.detail.booking.checked_in_count or 0 for one in self.bookings)

    @property
    def is_under_minimum(self) -> bool:
        """Whether somebody comes, but fewer than the activity asks for."""
        return 0 < self.people < self.activity.min_party


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A departure with how many come to it."""

    reading: SlotReading
    activity: Activity
    aboard: Aboard

    @property
    def is_under_minimum(self) -> bool:
        """Whether somebody comes, but fewer than the activity asks for."""
        return 0 < self.aboard.people < self.activity.min_party


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestService:
    """Reads manifests; nothing here changes anything."""

    reads: Reads
    clock: Clock
    refusals: Refusals
    policy: BookingPolicy

    def of_day(self, day: date) -> Sequence[Departure]:
        """Return the departures of a resort day by start, those that are over or closed too,
        with how many come.
        """
        now = self.clock.now()
        start, end = day_bounds(day, day, self.policy.zone)
        aboard = self.reads.desk.aboard(start, end, now=now)
        readings = self.reads.catalogue.slots(SlotFilter(now=now, start=start, end=end)).items
        activities = self._activities() if readings else {}
        return [
            Departure(
                reading=reading,
                activity=activities[reading.slot.activity_id],
                aboard=aboard.get(reading.slot.id, Aboard()),
            )
            for reading in readings
        ]

    def of_slot(self, slot_id: UUID) -> Manifest:
        """Return the manifest of a departure. Raises NotFound."""
        reading = self.refusals.reading(slot_id, now=self.clock.now())
        activity = self.reads.catalogue.activity(reading.slot.activity_id)
        if activity is None:
            raise NotFound("There is no such activity")
        bookings = sorted(self._bookings(slot_id), key=_by_name)
        return Manifest(
            reading=reading,
            activity=activity,
            bookings=tuple(bookings),
            notes=self._notes([one.detail.booking.id for one in bookings]),
        )

    def _activities(self) -> Mapping[UUID, Activity]:
        wanted, page = ActivityFilter(include_inactive=True), Page(limit=100)
        found: dict[UUID, Activity] = {}
        while True:
            part = self.reads.catalogue.activities(wanted, page, now=self.clock.now())
            found |= {activity.id: activity for activity in part.items}
            if part.next_cursor is None:
                return found
            page = Page(limit=100, cursor=part.next_cursor)

    def _bookings(self, slot_id: UUID) -> list[DeskBooking]:
        wanted = BookingFilter(now=self.clock.now(), time_slot_id=slot_id, statuses=_ABOARD)
        found: list[DeskBooking] = []
        page = Page(limit=100)
        while True:
            part = self.reads.sales.bookings(wanted, page)
            guests = self.reads.sales.guests_of([one.booking.guest_id for one in part.items])
            found += [
                DeskBooking(detail=one, guest=guests[one.booking.guest_id])
                for one in part.items
            ]
            if part.next_cursor is None:
                return found
            page = Page(limit=100, cursor=part.next_cursor)

    def _notes(self, booking_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[BookingNote]]:
        notes: dict[UUID, list[BookingNote]] = {}
        for note in self.reads.desk.notes(booking_ids):
            notes.setdefault(note.booking_id, []).append(note)
        return notes


def _by_name(found: DeskBooking) -> tuple[str, str]:
    booking = found.detail.booking
    return normalised(booking.lead_name or found.guest.name), booking.reference
