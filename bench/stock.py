"""The resort that is measured: activities, departures, guests who are signed in, a past."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine, insert

from bench.ids import Of, numbered
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.guest_rows import address_rows, guest_row, word_rows
from resortbook.adapters.sql.tables.login import sessions
from resortbook.adapters.sql.tables.people import guest_addresses, guest_words, guests
from resortbook.application.tokens import token_hash
from resortbook.domain.activity import Activity, ActivityImage, Category, Rate
from resortbook.domain.guest import Channel, ChannelAddress, Guest
from resortbook.domain.money import Money
from resortbook.domain.slot import TimeSlot
from resortbook.ports.storage import Storage

ACTIVITIES = 20
SPREAD_SLOTS = 1_000
HOT_SLOT = SPREAD_SLOTS
PAST_SLOT = SPREAD_SLOTS + 1
FIRST_RUSH_SLOT = SPREAD_SLOTS + 2
RUSH_SLOTS = 100
RUSH_SEATS = 50
PLENTY = 1_000_000  # seats nobody can run out of while it is measured
LOWEST_PRICE = Money(8_000)
HOLDS_EACH = 5  # as many as the product allows

_NAMES = ("Reef Snorkeling", "Sunset Sail", "Jet Skiing", "Cenote Hike", "Night Kayak")
_CATEGORIES = ("Watersports", "Sailing", "Nature", "Wellness", "Dining", "Culture")
_DESCRIPTION = (
    "Meet the crew at the pier a quarter of an hour before the start. We bring the gear in all"
    " sizes, water and fruit; you bring a towel, a hat and mineral sun cream. Beginners are as"
    " welcome as old hands, and nobody is left behind."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What there is to book, and who books it. Numbers run over the whole of a measure."""

    guests: int
    _rush: "count[int]" = field(default_factory=lambda: count(FIRST_RUSH_SLOT))

    def next_rush_slot(self) -> int:
        """Return the number of a slot with fifty seats that nobody has seen yet."""
        return next(self._rush)


def fill(storage: Storage, engine: Engine, cipher: Cipher, *, guest_count: int) -> Stock:
    """Write it all into an empty database."""
    now = datetime.now(UTC)
    activities = [_activity(number, now) for number in range(ACTIVITIES)]
    with storage.begin() as work:
        for label in _CATEGORIES:
            work.activities.name_category(Category(code=label.lower(), label=label))
        for activity in activities:
            work.activities.add(activity)
        work.slots.add_missing(_slots(activities, now))
        work.commit()
    with engine.begin() as connection:
        _add_guests(connection, cipher, guest_count, now)
    return Stock(guests=guest_count)


def token_of(guest: int) -> str:
    """Return the token by which a guest is signed in."""
    return f"token-of-guest-{guest:028d}"


def phone_of(guest: int) -> str:
    """Return a guest's phone."""
    return f"+1415{5_550_000 + guest}"


def activity_of_slot(slot: int) -> int:
    """Return the number of the activity that departs at a slot."""
    return slot % ACTIVITIES


def _activity(number: int, now: datetime) -> Activity:
    name = f"{_NAMES[number % len(_NAMES)]} {number + 1:02d}"
    adult = Rate(code="adult", label="Adult", price=_price(number), min_age=12)
    child = Rate(code="child", label="Child", price=Money(4000), min_age=4, max_age=11)
    return Activity(
        id=numbered(Of.ACTIVITY, number),
        slug=name.lower().replace(" ", "-"),
        name=name,
        description=_DESCRIPTION,
        category=_CATEGORIES[number % len(_CATEGORIES)].lower(),
        rates=(adult, child),
        currency="USD",
        duration_minutes=90,
        capacity_per_slot=RUSH_SEATS,
        location="North Pier",
        meeting_point="The blue hut at the end of the pier",
        requirements="You can swim",
        bring="Towel, hat, sun cream",
        arrive_minutes_before=15,
        booking_cutoff_minutes=30,
        images=tuple(_image(number, order) for order in range(2)),
        created_at=now,
        updated_at=now,
    )


def _price(number: int) -> Money:
    return Money(LOWEST_PRICE.minor + 250 * number)


def _image(activity: int, order: int) -> ActivityImage:
    return ActivityImage(
        id=numbered(Of.IMAGE, 2 * activity + order),
        url=f"/media/activity-{activity}-{order}.jpg",
        alt_text="Guests and crew on the water",
        is_primary=order == 0,
        order=order,
    )


def _slots(activities: Sequence[Activity], now: datetime) -> list[TimeSlot]:
    tomorrow = now.replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    slots = []
    for number in range(FIRST_RUSH_SLOT + RUSH_SLOTS):
        activity = activities[activity_of_slot(number)]
        start = tomorrow + timedelta(hours=number // ACTIVITIES)
        capacity = RUSH_SEATS if number >= FIRST_RUSH_SLOT else PLENTY
        slot = TimeSlot(
            id=numbered(Of.SLOT, number),
            activity_id=activity.id,
            start_time=start,
            end_time=start + activity.duration,
            capacity=capacity,
            created_at=now,
        )
        slots.append(slot)
    return slots


def _add_guests(connection: Connection, cipher: Cipher, total: int, now: datetime) -> None:
    people = [_guest(number, now) for number in range(total)]
    connection.execute(insert(guests), [guest_row(guest) for guest in people])
    addresses = [row for guest in people for row in address_rows(guest, cipher)]
    connection.execute(insert(guest_addresses), addresses)
    words = [row for guest in people for row in word_rows(guest, cipher)]
    connection.execute(insert(guest_words), words)
    connection.execute(insert(sessions), [_session(number, now) for number in range(total)])


def _guest(number: int, now: datetime) -> Guest:
    address = ChannelAddress(
        id=numbered(Of.ADDRESS, number),
        channel=Channel.PHONE,
        value=phone_of(number),
    )
    return Guest(
        id=numbered(Of.GUEST, number),
        name=f"Ana Morales {number}",
        room=str(1_000 + number),
        language="en",
        addresses=(address,),
        created_at=now,
        updated_at=now,
    )


def _session(number: int, now: datetime) -> dict[str, Any]:
    return {
        "id": numbered(Of.SESSION, number),
        "token_hash": token_hash(token_of(number)),
        "guest_id": numbered(Of.GUEST, number),
        "is_staff": False,
        "created_at": now,
        "last_used_at": now,
        "expires_at": now + timedelta(days=30),
        "idle_after_seconds": 7 * 86_400,
        "ended_at": None,
    }
