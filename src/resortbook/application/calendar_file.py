"""A booking as an entry of a calendar, by RFC 5545."""

from datetime import datetime

from icalendar import Calendar, Event

from resortbook.domain.booking import BookingDetail, BookingStatus

STATUSES = {
    BookingStatus.PENDING: "TENTATIVE",
    BookingStatus.CANCELLED: "CANCELLED",
    BookingStatus.EXPIRED: "CANCELLED",
}


def calendar_file(
    detail: BookingDetail, *, resort_name: str, host: str, now: datetime
) -> bytes:
    """Return an iCalendar file with the booking's departure.

    The UID stays the same and SEQUENCE grows with every change, so that an entry imported
    again replaces
    the one before; a booking that is off stays in it as cancelled.
    """
    booking = detail.booking
    entry = Event()
    entry.add("uid", f"{booking.id}@{host}")
    entry.add("sequence", booking.version - 1)
    entry.add("dtstamp", booking.updated_at)
    entry.add("last-modified", booking.updated_at)
    entry.add("dtstart", detail.slot.start_time)
    entry.add("dtend", detail.slot.end_time)
    entry.add("summary", f"{detail.activity.name} at {resort_name}")
    entry.add("status", STATUSES.get(booking.status_at(now), "CONFIRMED"))
    _describe(entry, detail)
    calendar = Calendar()
    calendar.add("prodid", f"-//{resort_name}//resortbook//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    file: bytes = calendar.to_ical()
    return file


def _describe(entry: Event, detail: BookingDetail) -> None:
    activity, booking = detail.activity, detail.booking
    place = ", ".join(part for part in (activity.meeting_point, activity.location) if part)
    if place:
        entry.add("location", place)
    people = "1 person" if booking.participants == 1 else f"{booking.participants} people"
    lines = [f"Booking {booking.reference}, {people}."]
    if activity.arrive_minutes_before:
        lines.append(f"Please be there {activity.arrive_minutes_before} minutes before.")
    if activity.bring:
        lines.append(f"Bring: {activity.bring}")
    entry.add("description", "\n".join(lines))
