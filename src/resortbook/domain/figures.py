"""Figures: what departures held, sold and brought in, added up by day and activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from resortbook.domain.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Sums over departures and their bookings.

    `capacity` and `booked` count seats of departures that were on sale or sold; `booked`,
    `bookings`, `participants` and `revenue` are of what was sold (confirmed, completed, not
    shown up); complimentary bookings bring in nothing, and fees stand elsewhere.
    `lead_minutes` add up how long before their departure bookings were made; `doors` counts
    them by the door they came through.
    """

    departures: int = 0
    capacity: int = 0
    booked: int = 0
    bookings: int = 0
    participants: int = 0
    revenue: Money = ZERO
    cancelled: int = 0
    no_shows: int = 0
    expired: int = 0
    lead_minutes: int = 0
    doors: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "Figures") -> "Figures":
        """Add up."""
        doors = dict(self.doors)
        for door, count in other.doors.items():
            doors[door] = doors.get(door, 0) + count
        return Figures(
            departures=self.departures + other.departures,
            capacity=self.capacity + other.capacity,
            booked=self.booked + other.booked,
            bookings=self.bookings + other.bookings,
            participants=self.participants + other.participants,
            revenue=self.revenue + other.revenue,
            cancelled=self.cancelled + other.cancelled,
            no_shows=self.no_shows + other.no_shows,
            expired=self.expired + other.expired,
            lead_minutes=self.lead_minutes + other.lead_minutes,
            doors=doors,
        )

    @property
    def rate(self) -> float:
        """The part of the seats that was sold, to four places."""
        return round(self.booked / self.capacity, 4) if self.capacity else 0.0

    @property
    def lead_hours(self) -> float | None:
        """How long before their departure bookings were made, on average; None without any."""
        return round(self.lead_minutes / 60 / self.bookings, 1) if self.bookings else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """How many guests wrote to the resort, and how many of them the desk answered or had to."""

    guests: int = 0
    with_desk: int = 0

    @property
    def bot_alone(self) -> int:
        """Those whom the bot served without anybody's help."""
        return self.guests - self.with_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """The figures of one activity on one day of the resort."""

    day: date
    activity_id: UUID
    figures: Figures
