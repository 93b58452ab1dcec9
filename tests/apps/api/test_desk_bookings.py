"""One booking at the desk over HTTP: its history, changes with and without a fee, notes,
check-in.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from resortbook.application.resort import Resort
from tests.apps.api.conftest import SignIn
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given, MovableClock


@pytest.fixture
def sold(guest: Visitor, given: Given) -> dict[str, Any]:
    """A booking of two people on room 204, confirmed by its guest."""
    asked = {**wish(given.slot(start=IN_TWO_DAYS)), "participants": 2, "room": "204"}
    made = guest.post("/bookings/", asked).get_json()
    shown: dict[str, Any] = guest.post(f"/bookings/{made['id']}/confirm/").get_json()
    return shown


@pytest.fixture
def path(sold: dict[str, Any]) -> str:
    return f"/staff/bookings/{sold['reference']}/"


@pytest.fixture
def desk_at(
    desk: Visitor, sign_in: SignIn, clock: MovableClock
) -> Callable[[datetime], Visitor]:
    """Move the clock and sign the desk in again: its sessions are short."""

    def at(moment: datetime) -> Visitor:
        clock.at = moment
        return sign_in(desk.person)

    return at


@pytest.fixture
def charges(desk: Visitor, sign_in: SignIn):
    """Return amount, kind and state of all charges, oldest first."""

    def listed() -> list[tuple[str, str, str]]:
        items = sign_in(desk.person).get("/staff/charges/").get_json()["items"]
        return [(one["amount"], one["kind"], one["state"]) for one in reversed(items)]

    return listed


def test_a_booking_is_shown_with_what_happened_to_it(
    desk: Visitor, guest: Visitor, path: str, resort: Resort
):
    guest.post(f"/bookings/{path.split('/')[3]}/ask-desk/", {"message": "Can we bring a dog?"})
    desk.post(f"{path}notes/", {"body": "Brings a dog"})
    resort.clockwork.deliver()

    shown = desk.get(path).get_json()

    acts = [(one["action"], one["actor"], one["door"]) for one in shown["history"]]
    assert acts[:2] == [
        ("booking.create", "guest", "web"),
        ("booking.confirm", "guest", "web"),
    ]
    assert ("booking.note", "staff", "desk") in acts
    assert [one["kind"] for one in shown["messages"]] == ["BookingConfirmed"]
    notes = [one["body"] for one in shown["notes"]]
    assert notes == ["Can we bring a dog?", "Brings a dog"]
    assert [one["amount"] for one in shown["charges"]] == ["160.00"]
    assert shown["guest"]["phone"] == "+1415•••0123"
    assert "Maria" not in str(shown["history"])


def test_a_booking_is_shown_in_part(desk: Visitor, path: str):
    assert set(desk.get(f"{path}?fields=id,history").get_json()) == {"id", "history"}
    assert error(desk.get(f"{path}?fields=colour")) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize(
    ("method", "ending", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {}),
        ("POST", "confirm/", None),
        ("POST", "cancel/", {}),
        ("POST", "notes/", {"body": "Hello"}),
        ("POST", "phone/", None),
        ("DELETE", "check-in/", None),
    ],
)
def test_only_staff_get_at_bookings_of_others(
    desk: Visitor, guest: Visitor, method: str, ending: str, body: Any
):
    unknown = f"/staff/bookings/ABCD2345/{ending}"

    assert error(guest.call(method, unknown, json=body)) == (403, "FORBIDDEN")
    assert error(desk.call(method, unknown, json=body)) == (404, "NOT_FOUND")


def test_the_desk_changes_words_party_and_settlement_with_a_fee(
    desk: Visitor, path: str, charges: Any
):
    changes = {"participants": 3, "settlement": "room", "fee": "10.00", "lead_name": "Ana"}

    shown = desk.patch(path, changes).get_json()

    assert (shown["participants"], shown["lead_name"]) == (3, "Ana")
    assert sorted(charges()) == [("10.00", "fee", "open"), ("240.00", "booking", "open")]
    desk.patch(path, {"settlement": "prepaid"})
    assert charges() == [("10.00", "fee", "open")]


def test_what_staff_settled_stays_when_words_change(desk: Visitor, path: str):
    desk.patch(path, {"settlement": "desk"})

    shown = desk.patch(path, {"special_requests": "A towel"}).get_json()

    assert (shown["settlement"], shown["room"]) == ("desk", "204")


def test_a_booking_is_cancelled_after_its_deadline_with_a_reason_and_a_fee(
    desk_at: Any, path: str, charges: Any
):
    desk = desk_at(IN_TWO_DAYS - timedelta(hours=1))

    shown = desk.post(f"{path}cancel/", {"reason": "Ill", "fee": "40.00"}).get_json()

    assert (shown["status"], shown["cancellation_reason"]) == ("cancelled", "Ill")
    assert charges() == [("40.00", "fee", "open")]
    again = desk.post(f"{path}cancel/", {})
    assert error(again) == (409, "BOOKING_ALREADY_CANCELLED")


def test_a_booking_is_moved_for_a_guest_with_a_fee(
    desk: Visitor, sold: dict[str, Any], path: str, given: Given, resort: Resort, charges: Any
):
    activity = resort.catalogue.get_activity(sold["activity"]["slug"])
    to = given.slot(activity, IN_TWO_DAYS + timedelta(hours=2))

    moved = desk.post(
        f"{path}reschedule/", {"time_slot_id": str(to.id), "fee": "5.00"}
    ).get_json()

    assert moved["time_slot"]["id"] == str(to.id)
    assert sorted(charges()) == [("160.00", "booking", "open"), ("5.00", "fee", "open")]


def test_a_repeated_request_of_staff_charges_its_fee_once(
    desk: Visitor, path: str, charges: Any
):
    key = {"Idempotency-Key": "once"}

    first = desk.patch(path, {"fee": "10.00"}, headers=key)
    again = desk.patch(path, {"fee": "10.00"}, headers=key)

    assert first.get_json() == again.get_json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert charges().count(("10.00", "fee", "open")) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"fee": "-1.00"},
        {"fee": 5},
        {"settlement": "gold"},
        {"status": "expired"},
        {"status": "pending"},
        {"status": None},
    ],
)
def test_what_makes_no_sense_is_refused(desk: Visitor, path: str, asked: dict[str, Any]):
    assert error(desk.patch(path, asked)) == (400, "VALIDATION_ERROR")


def test_how_a_booking_ended_is_put_right_until_the_end_of_the_next_day(
    desk: Visitor, desk_at: Any, path: str
):
    assert error(desk.patch(path, {"status": "no_show"})) == (400, "INVALID_TIME")
    desk = desk_at(IN_TWO_DAYS)

    told = [
        desk.patch(path, {"status": status}).get_json()["status"]
        for status in ("no_show", "completed", "confirmed", "no_show")
    ]
    midnight = IN_TWO_DAYS + timedelta(days=1, hours=12)
    in_time = desk_at(midnight - timedelta(minutes=1)).patch(path, {"status": "completed"})
    late = desk_at(midnight).patch(path, {"status": "no_show"})

    assert told == ["no_show", "completed", "confirmed", "no_show"]
    assert in_time.status_code == 200
    assert error(late) == (409, "BOOKING_CLOSED")


def test_a_hold_is_confirmed_for_a_guest_and_not_completed_before(
    desk: Visitor, desk_at: Any, given: Given
):
    until = (IN_TWO_DAYS + timedelta(minutes=20)).isoformat()
    asked = {
        "time_slot_id": str(given.slot(start=IN_TWO_DAYS).id),
        "guest": {"name": "Ana"},
        "hold_until": until,
    }
    held = desk.post("/staff/bookings/", asked).get_json()
    path = f"/staff/bookings/{held['id']}/"
    desk = desk_at(IN_TWO_DAYS)

    too_early = desk.patch(path, {"status": "completed"})
    confirmed = desk.post(f"{path}confirm/").get_json()

    assert error(too_early) == (409, "CONFLICT")
    assert confirmed["status"] == "confirmed"


def test_a_phone_is_shown_once_asked_for_and_that_is_taken_down(desk: Visitor, path: str):
    shown = desk.post(f"{path}phone/").get_json()

    history = desk.get(path).get_json()["history"]
    assert shown == {"phone": "+14155550123"}
    assert history[-1]["action"] == "booking.phone"


def test_a_party_is_checked_in_by_its_reference_or_its_pass(
    desk_at: Any, guest: Visitor, sold: dict[str, Any], clock: MovableClock
):
    code = guest.get(f"/bookings/{sold['id']}/pass/").get_json()["code"]
    desk = desk_at(IN_TWO_DAYS - timedelta(minutes=20))

    first = desk.post("/staff/bookings/check-in/", {"code": code, "arrived": 1}).get_json()
    clock.advance(minutes=5)
    typed = sold["reference"].lower()
    second = desk.post("/staff/bookings/check-in/", {"code": typed}).get_json()

    assert first["checked_in_at"] == "2026-10-17T16:40:00Z"
    assert (second["checked_in_at"], second["arrived"]) == (first["checked_in_at"], 1)
    assert guest.get(f"/bookings/{sold['id']}/").get_json()["checked_in_at"]


def test_a_check_in_is_taken_back(desk_at: Any, path: str):
    desk = desk_at(IN_TWO_DAYS)
    desk.post("/staff/bookings/check-in/", {"code": path.split("/")[3]})

    assert desk.delete(f"{path}check-in/").status_code == 204

    assert desk.get(path).get_json()["checked_in_at"] is None
    again = desk.post("/staff/bookings/check-in/", {"code": path.split("/")[3]}).get_json()
    assert again["arrived"] == 2


def test_a_code_that_is_forged_unknown_or_for_another_day_is_refused(
    desk: Visitor, desk_at: Any, guest: Visitor, sold: dict[str, Any]
):
    def check_in(code: str, **more: Any):
        return desk.post("/staff/bookings/check-in/", {"code": code, **more})

    too_early = check_in(sold["reference"])
    desk = desk_at(IN_TWO_DAYS)
    forged = check_in(f"{sold['reference']}.AAAAAAAAAAAAAAAA")

    assert (error(too_early), details(too_early)["field"]) == ((409, "CONFLICT"), "code")
    assert error(forged) == (409, "CONFLICT")
    assert error(check_in("ABCD2345")) == (404, "NOT_FOUND")
    assert error(check_in("hello")) == (404, "NOT_FOUND")
    assert error(check_in("")) == (400, "VALIDATION_ERROR")
    assert error(check_in(sold["reference"], arrived=3)) == (400, "VALIDATION_ERROR")
    assert error(guest.post("/staff/bookings/check-in/", {"code": "A"})) == (403, "FORBIDDEN")


def test_what_fell_through_is_not_checked_in(desk_at: Any, path: str):
    desk = desk_at(IN_TWO_DAYS)
    desk.post(f"{path}cancel/")

    refused = desk.post("/staff/bookings/check-in/", {"code": path.split("/")[3]})

    assert error(refused) == (409, "BOOKING_ALREADY_CANCELLED")
