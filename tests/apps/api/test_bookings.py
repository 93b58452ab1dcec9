"""The guest's own bookings over HTTP."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from resortbook.domain.slot import TimeSlot
from tests.apps.api.conftest import SignIn
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON, TOMORROW, a_rate
from tests.resort_fixtures import Given, MovableClock

BOOKING = {
    "id", "reference", "activity", "time_slot", "status", "participants", "party", "seats",
    "lines", "special_requests", "lead_name", "room", "settlement", "total_price", "currency",
    "booking_source", "created_at", "confirmed_at", "cancelled_at", "cancellation_reason",
    "expires_at", "can_cancel", "cancel_by", "checked_in_at", "metadata",
}  # fmt: skip
IN_TWO_DAYS = TOMORROW + timedelta(days=1)

NOBODY = "01a20c83-bfbb-7780-a1ce-359c31626682"


def wish(slot: TimeSlot, **more: Any) -> dict[str, Any]:
    return {"activity_id": str(slot.activity_id), "time_slot_id": str(slot.id), **more}


def test_a_hold_is_shown_with_everything_about_it(guest: Visitor, given: Given):
    rates = (a_rate("adult", "80"), a_rate("infant", "5.5", takes_seat=False))
    slot = given.slot(given.activity(rates=rates), IN_TWO_DAYS)
    asked = {
        "party": {"adult": 2, "infant": 1},
        "special_requests": "Two\nlines",
        "lead_name": "Ana",
        "room": "12",
    }

    answer = guest.post("/bookings/", wish(slot, **asked))

    shown = answer.get_json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/api/v1/bookings/{shown['id']}/"
    assert set(shown) == BOOKING
    assert shown["activity"] == {
        "id": str(slot.activity_id),
        "slug": "jet-skiing",
        "name": "Jet Skiing",
        "location": "North Pier",
        "duration_minutes": 30,
    }
    assert shown["time_slot"] == {
        "id": str(slot.id),
        "start_time": "2026-10-17T17:00:00Z",
        "end_time": "2026-10-17T17:30:00Z",
    }
    assert shown["lines"] == [
        {"label": "Adult", "quantity": 2, "unit_price": "80.00"},
        {"label": "Infant", "quantity": 1, "unit_price": "5.50"},
    ]
    expected = {
        "status": "pending", "participants": 3, "party": {"adult": 2, "infant": 1}, "seats": 2,
        "special_requests": "Two\nlines", "lead_name": "Ana", "room": "12",
        "settlement": "room", "total_price": "165.50", "currency": "USD",
        "booking_source": "web", "created_at": "2026-10-15T17:00:00Z", "confirmed_at": None,
        "cancelled_at": None, "cancellation_reason": "", "expires_at": "2026-10-15T17:30:00Z",
        "can_cancel": True, "cancel_by": "2026-10-16T17:00:00Z", "checked_in_at": None,
    }  # fmt: skip
    assert {name: shown[name] for name in expected} == expected


def test_a_party_that_is_not_said_is_one_of_the_first_rate(guest: Visitor, given: Given):
    shown = guest.post("/bookings/", wish(given.slot())).get_json()

    assert (shown["party"], shown["settlement"]) == ({"person": 1}, "desk")


def test_a_booking_is_found_by_id_and_by_reference_however_it_is_typed(
    guest: Visitor, given: Given
):
    made = guest.post("/bookings/", wish(given.slot())).get_json()
    reference = made["reference"]

    ways = [
        made["id"],
        made["id"].upper(),
        reference,
        reference.lower(),
        f"{reference[:4]}-{reference[4:]}",
    ]
    found = [guest.get(f"/bookings/{way}/").get_json() for way in ways]

    assert found == [made] * len(ways)


@pytest.mark.parametrize("path", ["", "confirm/", "cancel/", "reschedule/", "calendar.ics"])
@pytest.mark.parametrize("key", ["7", "not-an-id", "ABCD2345", NOBODY, NOBODY.replace("-", "")])
def test_what_is_no_booking_is_not_there(guest: Visitor, given: Given, path: str, key: str):
    slot = given.slot()
    reads = path in ("", "calendar.ics")
    json = {"time_slot_id": str(slot.id)} if path == "reschedule/" else None

    answer = guest.call("GET" if reads else "POST", f"/bookings/{key}/{path}", json=json)

    assert error(answer) == (404, "NOT_FOUND")


def test_a_booking_is_confirmed_and_cancelled(
    guest: Visitor, given: Given, clock: MovableClock
):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()

    confirmed = guest.post(f"/bookings/{made['reference']}/confirm/").get_json()
    clock.advance(hours=24)
    answer = guest.post(f"/bookings/{made['id']}/cancel/", {"reason": "The weather"})

    cancelled = answer.get_json()
    assert (confirmed["status"], confirmed["confirmed_at"]) == (
        "confirmed",
        "2026-10-15T17:00:00Z",
    )
    assert confirmed["expires_at"] is None
    assert answer.status_code == 200
    assert (cancelled["status"], cancelled["cancelled_at"], cancelled["can_cancel"]) == (
        "cancelled",
        "2026-10-16T17:00:00Z",
        False,
    )
    assert cancelled["cancellation_reason"] == "The weather"


def test_a_hold_that_ran_out_reads_as_expired_everywhere(
    guest: Visitor, given: Given, clock: MovableClock
):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()
    path = f"/bookings/{made['id']}/"

    clock.advance(minutes=30)

    shown = guest.get(path).get_json()
    assert (shown["status"], shown["expires_at"], shown["can_cancel"]) == (
        "expired",
        None,
        False,
    )
    assert guest.get("/bookings/?status=pending").get_json()["items"] == []
    assert len(guest.get("/bookings/?status=expired").get_json()["items"]) == 1
    for answer in (
        guest.post(f"{path}confirm/"),
        guest.post(f"{path}cancel/"),
        guest.patch(path, {"participants": 2}),
        guest.post(f"{path}reschedule/", {"time_slot_id": made["time_slot"]["id"]}),
    ):
        assert error(answer) == (409, "BOOKING_EXPIRED")


def test_a_party_is_changed_at_a_new_price(guest: Visitor, given: Given):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()
    path = f"/bookings/{made['id']}/"

    grown = guest.patch(path, {"participants": 3, "room": "7"}).get_json()
    shrunk = guest.patch(path, {"party": {"person": 2}, "lead_name": "Ana"}).get_json()
    same = guest.patch(path, {})

    assert (grown["seats"], grown["total_price"], grown["settlement"]) == (3, "240.00", "room")
    assert grown["expires_at"] == made["expires_at"]
    assert (shrunk["seats"], shrunk["total_price"], shrunk["room"]) == (2, "160.00", "7")
    assert same.get_json() == shrunk


def test_a_party_does_not_grow_beyond_the_seats_that_are_left(
    guest: Visitor, other_guest: Visitor, given: Given
):
    slot = given.slot(given.activity(capacity_per_slot=4), IN_TWO_DAYS)
    other_guest.post("/bookings/", wish(slot, participants=2))
    made = guest.post("/bookings/", wish(slot)).get_json()

    answer = guest.patch(f"/bookings/{made['id']}/", {"participants": 3, "room": "7"})

    assert error(answer) == (409, "SLOT_UNAVAILABLE")
    assert guest.get(f"/bookings/{made['id']}/").get_json() == made


def test_a_booking_moves_to_another_time(guest: Visitor, given: Given):
    activity = given.activity()
    slot, other = (given.slot(activity, IN_TWO_DAYS + timedelta(days=day)) for day in (0, 1))
    made = guest.post("/bookings/", wish(slot)).get_json()

    moved = guest.post(
        f"/bookings/{made['id']}/reschedule/", {"time_slot_id": str(other.id)}
    ).get_json()

    assert moved["time_slot"]["id"] == str(other.id)
    assert moved["cancel_by"] == "2026-10-17T17:00:00Z"


def test_a_booking_does_not_move_to_another_activity(guest: Visitor, given: Given):
    slot, other = given.slot(start=IN_TWO_DAYS), given.slot(given.activity("Boat"))
    made = guest.post("/bookings/", wish(slot)).get_json()

    answer = guest.post(f"/bookings/{made['id']}/reschedule/", {"time_slot_id": str(other.id)})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert "time_slot_id" in details(answer)["fields"]


def test_a_list_holds_ones_own_bookings_newest_first(
    guest: Visitor, other_guest: Visitor, given: Given, clock: MovableClock
):
    slot = given.slot(start=IN_TWO_DAYS)
    made = [guest.post("/bookings/", wish(slot)).get_json() for _ in range(3)]
    other_guest.post("/bookings/", wish(slot))
    guest.post(f"/bookings/{made[0]['id']}/confirm/")

    first = guest.get("/bookings/?limit=2&fields=id").get_json()
    second = guest.get(f"/bookings/?limit=2&cursor={first['next_cursor']}").get_json()
    both = guest.get("/bookings/?status=confirmed&status=pending").get_json()

    assert first["items"] == [{"id": made[2]["id"]}, {"id": made[1]["id"]}]
    assert [one["id"] for one in second["items"]] == [made[0]["id"]]
    assert second["next_cursor"] is None
    assert len(both["items"]) == 3
    assert len(guest.get("/bookings/?status=confirmed").get_json()["items"]) == 1


def test_bookings_are_ahead_until_the_departure_is_over(
    guest: Visitor, given: Given, clock: MovableClock
):
    made = guest.post("/bookings/", wish(given.slot())).get_json()
    guest.post(f"/bookings/{made['id']}/confirm/")

    ahead, past = "/bookings/?when=upcoming", "/bookings/?when=past"
    before = [len(guest.get(path).get_json()["items"]) for path in (ahead, past)]
    clock.advance(hours=24, minutes=30)
    after = [len(guest.get(path).get_json()["items"]) for path in (ahead, past)]

    assert (before, after) == ([1, 0], [0, 1])


def test_a_calendar_file_keeps_its_uid_and_counts_its_changes(guest: Visitor, given: Given):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()
    path = f"/bookings/{made['reference']}/"

    answer = guest.get(f"{path}calendar.ics")
    guest.post(f"{path}cancel/")
    again = guest.get(f"{path}calendar.ics")

    before, after = (_entry(one) for one in (answer, again))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CANCELLED")


def _entry(answer: Any) -> Any:
    return Calendar.from_ical(answer.data).walk("VEVENT")[0]


def test_a_refused_slot_comes_with_times_that_can_be_booked(
    guest: Visitor, other_guest: Visitor, given: Given
):
    activity = given.activity(capacity_per_slot=2)
    slots = [given.slot(activity, IN_TWO_DAYS + timedelta(hours=hour)) for hour in range(5)]
    other_guest.post("/bookings/", wish(slots[2], participants=2))

    answer = guest.post("/bookings/", wish(slots[2], participants=2))

    told = details(answer)
    assert error(answer) == (409, "SLOT_UNAVAILABLE")
    assert told["activity_id"] == str(activity.id)
    assert told["requested_time"] == "2026-10-17T19:00:00Z"
    assert told["reason"] == "sold_out"
    times = ["2026-10-17T18:00:00Z", "2026-10-17T20:00:00Z", "2026-10-17T17:00:00Z"]
    assert told["alternative_slots"] == times
    assert told["alternatives"][0] == {
        "id": str(slots[1].id),
        "start_time": "2026-10-17T18:00:00Z",
        "end_time": "2026-10-17T18:30:00Z",
        "seats_left": 2,
    }
    first = {**wish(slots[2]), "time_slot_id": told["alternatives"][0]["id"]}
    assert guest.post("/bookings/", first).status_code == 201


def test_staff_are_guests_at_the_doors_of_guests(
    guest: Visitor, desk: Visitor, given: Given, sign_in: SignIn
):
    made = guest.post("/bookings/", wish(given.slot())).get_json()

    answer = desk.get(f"/bookings/{made['id']}/")

    assert error(answer) == (403, "FORBIDDEN")
    assert desk.get("/bookings/").get_json()["items"] == []


def test_times_are_told_in_whole_seconds(guest: Visitor, given: Given, clock: MovableClock):
    clock.at = NOON + timedelta(microseconds=123_456)

    shown = guest.post("/bookings/", wish(given.slot())).get_json()

    assert shown["created_at"] == "2026-10-15T17:00:00Z"
