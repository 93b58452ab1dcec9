"""Two activities that share a boat: who has it, when, and what the other is told."""

from datetime import timedelta

import pytest

from resortbook.application.desk import DeskGuest, DeskRequest
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import FieldConflict, InvalidInput, NotFound, SlotUnavailable
from resortbook.domain.resource import Need
from resortbook.domain.slot import Reason
from tests.builders import NOON, TOMORROW, an_activity

OPERATOR = Actor.operator()
IN_TWO_DAYS = NOON + timedelta(days=2)


@pytest.fixture
def share(resort):
    """Let activities need one boat, or so many of so many."""

    def share_(*activities, of=1, **need):
        boat = resort.resources.add("The boat", units=of, by=OPERATOR)
        for activity in activities:
            needs = [Need(resource_id=boat.id, **need)]
            resort.resources.set_needs(activity.id, needs, by=OPERATOR)
        return boat

    return share_


@pytest.fixture
def tours(given):
    return given.activity("Whales"), given.activity("Reef")


def reason_of(resort, slot):
    choices = resort.catalogue.availability(slot.activity_id, first=slot.start_time.date())
    return next(x.reason for x in choices.choices if x.reading.slot.id == slot.id)


def test_a_boat_that_is_out_is_not_sold_a_second_time(resort, given, share, tours):
    share(*tours)
    whales, reef = (given.slot(activity) for activity in tours)
    later = given.slot(tours[1], TOMORROW + timedelta(hours=1))

    given.hold(whales)

    with pytest.raises(SlotUnavailable) as refused:
        given.hold(reef)
    details = refused.value.details
    assert details["reason"] == "resource"
    assert details["alternative_slots"] == [later.start_time]
    assert reason_of(resort, reef) is Reason.RESOURCE
    assert resort.check() == []


def test_a_departure_takes_its_boat_once_for_all_its_guests(resort, given, share, tours):
    share(*tours)
    whales = given.slot(tours[0])

    for _ in range(3):
        given.hold(whales, party=3)

    assert reason_of(resort, whales) is None


@pytest.mark.parametrize(
    ("minutes", "reason"), [(29, Reason.RESOURCE), (59, Reason.RESOURCE), (60, None)]
)
def test_minutes_before_and_after_count(resort, given, share, tours, minutes, reason):
    share(*tours, minutes_before=10, minutes_after=20)
    given.hold(given.slot(tours[0]))  # of 30 minutes

    reef = given.slot(tours[1], TOMORROW + timedelta(minutes=minutes))

    assert reason_of(resort, reef) is reason


def test_with_two_boats_two_go_out_and_a_third_does_not(resort, given, share, tours):
    third = given.activity("Sunset")
    share(*tours, third, of=2)
    for activity in tours:
        given.hold(given.slot(activity))

    with pytest.raises(SlotUnavailable):
        given.hold(given.slot(third))


def test_the_boat_is_free_again_when_the_last_guest_is_gone(resort, given, share, tours):
    share(*tours)
    whales, reef = (given.slot(activity) for activity in tours)
    first, second = given.hold(whales).booking, given.hold(whales).booking
    resort.bookings.cancel_booking(first.id, by=OPERATOR)
    assert reason_of(resort, reef) is Reason.RESOURCE

    resort.bookings.cancel_booking(second.id, by=OPERATOR)

    assert reason_of(resort, reef) is None
    given.hold(reef)


def test_a_hold_that_ran_out_keeps_no_boat(resort, given, share, tours, clock):
    share(*tours)
    whales, reef = (given.slot(activity) for activity in tours)
    given.hold(whales)

    clock.advance(minutes=30)

    assert reason_of(resort, reef) is None
    given.hold(reef)
    assert reason_of(resort, whales) is Reason.RESOURCE


def test_who_moves_takes_the_boat_along(resort, given, share, tours):
    share(*tours)
    whales = given.slot(tours[0])
    half_past = given.slot(tours[0], TOMORROW + timedelta(minutes=15))
    reef = given.slot(tours[1], TOMORROW - timedelta(minutes=20))
    booking = given.hold(whales).booking

    moved = resort.bookings.reschedule_booking(booking.id, half_past.id, by=OPERATOR)

    assert moved.booking.time_slot_id == half_past.id
    given.hold(reef)
    assert resort.check() == []


def test_nobody_moves_to_a_departure_whose_boat_is_out(resort, given, share, tours):
    share(*tours)
    given.hold(given.slot(tours[0]))
    away = given.slot(tours[1])
    booking = given.hold(given.slot(tours[1], IN_TWO_DAYS)).booking

    with pytest.raises(SlotUnavailable) as refused:
        resort.bookings.reschedule_booking(booking.id, away.id, by=OPERATOR)

    assert refused.value.details["reason"] == "resource"


def test_moving_makes_room_of_holds_that_ran_out(resort, given, share, tours, clock):
    share(*tours)
    given.hold(given.slot(tours[0]))
    to = given.slot(tours[1])
    booking = given.hold(given.slot(tours[1], IN_TWO_DAYS)).booking
    resort.bookings.confirm_booking(booking.id, by=OPERATOR)
    clock.advance(minutes=30)

    moved = resort.bookings.reschedule_booking(booking.id, to.id, by=OPERATOR)

    assert moved.booking.time_slot_id == to.id


def test_the_next_free_times_leave_out_what_lacks_a_boat(resort, given, share, tours):
    share(*tours)
    starts = [TOMORROW + timedelta(hours=hour) for hour in range(6)]
    for start in starts[:3]:
        given.hold(given.slot(tours[0], start))
    slots = [given.slot(tours[1], start) for start in starts]

    free = resort.catalogue.next_slots([tours[1]])[tours[1].id]

    assert [one.slot.id for one in free] == [slot.id for slot in slots[3:]]


def test_needs_come_with_departures_that_are_made_later(resort, given, share, tours):
    share(*tours)

    slot = given.slot(tours[0])

    assert resort.reads.catalogue.slot(slot.id, now=NOON).slot.uses_resources


def test_needs_that_sold_departures_contradict_are_refused(resort, given, tours):
    for activity in tours:
        given.hold(given.slot(activity))
    boat = resort.resources.add("The boat", by=OPERATOR)
    needs = [Need(resource_id=boat.id)]
    resort.resources.set_needs(tours[0].id, needs, by=OPERATOR)

    with pytest.raises(FieldConflict) as refused:
        resort.resources.set_needs(tours[1].id, needs, by=OPERATOR)

    assert refused.value.details["field"] == "resources"
    assert resort.resources.needs_of(tours[1].id) == ()


def test_a_boat_less_than_are_sold_is_refused(resort, given, share, tours):
    boat = share(*tours, of=2)
    for activity in tours:
        given.hold(given.slot(activity))

    with pytest.raises(FieldConflict):
        resort.resources.change(boat.id, units=1, by=OPERATOR)


def test_a_resource_that_is_needed_stays(resort, share, tours):
    boat = share(*tours)
    with pytest.raises(FieldConflict):
        resort.resources.remove(boat.id, by=OPERATOR)
    for activity in tours:
        resort.resources.set_needs(activity.id, [], by=OPERATOR)

    resort.resources.remove(boat.id, by=OPERATOR)

    assert resort.resources.list_resources() == []


def test_what_cannot_be_is_refused(resort, given, tours):
    boat = resort.resources.add("The boat", by=OPERATOR)
    need = Need(resource_id=boat.id)
    with pytest.raises(FieldConflict):
        resort.resources.add("The boat", by=OPERATOR)

    for needs in ([need, need], [Need(resource_id=boat.id, units=2)]):
        with pytest.raises(InvalidInput):
            resort.resources.set_needs(tours[0].id, needs, by=OPERATOR)
    with pytest.raises(NotFound):
        resort.resources.set_needs(an_activity().id, [need], by=OPERATOR)


def test_the_desk_gets_no_boat_that_is_out_either(resort, given, share, tours):
    share(*tours)
    given.hold(given.slot(tours[0]))
    reef = given.slot(tours[1])
    request = DeskRequest(time_slot_id=reef.id, guest=DeskGuest(name="Walter"))

    with pytest.raises(SlotUnavailable):
        resort.desk.book(request, by=Actor(role=OPERATOR.role, door=Door.DESK))
