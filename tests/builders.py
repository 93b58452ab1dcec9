"""Values for tests: each builder makes a sensible one, and takes what matters to the test."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from resortbook.domain.activity import Activity, Rate
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import Booking
from resortbook.domain.guest import Channel, ChannelAddress, Guest
from resortbook.domain.money import Money
from resortbook.domain.party import quote
from resortbook.domain.slot import TimeSlot
from resortbook.domain.terms import cancel_by

NOON = datetime(2026, 10, 15, 17, 0, tzinfo=UTC)  # noon in Cancún
TOMORROW = NOON + timedelta(days=1)


def a_rate(code: str = "person", price: str = "80.00", **facts: Any) -> Rate:
    facts.setdefault("label", code.capitalize())
    return Rate(code=code, price=Money.parse(price), **facts)


def an_activity(name: str = "Jet Skiing", **facts: Any) -> Activity:
    slug = facts.pop("slug", name.lower().replace(" ", "-"))
    values: dict[str, Any] = {
        "id": uuid7(),
        "slug": slug,
        "name": name,
        "description": f"{name} at the reef.",
        "category": "watersports",
        "rates": (a_rate(),),
        "currency": "USD",
        "duration_minutes": 30,
        "capacity_per_slot": 10,
        "location": "North Pier",
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Activity(**{**values, **facts})


def a_slot(activity: Activity, start: datetime = TOMORROW, **facts: Any) -> TimeSlot:
    values: dict[str, Any] = {
        "id": uuid7(),
        "activity_id": activity.id,
        "start_time": start,
        "end_time": start + activity.duration,
        "capacity": activity.capacity_per_slot,
        "created_at": NOON,
    }
    return TimeSlot(**{**values, **facts})


def a_guest(phone: str | None = "+14155550123", **facts: Any) -> Guest:
    address = ChannelAddress(id=uuid7(), channel=Channel.PHONE, value=phone or "")
    values: dict[str, Any] = {
        "id": uuid7(),
        "addresses": (address,) if phone else (),
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Guest(**{**values, **facts})


def a_booking(
    activity: Activity,
    slot: TimeSlot,
    *,
    party: int | dict[str, int] = 2,
    guest_id: UUID | None = None,
    now: datetime = NOON,
    deadline_hours: int = 24,
    **facts: Any,
) -> Booking:
    asked = quote(activity, party)
    hold = Booking(
        id=uuid7(),
        reference=facts.pop("reference", "ABCD2345"),
        guest_id=guest_id or uuid7(),
        activity_id=activity.id,
        time_slot_id=slot.id,
        party=asked.party,
        participants=asked.participants,
        seats=asked.seats,
        lines=asked.lines,
        total_price=asked.total,
        currency=activity.currency,
        booking_source=Door.WEB,
        deadline_hours=deadline_hours,
        cancel_by=cancel_by(slot.start_time, deadline_hours, now=now),
        created_at=now,
        updated_at=now,
        expires_at=now + timedelta(minutes=30),
    )
    return replace(hold, **facts)


def the_guest(booking: Booking) -> Actor:
    return Actor.guest(booking.guest_id, door=Door.WEB)


def some_staff() -> Actor:
    return Actor.staff(uuid7())
