"""What the desk does over HTTP: booking by phone, finding bookings, seeing departures."""

from datetime import timedelta
from typing import Any

import pytest

from tests.apps.api.test_bookings import BOOKING, IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON, TOMORROW
from tests.resort_fixtures import Given

WALK_IN = {"name": "Walter Walk-In"}


def book(desk: Visitor, slot: Any, **more: Any):
    asked = {"time_slot_id": str(slot.id), "guest": WALK_IN, **more}
    return desk.post("/staff/bookings/", asked)


def test_a_booking_at_the_desk_is_confirmed_at_once(desk: Visitor, given: Given):
    slot = given.slot()

    answer = book(desk, slot, participants=2, note="Paid in shells")

    shown = answer.get_json()
    assert answer.status_code == 201
    more = {"guest", "arrived", "room_verified", "is_private", "group_id"}
    assert set(shown) == BOOKING | more
    assert (shown["status"], shown["booking_source"]) == ("confirmed", "desk")
    assert (shown["lead_name"], shown["expires_at"]) == ("Walter Walk-In", None)
    assert {name: shown["guest"][name] for name in ("name", "room", "phone")} == {
        "name": "Walter Walk-In",
        "room": "",
        "phone": None,
    }
    assert "shells" not in answer.text


def test_a_phone_is_shown_masked(desk: Visitor, given: Given):
    who = {"name": "Maria", "phone": "+1 415 555 0123", "room": "7"}

    shown = book(desk, given.slot(), guest=who).get_json()

    assert shown["guest"]["phone"] == "+1415•••0123"
    assert (shown["room"], shown["settlement"]) == ("7", "room")


def test_the_desk_may_hold_and_may_take_a_departure_whole(desk: Visitor, given: Given):
    held = book(desk, given.slot(), hold_until="2026-10-15T13:30:00.5-05:00").get_json()
    whole = book(desk, given.slot(given.activity("Boat")), private=True).get_json()

    assert (held["status"], held["expires_at"]) == ("pending", "2026-10-15T18:30:00Z")
    assert (whole["is_private"], whole["seats"]) == (True, 10)


def test_a_booking_at_the_desk_is_made_once_however_often_it_is_sent(
    desk: Visitor, given: Given
):
    slot = given.slot()
    asked = {"time_slot_id": str(slot.id), "guest": WALK_IN, "note": "Paid in shells"}
    key = {"Idempotency-Key": "one-booking"}

    first = desk.post("/staff/bookings/", asked, headers=key)
    again = desk.post("/staff/bookings/", asked, headers=key)
    other = desk.post("/staff/bookings/", {**asked, "participants": 2}, headers=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.get_json() == again.get_json()
    assert first.get_json()["guest"]["name"] == "Walter Walk-In"
    assert again.headers["Idempotency-Replayed"] == "true"
    assert first.headers["Location"] == again.headers["Location"]
    assert error(other) == (422, "IDEMPOTENCY_KEY_REUSED")
    assert len(desk.get("/staff/bookings/").get_json()["items"]) == 1
    made = desk.get(first.headers["Location"].removeprefix("/api/v1")).get_json()
    assert [note["body"] for note in made["notes"]] == ["Paid in shells"]


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"guest": {}}, 400, "VALIDATION_ERROR", "guest.name"),
        ({"guest": {"name": ""}}, 400, "VALIDATION_ERROR", "guest.name"),
        ({"guest": {"name": "A", "phone": "7"}}, 400, "INVALID_PHONE", "phone"),
        ({"hold_until": "2026-10-15T16:00:00Z"}, 400, "INVALID_TIME", "hold_until"),
        ({"hold_until": "2026-10-16 17:00"}, 400, "VALIDATION_ERROR", "hold_until"),
        ({"hold_until": "2026-10-16T17:00:00"}, 400, "VALIDATION_ERROR", "hold_until"),
        ({"private": "yes"}, 400, "VALIDATION_ERROR", "private"),
        ({"notify": 1}, 400, "VALIDATION_ERROR", "notify"),
        ({"party": {"pirate": 1}}, 400, "VALIDATION_ERROR", "party"),
    ],
)
def test_impossible_bookings_are_refused(
    desk: Visitor, given: Given, change: dict[str, Any], status: int, code: str, field: str
):
    answer = book(desk, given.slot(), **change)

    assert error(answer) == (status, code)
    assert field in details(answer)["fields"]


@pytest.mark.parametrize(
    "query",
    [
        "q={reference}",
        "q=maria",
        "q=lopez+maria",
        "q=204",
        "q=%2B14155550123",
        "date=2026-10-17",
        "activity=jet-skiing",
        "guest={guest}",
        "status=pending",
        "q=maria&status=pending&status=confirmed&date=2026-10-17",
    ],
)
def test_bookings_of_all_guests_are_found(
    desk: Visitor, guest: Visitor, other_guest: Visitor, given: Given, query: str
):
    room = {"room": "204", "lead_name": "Maria Lopez"}
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS), **room)).get_json()
    other = given.slot(given.activity("Boat"))
    made_by_other = other_guest.post("/bookings/", wish(other)).get_json()
    other_guest.post(f"/bookings/{made_by_other['id']}/confirm/")

    own = guest.get("/auth/me/").get_json()["user"]["id"]
    asked = query.format(reference=made["reference"].lower(), guest=own)
    found = desk.get(f"/staff/bookings/?{asked}").get_json()["items"]

    assert [one["id"] for one in found] == [made["id"]]
    assert found[0]["guest"]["phone"] == "+1415•••0123"


def test_without_a_question_all_bookings_are_listed_newest_first(
    desk: Visitor, guest: Visitor, given: Given
):
    slot = given.slot(start=IN_TWO_DAYS)
    made = [guest.post("/bookings/", wish(slot)).get_json()["id"] for _ in range(2)]

    found = desk.get("/staff/bookings/?fields=id,guest&limit=1").get_json()

    assert found["items"][0]["id"] == made[1]
    assert set(found["items"][0]) == {"id", "guest"}
    cursor = found["next_cursor"]
    rest = desk.get(f"/staff/bookings/?cursor={cursor}").get_json()
    assert [one["id"] for one in rest["items"]] == [made[0]]


def test_departures_are_listed_by_days_those_that_have_started_too(desk: Visitor, given: Given):
    activity = given.activity(capacity_per_slot=2)
    early = given.slot(activity, NOON - timedelta(hours=1))
    full = given.slot(activity, TOMORROW)
    given.hold(full, party=2)
    other = given.slot(given.activity("Boat"), TOMORROW + timedelta(days=6))

    week = desk.get("/staff/slots/").get_json()["items"]
    day = desk.get("/staff/slots/?from=2026-10-16&to=2026-10-16").get_json()["items"]
    boats = desk.get("/staff/slots/?from=2026-10-15&to=2026-12-15&activity=boat&fields=id")

    assert [one["id"] for one in week] == [str(early.id), str(full.id)]
    assert [(one["id"], one["reason"], one["booked_count"]) for one in day] == [
        (str(full.id), "sold_out", 2)
    ]
    assert day[0]["activity_id"] == str(activity.id)
    assert boats.get_json()["items"] == [{"id": str(other.id)}]


@pytest.mark.parametrize("path", ["/staff/slots/", "/staff/bookings/"])
def test_an_activity_that_is_none_is_not_there(desk: Visitor, path: str):
    assert error(desk.get(f"{path}?activity=unknown")) == (404, "NOT_FOUND")
