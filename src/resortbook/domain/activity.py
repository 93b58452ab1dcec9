"""An activity that the resort sells: its facts, its rates and its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from resortbook.domain.money import Money

DEFAULT_RATE = "person"


class PricePer(StrEnum):
    """What one price pays for."""

    PERSON = "person"
    SEAT = "seat"
    BOOKING = "booking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A price for one kind of person, by a short code such as `adult`; ages in whole years,
    both included.
    """

    code: str
    label: str
    price: Money
    min_age: int | None = None
    max_age: int | None = None
    takes_seat: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityImage:
    """A picture of an activity; `url` is absolute, or relative to the resort's own address."""

    id: UUID
    url: str
    alt_text: str
    is_primary: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A kind of activity: `code` is the slug of its label, `label` the text as first seen."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What a guest can book. `rates` are in the operator's order and never empty; the first
    one is the default.

    Capacity counts seats; `people_per_seat` people share one. Ages in years, durations in
    minutes,
    the deadline in hours (None: the resort's own setting).
    """

    id: UUID
    slug: str
    name: str
    description: str
    category: str
    rates: tuple[Rate, ...]
    currency: str
    duration_minutes: int
    capacity_per_slot: int
    price_per: PricePer = PricePer.PERSON
    people_per_seat: int = 1
    location: str = ""
    meeting_point: str = ""
    requirements: str = ""
    bring: str = ""
    min_age: int | None = None
    min_party: int = 1
    max_party: int | None = None
    arrive_minutes_before: int = 0
    booking_cutoff_minutes: int = 0
    cancellation_deadline_hours: int | None = None
    is_active: bool = True
    images: tuple[ActivityImage, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    created_at: datetime
    updated_at: datetime
    version: int = 1

    @property
    def price(self) -> Money:
        """The price that lists show: the first rate's."""
        return self.rates[0].price

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return timedelta(minutes=self.duration_minutes)

    def deadline_hours(self, resort_default: int) -> int:
        """Return the hours before the start up to which a guest may cancel."""
        if self.cancellation_deadline_hours is None:
            return resort_default
        return self.cancellation_deadline_hours

    def rate(self, code: str) -> Rate | None:
        """Return the rate of that code, or None."""
        return next((rate for rate in self.rates if rate.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityBrief:
    """What a booking shows of its activity."""

    id: UUID
    slug: str
    name: str
    location: str
    meeting_point: str
    bring: str
    duration_minutes: int
    arrive_minutes_before: int
    booking_cutoff_minutes: int

    @classmethod
    def of(cls, activity: Activity) -> "ActivityBrief":
        """Take the brief of a whole activity."""
        return cls(
            id=activity.id,
            slug=activity.slug,
            name=activity.name,
            location=activity.location,
            meeting_point=activity.meeting_point,
            bring=activity.bring,
            duration_minutes=activity.duration_minutes,
            arrive_minutes_before=activity.arrive_minutes_before,
            booking_cutoff_minutes=activity.booking_cutoff_minutes,
        )
