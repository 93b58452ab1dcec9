from datetime import timedelta

import pytest

from resortbook.application.desk import BookingSearch, DeskGuest, DeskRequest
from resortbook.domain.actor import Door
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import CapacityExceeded, InvalidTime, SlotUnavailable
from resortbook.ports.paging import Page
from tests.builders import TOMORROW

WALK_IN = DeskGuest(name="Zoë Muñoz", room="204")


def test_a_guest_without_a_phone_is_booked_and_confirmed_at_once(resort, given):
    slot = given.slot()

    done = resort.desk.book(
        DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=2), by=given.staff()
    )

    booking = done.detail.booking
    assert booking.status is BookingStatus.CONFIRMED
    assert booking.booking_source is Door.DESK
    assert (done.guest.phone, booking.lead_name, booking.room) == (None, "Zoë Muñoz", "204")


def test_the_same_phone_at_the_desk_is_the_same_guest(resort, given):
    slot, by = given.slot(), given.staff()
    known = given.guest("+14155550123")
    caller = DeskGuest(name="Ana", phone="+1 415 555 0123")

    done = resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=caller), by=by)

    assert done.guest.id == known.id


def test_staff_may_break_rules_and_book_late_but_never_over_capacity(resort, given, clock):
    activity = given.activity(
        max_party=2, min_age=16, booking_cutoff_minutes=600, capacity_per_slot=4
    )
    slot, by = given.slot(activity), given.staff()
    clock.at = slot.start_time + timedelta(minutes=5)

    resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=3), by=by)
    with pytest.raises(SlotUnavailable):
        resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=2), by=by)
    with pytest.raises(CapacityExceeded):
        resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=5), by=by)
    clock.at = slot.end_time
    with pytest.raises(InvalidTime):
        resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=WALK_IN), by=by)


def test_a_group_is_held_until_a_time_of_the_desks(resort, given, clock):
    slot, by = given.slot(), given.staff()
    until = slot.start_time - timedelta(hours=2)

    held = resort.desk.book(
        DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=8, hold_until=until), by=by
    )
    with pytest.raises(InvalidTime):
        resort.desk.book(
            DeskRequest(time_slot_id=slot.id, guest=WALK_IN, hold_until=clock.now()), by=by
        )

    assert held.detail.booking.status is BookingStatus.PENDING
    assert held.detail.booking.expires_at == until


def test_a_private_departure_takes_an_empty_slot_whole(resort, given):
    activity, by = given.activity(capacity_per_slot=6), given.staff()
    slot, shared = given.slot(activity), given.slot(activity, TOMORROW + timedelta(hours=3))
    given.hold(shared)

    private = resort.desk.book(
        DeskRequest(time_slot_id=slot.id, guest=WALK_IN, party=2, private=True), by=by
    )
    with pytest.raises(SlotUnavailable):
        given.hold(slot)
    with pytest.raises(SlotUnavailable):
        resort.desk.book(
            DeskRequest(time_slot_id=shared.id, guest=WALK_IN, private=True), by=by
        )

    assert private.detail.booking.seats == 6
    assert str(private.detail.booking.total_price) == "160.00"
    assert resort.check() == []


@pytest.mark.parametrize("asked", ["204", "munoz", "ZOE Muñoz", "reference", "+1 415 555 0177"])
def test_staff_find_a_booking_by_what_they_know_of_it(resort, given, asked):
    slot, by = given.slot(), given.staff()
    guest = DeskGuest(name="Zoë Muñoz", room="204", phone="+14155550177")
    wanted = resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=guest), by=by)
    given.hold(slot, room="301", lead_name="Ana")
    text = wanted.detail.booking.reference.lower() if asked == "reference" else asked

    found = resort.desk.find_bookings(BookingSearch(text=text), Page())

    assert [one.detail.booking.id for one in found.items] == [wanted.detail.booking.id]


def test_staff_see_the_bookings_of_a_day_of_the_resort(resort, given):
    activity = given.activity()
    late = given.slot(activity, TOMORROW.replace(hour=4))  # still the evening before in Cancún
    given.hold(late)
    zone = resort.facts.zone

    days = [
        resort.desk.find_bookings(
            BookingSearch(
                day=(late.start_time + timedelta(days=offset)).astimezone(zone).date()
            ),
            Page(),
        ).items
        for offset in (0, 1)
    ]

    assert [len(items) for items in days] == [1, 0]
