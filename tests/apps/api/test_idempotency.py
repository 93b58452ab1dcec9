"""Requests that are repeated with a key."""

from datetime import timedelta

import pytest

from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given, MovableClock

KEY = {"Idempotency-Key": "the first try"}


def test_a_repeated_hold_is_answered_with_the_first_one(guest: Visitor, given: Given):
    slot = given.slot(given.activity(capacity_per_slot=1), IN_TWO_DAYS)

    first = guest.post("/bookings/", wish(slot), headers=KEY)
    again = guest.post("/bookings", wish(slot), headers=KEY)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.data == first.data
    assert again.headers["Location"] == first.headers["Location"]
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(guest.get("/bookings/").get_json()["items"]) == 1


def test_every_change_of_a_booking_can_be_repeated(guest: Visitor, given: Given):
    activity = given.activity()
    slot, other = (given.slot(activity, IN_TWO_DAYS + timedelta(days=day)) for day in (0, 1))
    path = f"/bookings/{guest.post('/bookings/', wish(slot)).get_json()['id']}/"

    requests = [
        ("PATCH", path, {"participants": 2}),
        ("POST", f"{path}confirm/", None),
        ("POST", f"{path}reschedule/", {"time_slot_id": str(other.id)}),
        ("POST", f"{path}cancel/", {"reason": "Rain"}),
    ]
    for method, where, said in requests:
        key = {"Idempotency-Key": where}
        first = guest.call(method, where, json=said, headers=key)
        again = guest.call(method, where, json=said, headers=key)

        assert (first.status_code, again.status_code) == (200, 200)
        assert again.data == first.data
        assert again.headers["Idempotency-Replayed"] == "true"


def test_the_order_of_fields_and_blanks_make_no_other_request(guest: Visitor, given: Given):
    slot = given.slot()
    text = f'{{ "time_slot_id" : "{slot.id}","activity_id":"{slot.activity_id}"}}'

    first = guest.post("/bookings/", wish(slot), headers=KEY)
    again = guest.post("/bookings/", data=text, content_type="application/json", headers=KEY)

    assert again.data == first.data


def test_a_key_does_not_serve_for_another_request(guest: Visitor, given: Given):
    slot = given.slot(start=IN_TWO_DAYS)
    made = guest.post("/bookings/", wish(slot), headers=KEY).get_json()

    other_body = guest.post("/bookings/", wish(slot, participants=2), headers=KEY)
    other_path = guest.post(f"/bookings/{made['id']}/confirm/", headers=KEY)

    assert error(other_body) == error(other_path) == (422, "IDEMPOTENCY_KEY_REUSED")


def test_what_was_refused_uses_up_no_key(guest: Visitor, other_guest: Visitor, given: Given):
    slot = given.slot(given.activity(capacity_per_slot=1), IN_TWO_DAYS)
    theirs = other_guest.post("/bookings/", wish(slot)).get_json()

    refused = guest.post("/bookings/", wish(slot), headers=KEY)
    other_guest.post(f"/bookings/{theirs['id']}/cancel/")
    made = guest.post("/bookings/", wish(slot), headers=KEY)

    assert error(refused) == (409, "SLOT_UNAVAILABLE")
    assert made.status_code == 201
    assert "Idempotency-Replayed" not in made.headers


def test_a_key_belongs_to_one_guest(guest: Visitor, other_guest: Visitor, given: Given):
    slot = given.slot()

    mine = guest.post("/bookings/", wish(slot), headers=KEY)
    theirs = other_guest.post("/bookings/", wish(slot), headers=KEY)

    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.get_json()["id"] != theirs.get_json()["id"]


def test_a_key_is_free_again_after_a_day(guest: Visitor, given: Given, clock: MovableClock):
    slot = given.slot(start=IN_TWO_DAYS)
    first = guest.post("/bookings/", wish(slot), headers=KEY).get_json()

    clock.advance(hours=24)

    assert guest.post("/bookings/", wish(slot), headers=KEY).get_json()["id"] != first["id"]


@pytest.mark.parametrize("key", ["k", "k" * 255, "a b", "~!"])
def test_a_key_has_1_to_255_characters(guest: Visitor, given: Given, key: str):
    answer = guest.post("/bookings/", wish(given.slot()), headers={"Idempotency-Key": key})

    assert answer.status_code == 201


@pytest.mark.parametrize("key", ["", "k" * 256, " ", "a\tb", "a\x00b"])
def test_another_key_is_refused(guest: Visitor, given: Given, key: str):
    answer = guest.post("/bookings/", wish(given.slot()), headers={"Idempotency-Key": key})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert guest.get("/bookings/").get_json()["items"] == []
