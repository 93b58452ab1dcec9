"""Who is to come aboard, over HTTP."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest

from resortbook.domain.activity import Activity
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, error
from tests.builders import a_rate
from tests.resort_fixtures import Given


@pytest.fixture
def boat(given: Given) -> Activity:
    rates = (a_rate("adult"), a_rate("child", "40.00"))
    return given.activity("Boat", rates=rates)


@pytest.fixture
def path(boat: Activity, given: Given, guest: Visitor, desk: Visitor) -> str:
    """The manifest of a departure with a family, a walk-in and somebody who cancelled."""
    slot = given.slot(boat, IN_TWO_DAYS)

    def book(name: str, **more: Any) -> dict[str, Any]:
        asked = {"time_slot_id": str(slot.id), "guest": {"name": name}, **more}
        made: dict[str, Any] = desk.post("/staff/bookings/", asked).get_json()
        return made

    family = {
        **wish(slot),
        "party": {"adult": 2, "child": 1},
        "room": "204",
        "lead_name": "Maria Lopez",
        "special_requests": "@ the back",
    }
    assert guest.post("/bookings/", family).status_code == 201
    book("Ana Álvarez", participants=1, note="Can't swim")
    gone = book("Zoë Gone", participants=2)
    desk.post(f"/staff/bookings/{gone['id']}/cancel/")
    return f"/staff/slots/{slot.id}/manifest/"


def test_a_manifest_lists_who_is_to_come_by_name(desk: Visitor, path: str):
    shown = desk.get(path).get_json()

    told = [(one["lead_name"], one["room"], one["party"]) for one in shown["items"]]
    assert told == [
        ("Ana Álvarez", "", {"adult": 1}),
        ("Maria Lopez", "204", {"adult": 2, "child": 1}),
    ]
    assert shown["items"][0]["notes"] == ["Can't swim"]
    assert shown["items"][1]["phone"] == "+1415•••0123"
    assert (shown["people"], shown["arrived"], shown["is_under_minimum"]) == (4, 0, False)
    assert shown["rates"] == ["adult", "child"]


def test_a_departure_with_too_few_people_is_marked(desk: Visitor, given: Given):
    slot = given.slot(given.activity("Diving", min_party=4), IN_TWO_DAYS)
    path = f"/staff/slots/{slot.id}/manifest/"
    nobody = desk.get(path).get_json()["is_under_minimum"]
    asked = {"time_slot_id": str(slot.id), "guest": {"name": "Ana"}, "participants": 3}
    desk.post("/staff/bookings/", asked)

    assert [nobody, desk.get(path).get_json()["is_under_minimum"]] == [False, True]


def test_a_manifest_is_a_file_too(desk: Visitor, path: str):
    answer = desk.get(f"{path}?format=csv")

    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.mimetype == "text/csv"
    assert [(row["lead_name"], row["adult"], row["child"]) for row in rows] == [
        ("Ana Álvarez", "1", "0"),
        ("Maria Lopez", "2", "1"),
    ]
    assert (rows[1]["special_requests"], rows[1]["phone"]) == ("'@ the back", "'+1415•••0123")


def test_a_day_lists_its_departures_with_who_comes(
    desk: Visitor, path: str, given: Given, boat: Activity
):
    given.slot(boat, IN_TWO_DAYS + timedelta(days=1))
    empty = given.slot(given.activity("Diving", min_party=4), IN_TWO_DAYS + timedelta(hours=1))
    asked = {"time_slot_id": str(empty.id), "guest": {"name": "Ana"}, "participants": 3}
    late = desk.post("/staff/bookings/", asked).get_json()
    desk.post("/staff/bookings/", {**asked, "participants": 1})
    desk.post(f"/staff/bookings/{late['id']}/cancel/")

    desk.post(f"/staff/slots/{empty.id}/delay/", {"minutes": 15, "reason": "Wind"})

    shown = desk.get("/staff/arrivals/?date=2026-10-17").get_json()

    told = [
        (one["activity"]["name"], one["bookings"], one["people"], one["is_under_minimum"])
        for one in shown["items"]
    ]
    assert told == [("Boat", 2, 4, False), ("Diving", 1, 1, True)]
    assert shown["items"][0]["slot"]["id"] in path
    planned = [one["slot"]["planned_start_time"] for one in shown["items"]]
    assert planned == [None, "2026-10-17T18:00:00Z"]
    assert desk.get("/staff/arrivals/").get_json() == {"date": "2026-10-15", "items": []}


def test_manifests_are_for_staff_and_of_what_is_there(
    desk: Visitor, guest: Visitor, path: str, boat: Activity
):
    assert error(guest.get(path)) == (403, "FORBIDDEN")
    assert error(desk.get(f"/staff/slots/{boat.id}/manifest/")) == (404, "NOT_FOUND")
    assert error(desk.get(f"{path}?format=pdf")) == (400, "VALIDATION_ERROR")
