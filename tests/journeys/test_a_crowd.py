"""Many guests at once, from several processes: bookings are counted, never counters."""

from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.errors import Conflicting
from resortbook.domain.resource import Need
from resortbook.domain.slot import TimeSlot

SEATED = [status.value for status in BookingStatus if status.holds_seats]


def seats_sold(container, slot):
    counted = select(func.coalesce(func.sum(bookings.c.seats), 0)).where(
        bookings.c.time_slot_id == slot.id, bookings.c.status.in_(SEATED)
    )
    with container.storage().engine.connect() as connection:
        return connection.execute(counted).scalar_one()


def wish(slot, people):
    return {
        "path": "/bookings/",
        "body": {
            "activity_id": str(slot.activity_id),
            "time_slot_id": str(slot.id),
            "participants": people,
        },
    }


@pytest.fixture
def forty(given, token_of):
    def guests(slot):
        return [
            {"token": token_of(given.guest(None)), "requests": [wish(slot, number % 4 + 1)]}
            for number in range(40)
        ]

    return guests


@pytest.fixture
def ten_places(given, soon):
    activity = given.activity(capacity_per_slot=10)
    for hour in (1, 2, 5):
        given.slot(activity, soon + timedelta(hours=hour))
    return given.slot(activity, soon)


def test_forty_guests_never_get_more_than_ten_places(
    crowd, forty, ten_places, container, resort
):
    answers = [answer for (answer,) in crowd(forty(ten_places))]

    won = [answer["body"] for answer in answers if answer["status"] == 201]
    lost = [answer["body"]["error"] for answer in answers if answer["status"] != 201]
    assert seats_sold(container, ten_places) == sum(one["seats"] for one in won) <= 10
    assert {error["code"] for error in lost} == {"SLOT_UNAVAILABLE"}
    assert {error["details"]["reason"] for error in lost} == {"sold_out"}
    assert sum(one["seats"] for one in won) > 6  # a party of four may be left outside
    assert resort.check() == []


def test_what_the_losers_are_offered_can_really_be_booked(
    crowd, forty, ten_places, given, token_of
):
    answers = [answer["body"] for (answer,) in crowd(forty(ten_places))]
    refused = next(body["error"] for body in answers if "error" in body)
    offered = refused["details"]["alternatives"]
    guest = {"token": token_of(given.guest(None)), "requests": []}

    for one in offered:
        request = wish(ten_places, 1)
        request["body"]["time_slot_id"] = one["id"]
        guest["requests"].append(request)
    (again,) = crowd([guest], processes=1)

    assert [answer["status"] for answer in again] == [201, 201, 201]


def test_without_the_guard_the_same_crowd_oversells(crowd, forty, ten_places, container):
    answers = [answer for (answer,) in crowd(forty(ten_places), unguarded=True)]

    assert {answer["status"] for answer in answers} == {201}
    assert seats_sold(container, ten_places) > 10


def test_confirm_cancel_and_expiry_have_one_winner_and_seats_come_back_once(
    resort, given, container, clock, late_resort, together
):
    slot = given.slot(given.activity(capacity_per_slot=1_000), clock.at + timedelta(days=3))
    ended: Counter[BookingStatus] = Counter()

    for _ in range(200):
        held = given.hold(slot, party=2)
        before = seats_sold(container, slot)
        by = Actor.guest(held.booking.guest_id, door=Door.WEB)

        outcomes = together(
            partial(resort.bookings.confirm_booking, held.booking.id, by=by),
            partial(resort.bookings.cancel_booking, held.booking.id, by=by),
            partial(late_resort.bookings.expiry.expire_pending_bookings, slot_id=slot.id),
        )

        status = resort.reads.sales.booking(held.booking.id).booking.status
        kept = 2 if status is BookingStatus.CONFIRMED else 0
        refused = [one for one in outcomes if isinstance(one, BaseException)]
        assert [one for one in refused if not isinstance(one, Conflicting)] == []
        assert before - seats_sold(container, slot) == 2 - kept
        ended[status] += 1
    assert sum(ended.values()) == 200
    assert BookingStatus.PENDING not in ended
    assert resort.check() == []


def test_moves_that_cross_each_other_meet_no_deadlock(resort, given, clock, together):
    activity = given.activity(capacity_per_slot=20)
    one, other = (given.slot(activity, clock.at + timedelta(days=3, hours=h)) for h in (0, 1))
    held = [given.hold(slot, party=2) for slot in (one, other) for _ in range(4)]

    for _ in range(10):
        outcomes = together(
            *(
                partial(
                    resort.bookings.reschedule_booking,
                    detail.booking.id,
                    other.id if where(resort, detail) == one.id else one.id,
                    by=Actor.guest(detail.booking.guest_id, door=Door.WEB),
                )
                for detail in held
            )
        )
        assert [type(outcome) for outcome in outcomes] == [BookingDetail] * 8

    assert resort.check() == []


def where(resort, detail):
    return resort.reads.sales.booking(detail.booking.id).slot.id


def test_forty_guests_of_two_activities_on_one_boat_never_get_both(
    crowd, given, token_of, container, resort, soon
):
    boat = resort.resources.add("The boat", by=Actor.operator())
    slots: list[TimeSlot] = []
    for name in ("Whales", "Reef"):
        activity = given.activity(name, capacity_per_slot=30)
        needs = [Need(resource_id=boat.id, minutes_after=10)]
        resort.resources.set_needs(activity.id, needs, by=Actor.operator())
        slots.append(given.slot(activity, soon + timedelta(minutes=20 * len(slots))))
    guests = [
        {"token": token_of(given.guest(None)), "requests": [wish(slots[number % 2], 1)]}
        for number in range(40)
    ]

    answers = [answer for (answer,) in crowd(guests)]

    lost = [answer["body"]["error"] for answer in answers if answer["status"] != 201]
    assert sorted(seats_sold(container, slot) for slot in slots) == [0, 20]
    assert {(error["code"], error["details"]["reason"]) for error in lost} == {
        ("SLOT_UNAVAILABLE", "resource")
    }
    assert resort.check() == []
