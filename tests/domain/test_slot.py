from datetime import timedelta

import pytest

from resortbook.domain.slot import Reason, SlotReading
from tests.builders import NOON, TOMORROW, a_slot, an_activity

ACTIVITY = an_activity(booking_cutoff_minutes=60)


@pytest.mark.parametrize(
    ("slot_facts", "seats", "now", "reason"),
    [
        ({}, 10, NOON, None),
        ({}, 11, NOON, Reason.PARTY_TOO_LARGE),
        ({"booked_count": 9}, 2, NOON, Reason.SOLD_OUT),
        ({"booked_count": 9}, 1, NOON, None),
        ({"is_available": False}, 1, NOON, Reason.CLOSED),
        ({}, 1, TOMORROW - timedelta(minutes=60), Reason.CUTOFF),
        ({}, 1, TOMORROW - timedelta(minutes=61), None),
        ({"booked_count": 10}, 1, TOMORROW - timedelta(minutes=5), Reason.SOLD_OUT),
    ],
)
def test_the_reason_says_why_a_slot_cannot_be_booked(slot_facts, seats, now, reason):
    reading = SlotReading(slot=a_slot(ACTIVITY, **slot_facts))

    assert reading.reason_against(seats, activity=ACTIVITY, now=now) is reason


def test_seats_of_lapsed_holds_count_as_free():
    reading = SlotReading(slot=a_slot(ACTIVITY, booked_count=10), lapsed_seats=4)

    assert (reading.booked_count, reading.seats_left) == (6, 4)
