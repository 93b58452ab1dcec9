"""The account of whoever is signed in: profile, preferences, what is held, being forgotten."""

from typing import Any

import pytest

from resortbook.domain.guest import Channel, ChannelAddress
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import a_guest
from tests.resort_fixtures import Given, MovableClock

LIKES = {
    "preferred_categories": ["watersports"],
    "preferred_times": ["morning", "evening"],
    "budget_range": {"min": "20.5", "max": None},
    "interests": "Turtles,\nand quiet",
}


def test_a_profile_is_changed_where_something_is_said(guest: Visitor):
    guest.patch("/auth/me/", {"language": "es-MX"})
    changed = guest.patch("/auth/me/", {"name": "Ana María"}).get_json()

    assert changed == guest.get("/auth/me/").get_json()
    user = changed["user"]
    assert (user["name"], user["room"], user["language"]) == ("Ana María", "204", "es-MX")


def test_a_guest_without_a_number_has_none(sign_in: Any, container: Any):
    whatsapp_id = ChannelAddress(
        id=container.ids().new(), channel=Channel.WHATSAPP_ID, value="US.ABC123"
    )
    person = a_guest(None, addresses=(whatsapp_id,))
    with container.storage().begin() as work:
        work.guests.add(person)
        work.commit()

    assert sign_in(person).get("/auth/me/").get_json()["user"]["phone"] is None


def test_preferences_are_empty_until_they_are_told(guest: Visitor):
    assert guest.get("/preferences/").get_json() == {
        "preferred_categories": [],
        "preferred_times": [],
        "budget_range": {"min": None, "max": None},
        "interests": "",
    }


def test_preferences_are_replaced_as_a_whole(guest: Visitor, given: Given):
    given.activity()

    told = guest.put("/preferences/", LIKES).get_json()
    less = guest.put("/preferences/", {"interests": "Sleep"}).get_json()

    assert told == {**LIKES, "budget_range": {"min": "20.50", "max": None}}
    assert less["preferred_categories"] == []
    assert guest.get("/preferences/").get_json() == less


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"preferred_categories": ["unknown"]}, "preferred_categories"),
        ({"preferred_times": ["noon"]}, "preferred_times.0"),
        ({"budget_range": {"min": "5", "max": "4.99"}}, "budget_range"),
        ({"budget_range": {"min": 5}}, "budget_range.min"),
        ({"budget_range": {"min": "-5"}}, "budget_range.min"),
        ({"interests": "i" * 1_001}, "interests"),
    ],
)
def test_impossible_preferences_are_refused(
    guest: Visitor, given: Given, change: dict[str, Any], field: str
):
    given.activity()

    answer = guest.put("/preferences/", {**LIKES, **change})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert list(details(answer)["fields"]) == [field]


def test_everything_that_is_held_is_told(guest: Visitor, given: Given, codes: Any):
    made = guest.post("/bookings/", wish(given.slot())).get_json()
    guest.put("/preferences/", LIKES)
    guest.post("/auth/request-otp/", {"phone": "+14155550123"})
    codes("+14155550123")
    guest.post(f"/bookings/{made['id']}/ask-desk/", {"message": "May I bring my dog?"})
    likes = {"activity_id": made["activity"]["id"], "helpful": True, "comment": "Wet"}
    guest.post("/recommendations/feedback/", likes)
    guest.patch(f"/bookings/{made['id']}/", {"room": "204"})
    guest.post(f"/bookings/{made['id']}/confirm/")

    held = guest.get("/auth/me/export/").get_json()

    assert held["user"]["name"] == "Maria Lopez"
    assert held["addresses"] == [{"channel": "phone", "value": "+14155550123"}]
    assert held["preferences"]["interests"] == LIKES["interests"]
    assert [one["id"] for one in held["bookings"]] == [made["id"]]
    assert held["messages"][-1]["direction"] == "out"
    assert held["conversation"]["status"] == "waiting"
    assert held["conversation"]["summary"].endswith("May I bring my dog?")
    assert [one["comment"] for one in held["feedback"]] == ["Wet"]
    assert [(one["room"], one["amount"]) for one in held["charges"]] == [
        ("204", made["total_price"])
    ]
    assert len(held["sessions"]) == 1


def test_nobody_is_forgotten_with_a_booking_ahead(
    guest: Visitor, given: Given, clock: MovableClock
):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()
    refused = guest.delete("/auth/me/")

    guest.post(f"/bookings/{made['id']}/cancel/")
    answer = guest.delete("/auth/me/")

    assert error(refused) == (409, "CONFLICT")
    assert details(refused) == {"field": "bookings"}
    assert (answer.status_code, answer.data) == (204, b"")
    assert guest.get("/auth/me/").status_code == 401
