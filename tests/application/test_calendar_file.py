from datetime import timedelta

from icalendar import Calendar

from resortbook.application.calendar_file import calendar_file
from resortbook.domain.activity import ActivityBrief
from resortbook.domain.booking import BookingDetail
from tests.builders import NOON, a_booking, a_slot, an_activity, the_guest

ACTIVITY = an_activity(
    meeting_point="Pier; gate 2", bring="towel", arrive_minutes_before=10, location="Café, Cove"
)
SLOT = a_slot(ACTIVITY, NOON + timedelta(days=3))


def entry_of(booking, now=NOON):
    detail = BookingDetail(booking=booking, activity=ActivityBrief.of(ACTIVITY), slot=SLOT)
    file = calendar_file(detail, resort_name="Coral Cove", host="resort.example", now=now)
    (entry,) = Calendar.from_ical(file).events
    return entry


def test_an_entry_has_time_place_and_what_to_bring():
    entry = entry_of(a_booking(ACTIVITY, SLOT))

    assert entry["dtstart"].dt == SLOT.start_time
    assert entry["location"] == "Pier; gate 2, Café, Cove"
    assert "ABCD2345" in entry["description"]
    assert "towel" in entry["description"]
    assert entry["status"] == "TENTATIVE"


def test_a_change_keeps_the_uid_and_grows_the_sequence_and_cancelled_stays_in_it():
    hold = a_booking(ACTIVITY, SLOT)
    confirmed = hold.confirm(NOON)
    cancelled = confirmed.cancel(NOON, actor=the_guest(hold), starts_at=SLOT.start_time)

    entries = [entry_of(one) for one in (hold, confirmed, cancelled)]

    assert len({entry["uid"] for entry in entries}) == 1
    assert [entry["sequence"] for entry in entries] == [0, 1, 2]
    assert [entry["status"] for entry in entries] == ["TENTATIVE", "CONFIRMED", "CANCELLED"]


def test_a_hold_that_ran_out_is_cancelled_in_the_calendar():
    assert (
        entry_of(a_booking(ACTIVITY, SLOT), NOON + timedelta(hours=1))["status"] == "CANCELLED"
    )
