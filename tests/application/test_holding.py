from datetime import timedelta
from typing import Any

import pytest

from resortbook.application.hold import BookingRequest
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import (
    CapacityExceeded,
    HoldExpired,
    HoldLimitReached,
    InvalidInput,
    InvalidTime,
    NotFound,
    NotYours,
    RuleViolated,
    SlotUnavailable,
)
from resortbook.domain.terms import Settlement
from tests.builders import NOON, TOMORROW, a_rate


def test_a_hold_keeps_price_policy_and_words_of_its_moment(resort, given):
    slot = given.slot()

    held = given.hold(slot, party=2, room="204", lead_name="Ana", special_requests="window")

    booking = resort.reads.sales.booking(held.booking.id).booking
    assert booking == held.booking
    assert booking.status is BookingStatus.PENDING
    assert str(booking.total_price) == "160.00"
    assert booking.expires_at == NOON + timedelta(minutes=30)
    assert booking.settlement is Settlement.ROOM
    assert booking.booking_source is Door.WEB


def test_seats_that_are_held_are_gone_for_others(resort, given):
    slot = given.slot(given.activity(capacity_per_slot=4))
    later = given.slot(given.activity("Other"), TOMORROW)
    given.hold(slot, party=3)

    with pytest.raises(SlotUnavailable) as refused:
        given.hold(slot, party=2)

    assert refused.value.details["reason"] == "sold_out"
    assert refused.value.details["alternatives"] == []
    assert later.id != slot.id


def test_a_refusal_offers_the_nearest_times_with_room(resort, given):
    activity = given.activity(capacity_per_slot=2)
    full = given.slot(activity)
    near, far = (given.slot(activity, TOMORROW + timedelta(hours=h)) for h in (1, 5))
    before = given.slot(activity, TOMORROW - timedelta(hours=1))
    tight = given.slot(activity, TOMORROW + timedelta(minutes=30))
    given.hold(tight, party=1)
    given.slot(activity, TOMORROW + timedelta(hours=9))
    given.hold(full, party=2)

    with pytest.raises(SlotUnavailable) as refused:
        given.hold(full, party=2)

    details: dict[str, Any] = refused.value.details
    assert [one["id"] for one in details["alternatives"]] == [before.id, near.id, far.id]
    assert details["alternative_slots"][0] == before.start_time


def test_seats_of_a_lapsed_hold_sell_again_at_once_without_any_job(resort, given, clock):
    slot = given.slot(given.activity(capacity_per_slot=2))
    lapsed = given.hold(slot, party=2)

    clock.advance(minutes=30)
    given.hold(slot, party=2)

    stored = resort.reads.sales.booking(lapsed.booking.id).booking
    assert stored.status is BookingStatus.EXPIRED
    assert resort.reads.catalogue.slot(slot.id, now=clock.now()).slot.booked_count == 2


def test_a_hold_cannot_be_confirmed_after_it_expires(resort, given, clock):
    held = given.hold(given.slot())
    guest = Actor.guest(held.booking.guest_id, door=Door.WEB)

    clock.advance(minutes=30)

    with pytest.raises(HoldExpired):
        resort.bookings.confirm_booking(held.booking.id, by=guest)


def test_the_sixth_open_hold_is_refused_and_a_lapsed_one_does_not_count(resort, given, clock):
    slot = given.slot()
    guest = given.guest()
    for _ in range(5):
        given.hold(slot, guest=guest)

    with pytest.raises(HoldLimitReached):
        given.hold(slot, guest=guest)
    clock.advance(minutes=31)
    again = given.hold(slot, guest=guest)

    assert again.booking.status is BookingStatus.PENDING


def test_what_can_never_be_booked_is_refused_with_its_reason(given, clock):
    family = (a_rate("adult"), a_rate("child", "40", max_age=11))
    activity = given.activity(rates=family, min_age=16, max_party=4, capacity_per_slot=6)
    slot = given.slot(activity)

    with pytest.raises(CapacityExceeded):
        given.hold(slot, party=7)
    with pytest.raises(RuleViolated):
        given.hold(slot, party=5)
    with pytest.raises(RuleViolated):
        given.hold(slot, party={"adult": 1, "child": 1})
    with pytest.raises(InvalidInput):
        given.hold(slot, party={"dog": 1})
    clock.at = slot.start_time
    with pytest.raises(InvalidTime):
        given.hold(slot)


def test_a_closed_slot_and_one_past_its_cut_off_say_so(given, clock):
    activity = given.activity(booking_cutoff_minutes=60)
    slot, closed = given.slot(activity), given.slot(activity, TOMORROW + timedelta(hours=2))
    given.close(closed)

    with pytest.raises(SlotUnavailable) as by_desk:
        given.hold(closed)
    clock.at = slot.start_time - timedelta(minutes=60)
    with pytest.raises(SlotUnavailable) as by_clock:
        given.hold(slot)

    assert by_desk.value.details["reason"] == "closed"
    assert by_clock.value.details["reason"] == "cutoff"


def test_a_slot_of_another_activity_is_the_slots_fault(resort, given):
    slot, other = given.slot(), given.activity("Parasailing")
    request = BookingRequest(activity_id=other.id, time_slot_id=slot.id)

    with pytest.raises(InvalidInput) as refused:
        resort.bookings.create_booking(request, by=Actor.guest(given.guest().id, door=Door.WEB))

    assert refused.value.details["fields"] == {
        "time_slot_id": ["This time belongs to another activity"]
    }


def test_an_inactive_activity_is_not_found(given):
    slot = given.slot(given.activity(is_active=False))

    with pytest.raises(NotFound):
        given.hold(slot)


def test_another_guests_booking_is_not_ones_own(resort, given):
    held = given.hold(given.slot())
    stranger = Actor.guest(given.guest().id, door=Door.WEB)

    with pytest.raises(NotYours):
        resort.bookings.get_booking(held.booking.reference, by=stranger)
    with pytest.raises(NotYours):
        resort.bookings.confirm_booking(held.booking.id, by=stranger)


def test_a_booking_is_found_by_its_reference_however_it_is_typed(resort, given):
    held = given.hold(given.slot())
    reference = held.booking.reference
    guest = Actor.guest(held.booking.guest_id, door=Door.WEB)

    found = resort.bookings.get_booking(f"{reference[:4]}-{reference[4:]}".lower(), by=guest)

    assert found.booking.id == held.booking.id
