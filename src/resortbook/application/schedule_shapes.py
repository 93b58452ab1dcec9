"""The shapes in which schedules, resources and what the desk calls off are shown."""

from collections.abc import Sequence

from resortbook.application.closing import CalledOff
from resortbook.application.revising import Revised
from resortbook.application.schedule import Filled
from resortbook.application.shapes import Shape, desk_slot_shape, moment
from resortbook.domain.booking import Booking
from resortbook.domain.guest import Guest, masked
from resortbook.domain.resource import Need, Resource
from resortbook.domain.schedule import Schedule
from resortbook.domain.slot import Reason, SlotReading, TimeSlot


def staff_slot_shape(reading: SlotReading) -> Shape:
    """Show a departure as one that a single person could or could not book."""
    return desk_slot_shape(reading, _reason(reading))


def schedule_shape(schedule: Schedule) -> Shape:
    """Show a schedule; days and clock times are the resort's."""
    return {
        "id": str(schedule.id),
        "activity_id": str(schedule.activity_id),
        "rrule": schedule.rrule,
        "times": [f"{clock:%H:%M}" for clock in schedule.times],
        "from": schedule.starts_on.isoformat(),
        "until": schedule.ends_on.isoformat() if schedule.ends_on else None,
        "capacity": schedule.capacity,
        "except": [day.isoformat() for day in schedule.except_dates],
        "filled_until": schedule.filled_until.isoformat() if schedule.filled_until else None,
        "created_at": moment(schedule.created_at),
    }


def filled_shape(filled: Filled) -> Shape:
    """Show what a schedule has made, and what it left out by local clock time."""
    return {
        "schedule": schedule_shape(filled.schedule),
        "items": _slots(filled.created),
        "created": len(filled.created),
        "skipped": [
            {"local": one.local.isoformat(timespec="seconds"), "reason": one.reason}
            for one in filled.skipped
        ],
    }


def revised_shape(revised: Revised) -> Shape:
    """Show what became of a schedule's departures."""
    return {
        "schedule": schedule_shape(revised.schedule),
        "items": _slots(revised.created),
        "removed": revised.removed,
        "kept": _slots(revised.kept),
    }


def called_off_shape(called_off: CalledOff, *, dry_run: bool, currency: str) -> Shape:
    """Show the departures of a stretch that were called off, or would be, and whom that
    concerns.
    """
    return {
        "slots": _slots(called_off.slots),
        **consequences_shape(called_off, dry_run=dry_run, currency=currency),
    }


def consequences_shape(called_off: CalledOff, *, dry_run: bool, currency: str) -> Shape:
    """Show whom closing or delaying concerns: phones as lists show them."""
    return {
        "dry_run": dry_run,
        "closing_id": str(called_off.closing_id) if called_off.closing_id else None,
        "bookings": [
            _concerned(booking, called_off.guests[booking.guest_id])
            for booking in called_off.bookings
        ],
        "guests": len(called_off.guests),
        "people": called_off.people,
        "total_price": str(called_off.total),
        "currency": currency,
    }


def resource_shape(resource: Resource) -> Shape:
    """Show a resource."""
    return {
        "id": str(resource.id),
        "name": resource.name,
        "units": resource.units,
        "created_at": moment(resource.created_at),
    }


def needs_shape(needs: Sequence[Need]) -> Shape:
    """Show what each departure of an activity takes."""
    return {
        "items": [
            {
                "resource_id": str(need.resource_id),
                "units": need.units,
                "minutes_before": need.minutes_before,
                "minutes_after": need.minutes_after,
            }
            for need in needs
        ]
    }


def _slots(slots: Sequence[TimeSlot]) -> list[Shape]:
    return [staff_slot_shape(SlotReading(slot=slot)) for slot in slots]


def _reason(reading: SlotReading) -> Reason | None:
    if not reading.slot.is_available:
        return Reason.CLOSED
    if not reading.seats_left:
        return Reason.SOLD_OUT
    return Reason.RESOURCE if reading.lacks_resource else None


def _concerned(booking: Booking, guest: Guest) -> Shape:
    return {
        "id": str(booking.id),
        "reference": booking.reference,
        "time_slot_id": str(booking.time_slot_id),
        "guest_id": str(guest.id),
        "name": booking.lead_name or guest.name,
        "room": booking.room or guest.room,
        "phone": masked(guest.phone) if guest.phone else None,
        "participants": booking.participants,
        "total_price": str(booking.total_price),
    }
