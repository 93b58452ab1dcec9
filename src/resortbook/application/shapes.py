"""The shapes in which activities, slots, bookings and staff are shown to programs.

Every door that speaks JSON shows the same: plain dicts of JSON's own types, times in UTC with
a `Z`, money as decimal strings.
"""

from datetime import UTC, datetime
from typing import Any

from resortbook.application.desk import DeskBooking
from resortbook.domain.activity import Activity, ActivityImage, Rate
from resortbook.domain.booking import Booking, BookingDetail
from resortbook.domain.guest import masked
from resortbook.domain.login import StaffMember
from resortbook.domain.slot import Reason, SlotReading
from resortbook.ports.outgoing import OutgoingMessage

Shape = dict[str, Any]


def moment(at: datetime) -> str:
    """Write an aware moment as `2026-10-15T14:00:00Z`; fractions of a second are dropped."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def activity_shape(activity: Activity, *, public_url: str) -> Shape:
    """Show an activity; addresses of the resort's own pictures begin with `public_url`."""
    return {
        "id": str(activity.id),
        "slug": activity.slug,
        "name": activity.name,
        "description": activity.description,
        "category": activity.category,
        "price": str(activity.price),
        "currency": activity.currency,
        "price_per": activity.price_per.value,
        "rates": [rate_shape(rate) for rate in activity.rates],
        "people_per_seat": activity.people_per_seat,
        "duration_minutes": activity.duration_minutes,
        "capacity_per_slot": activity.capacity_per_slot,
        "location": activity.location,
        "meeting_point": activity.meeting_point,
        "requirements": activity.requirements,
        "bring": activity.bring,
        "min_age": activity.min_age,
        "min_party": activity.min_party,
        "max_party": activity.max_party,
        "arrive_minutes_before": activity.arrive_minutes_before,
        "booking_cutoff_minutes": activity.booking_cutoff_minutes,
        "cancellation_deadline_hours": activity.cancellation_deadline_hours,
        "is_active": activity.is_active,
        "images": [image_shape(image, public_url=public_url) for image in activity.images],
        "metadata": dict(activity.metadata),
        "created_at": moment(activity.created_at),
        "updated_at": moment(activity.updated_at),
    }


def rate_shape(rate: Rate) -> Shape:
    """Show a rate."""
    return {
        "code": rate.code,
        "label": rate.label,
        "price": str(rate.price),
        "min_age": rate.min_age,
        "max_age": rate.max_age,
        "takes_seat": rate.takes_seat,
    }


def image_shape(image: ActivityImage, *, public_url: str = "") -> Shape:
    """Show a picture."""
    is_own = image.url.startswith("/")
    return {
        "url": f"{public_url}{image.url}" if is_own else image.url,
        "alt_text": image.alt_text,
        "is_primary": image.is_primary,
        "order": image.order,
    }


def desk_image_shape(image: ActivityImage, *, public_url: str) -> Shape:
    """Show a picture with the id by which the desk edits it."""
    return {"id": str(image.id), **image_shape(image, public_url=public_url)}


def slot_shape(reading: SlotReading, reason: Reason | None) -> Shape:
    """Show a departure as it stands, and why (None: it can) it cannot be booked."""
    slot = reading.slot
    return {
        "id": str(slot.id),
        "start_time": moment(slot.start_time),
        "end_time": moment(slot.end_time),
        "capacity": slot.capacity,
        "booked_count": reading.booked_count,
        "seats_left": reading.seats_left,
        "is_available": reason is None,
        "reason": reason.value if reason else None,
    }


def desk_slot_shape(reading: SlotReading, reason: Reason | None) -> Shape:
    """Show a departure to staff."""
    slot = reading.slot
    return {
        **slot_shape(reading, reason),
        "activity_id": str(slot.activity_id),
        "lane": slot.lane,
        "closed_reason": slot.closed_reason,
        "planned_start_time": moment(slot.planned_start) if slot.planned_start else None,
    }


def booking_shape(detail: BookingDetail, *, now: datetime) -> Shape:
    """Show a booking as it reads at `now`."""
    booking, activity, slot = detail.booking, detail.activity, detail.slot
    return {
        "id": str(booking.id),
        "reference": booking.reference,
        "activity": {
            "id": str(activity.id),
            "slug": activity.slug,
            "name": activity.name,
            "location": activity.location,
            "duration_minutes": activity.duration_minutes,
        },
        "time_slot": {
            "id": str(slot.id),
            "start_time": moment(slot.start_time),
            "end_time": moment(slot.end_time),
        },
        "status": booking.status_at(now).value,
        "participants": booking.participants,
        "party": dict(booking.party),
        "seats": booking.seats,
        "lines": [
            {"label": line.label, "quantity": line.quantity, "unit_price": str(line.unit_price)}
            for line in booking.lines
        ],
        **_terms(booking, now),
    }


def desk_booking_shape(found: DeskBooking, *, now: datetime) -> Shape:
    """Show a booking to staff; phones are for those who ask for one of them."""
    guest, booking = found.guest, found.detail.booking
    return {
        **booking_shape(found.detail, now=now),
        "guest": {
            "id": str(guest.id),
            "name": guest.name,
            "room": guest.room,
            "phone": masked(guest.phone) if guest.phone else None,
        },
        "arrived": booking.checked_in_count,
        "room_verified": found.is_room_verified,
        "is_private": booking.is_private,
        "group_id": str(booking.group_id) if booking.group_id else None,
    }


def staff_shape(member: StaffMember) -> Shape:
    """Show a member of staff."""
    return {
        "id": str(member.guest_id),
        "phone": member.phone,
        "name": member.name,
        "role": member.role.value,
        "created_at": moment(member.created_at),
    }


def _terms(booking: Booking, now: datetime) -> Shape:
    # A lapsed hold reads as expired, swept or not: then nothing is left to run out.
    expires_at = None if booking.has_lapsed(now) else booking.expires_at
    return {
        "special_requests": booking.special_requests,
        "lead_name": booking.lead_name,
        "room": booking.room,
        "settlement": booking.settlement.value,
        "total_price": str(booking.total_price),
        "currency": booking.currency,
        "booking_source": booking.booking_source.value,
        "created_at": moment(booking.created_at),
        "confirmed_at": _or_none(booking.confirmed_at),
        "cancelled_at": _or_none(booking.cancelled_at),
        "cancellation_reason": booking.cancellation_reason,
        "expires_at": _or_none(expires_at),
        "can_cancel": booking.can_cancel(now),
        "cancel_by": _or_none(booking.cancel_by),
        "checked_in_at": _or_none(booking.checked_in_at),
        "metadata": dict(booking.metadata),
    }


def outgoing_shape(message: OutgoingMessage) -> Shape:
    """Show a message to staff, without its words; the phone as lists show it."""
    return {
        "id": str(message.id),
        "status": message.status.value,
        "kind": message.kind,
        "guest_id": str(message.guest_id) if message.guest_id else None,
        "name": message.name,
        "phone": masked(message.address) if message.address else None,
        "reference": message.reference,
        "template": message.template,
        "reason": message.reason,
        "attempts": message.attempts,
        "created_at": moment(message.created_at),
        "since": moment(message.since),
        "next_try_at": _or_none(message.next_try_at),
    }


def _or_none(at: datetime | None) -> str | None:
    return None if at is None else moment(at)
