"""Charges over HTTP: listed, posted, waived, and as a file for the front office."""

import csv
import io
from typing import Any

import pytest

from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given


@pytest.fixture
def charge(guest: Visitor, given: Given, desk: Visitor) -> dict[str, Any]:
    """The charge of a booking on room 204, whose lead name is no formula."""
    asked = {**wish(given.slot()), "room": "204", "lead_name": "=SUM(A1)"}
    made = guest.post("/bookings/", asked).get_json()
    guest.post(f"/bookings/{made['id']}/confirm/")
    [found] = desk.get("/staff/charges/").get_json()["items"]
    shown: dict[str, Any] = found
    return shown


def test_a_charge_says_what_the_front_office_asks(charge: dict[str, Any]):
    told = ("room", "amount", "currency", "kind", "state", "date")

    assert {name: charge[name] for name in told} == {
        "room": "204",
        "amount": "80.00",
        "currency": "USD",
        "kind": "booking",
        "state": "open",
        "date": "2026-10-16",
    }


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("date=2026-10-16", 1),
        ("date=2026-10-15", 0),
        ("state=open&state=posted", 1),
        ("state=waived", 0),
        ("limit=1", 1),
    ],
)
def test_charges_are_listed_by_day_and_state(
    desk: Visitor, charge: dict[str, Any], query: str, count: int
):
    found = desk.get(f"/staff/charges/?{query}").get_json()

    assert (len(found["items"]), found["next_cursor"]) == (count, None)


def test_a_charge_is_posted_and_then_not_waived(desk: Visitor, charge: dict[str, Any]):
    path = f"/staff/charges/{charge['id']}/"

    assert desk.post(f"{path}posted/").get_json()["state"] == "posted"
    assert desk.post(f"{path}posted/").get_json()["state"] == "posted"
    assert error(desk.post(f"{path}waive/")) == (409, "CONFLICT")


def test_a_charge_is_waived_and_then_not_posted(desk: Visitor, charge: dict[str, Any]):
    path = f"/staff/charges/{charge['id']}/"

    assert desk.post(f"{path}waive/").get_json()["state"] == "waived"
    assert error(desk.post(f"{path}posted/")) == (409, "CONFLICT")


def test_the_file_runs_no_formulas(desk: Visitor, charge: dict[str, Any]):
    answer = desk.get("/staff/charges/?format=csv&state=open")

    assert answer.content_type == "text/csv; charset=utf-8"
    [row] = csv.DictReader(io.StringIO(answer.text))
    assert (row["amount"], row["lead_name"]) == ("80.00", "'=SUM(A1)")
    desk.post(f"/staff/charges/{charge['id']}/posted/")
    desk.post(f"/staff/bookings/{charge['booking_id']}/cancel/")
    rows = list(csv.DictReader(io.StringIO(desk.get("/staff/charges/?format=csv").text)))
    assert [one["amount"] for one in rows] == ["'-80.00", "80.00"]


def test_only_staff_see_charges_and_only_what_is_there(
    desk: Visitor, guest: Visitor, charge: dict[str, Any]
):
    unknown = f"/staff/charges/{charge['booking_id']}/waive/"

    assert error(guest.get("/staff/charges/")) == (403, "FORBIDDEN")
    assert error(guest.post(f"/staff/charges/{charge['id']}/waive/")) == (403, "FORBIDDEN")
    assert error(desk.post(unknown)) == (404, "NOT_FOUND")
    assert error(desk.post("/staff/charges/nonsense/posted/")) == (404, "NOT_FOUND")
    assert error(desk.get("/staff/charges/?format=xml")) == (400, "VALIDATION_ERROR")
