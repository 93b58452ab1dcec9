"""The shape in which staff see who is to come aboard."""

from datetime import datetime

from resortbook.application.desk import DeskBooking
from resortbook.application.manifests import Departure, Manifest
from resortbook.application.schedule_shapes import staff_slot_shape
from resortbook.application.shapes import Shape, moment
from resortbook.domain.activity import Activity
from resortbook.domain.guest import masked


def manifest_shape(manifest: Manifest, *, now: datetime) -> Shape:
    """Show a departure and who is to come aboard; phones are masked."""
    activity = manifest.activity
    return {
        "slot": staff_slot_shape(manifest.reading),
        "activity": _activity(activity),
        "rates": _rates(manifest),
        "people": manifest.people,
        "arrived": manifest.arrived,
        "minimum": activity.min_party,
        "is_under_minimum": manifest.is_under_minimum,
        "items": [_entry(one, manifest, now=now) for one in manifest.bookings],
    }


def departure_shape(departure: Departure) -> Shape:
    """Show a departure and how many come to it."""
    aboard = departure.aboard
    return {
        "slot": staff_slot_shape(departure.reading),
        "activity": _activity(departure.activity),
        "bookings": aboard.bookings,
        "people": aboard.people,
        "arrived": aboard.arrived,
        "minimum": departure.activity.min_party,
        "is_under_minimum": departure.is_under_minimum,
    }


def _activity(activity: Activity) -> Shape:
    return {
        "id": str(activity.id),
        "slug": activity.slug,
        "name": activity.name,
        "location": activity.location,
        "duration_minutes": activity.duration_minutes,
    }


def _rates(manifest: Manifest) -> list[str]:
    # A rate that was dropped since may still be in a booking's party.
    codes = dict.fromkeys(rate.code for rate in manifest.activity.rates)
    for one in manifest.bookings:
        codes.update(dict.fromkeys(one.detail.booking.party))
    return list(codes)


def _entry(found: DeskBooking, manifest: Manifest, *, now: datetime) -> Shape:
    booking, guest = found.detail.booking, found.guest
    checked_in_at = booking.checked_in_at
    return {
        "booking_id": str(booking.id),
        "reference": booking.reference,
        "status": booking.status_at(now).value,
        "room": booking.room or guest.room,
        "lead_name": booking.lead_name or guest.name,
        "participants": booking.participants,
        "party": dict(booking.party),
        "special_requests": booking.special_requests,
        "phone": masked(guest.phone) if guest.phone else None,
        "settlement": booking.settlement.value,
        "checked_in_at": moment(checked_in_at) if checked_in_at else None,
        "arrived": booking.checked_in_count,
        "is_private": booking.is_private,
        "notes": [note.body for note in manifest.notes.get(booking.id, ())],
    }
