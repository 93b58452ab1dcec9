"""Of several reasons to refuse a request the first one by a fixed order is told."""

from typing import Any

import pytest

from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given

TOO_LARGE: dict[str, Any] = {"data": "x" * 70_000, "content_type": "text/plain"}
NO_JSON: dict[str, Any] = {"data": "x", "content_type": "text/plain"}
MALFORMED: dict[str, Any] = {"data": "x", "content_type": "application/json"}
UNKNOWN = "/bookings/ABCD2345"


def test_the_path_comes_before_everything(anybody: Visitor):
    assert error(anybody.call("TRACE", "/nowhere/", **TOO_LARGE)) == (404, "NOT_FOUND")
    assert error(anybody.get("//api/v2/activities/")) == (404, "NOT_FOUND")


def test_the_method_comes_before_who_asks(anybody: Visitor):
    answer = anybody.delete("/bookings/", **TOO_LARGE)

    assert error(answer) == (405, "METHOD_NOT_ALLOWED")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


def test_who_asks_comes_before_the_size(anybody: Visitor, guest: Visitor):
    nobody = anybody.post(f"{UNKNOWN}/confirm/?colour=blue", **TOO_LARGE)
    no_csrf = anybody.post(
        "/bookings/", headers={"Cookie": f"session={guest.token}"}, **TOO_LARGE
    )
    no_staff = guest.post("/staff/bookings/", **TOO_LARGE)

    assert error(nobody) == (401, "AUTH_REQUIRED")
    assert error(no_csrf) == (403, "CSRF_FAILED")
    assert error(no_staff) == (403, "FORBIDDEN")


def test_the_size_comes_before_the_type(guest: Visitor):
    assert error(guest.post("/bookings/", **TOO_LARGE)) == (413, "PAYLOAD_TOO_LARGE")


def test_the_type_comes_before_what_is_said(guest: Visitor):
    answer = guest.post(f"{UNKNOWN}/cancel/?colour=blue", **NO_JSON)

    assert error(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


def test_what_is_said_comes_before_whether_it_is_there(guest: Visitor, desk: Visitor):
    assert error(guest.post(f"{UNKNOWN}/cancel/", **MALFORMED)) == (400, "MALFORMED_JSON")
    refused = [
        guest.post(f"{UNKNOWN}/cancel/", {"reason": 7}),
        guest.post(f"{UNKNOWN}/confirm/", {"colour": "blue"}),
        guest.post(f"{UNKNOWN}/confirm/", headers={"Idempotency-Key": ""}),
        guest.get(f"{UNKNOWN}/?fields=colour"),
        guest.get("/activities/unknown/availability/?participants=0"),
        desk.get("/staff/slots/?activity=unknown&limit=0"),
    ]
    assert [error(answer) for answer in refused] == [(400, "VALIDATION_ERROR")] * 6


def test_whether_it_is_there_comes_before_whose_it_is(guest: Visitor, given: Given):
    slot = given.slot()
    unknown = {**wish(slot), "activity_id": str(slot.id)}

    assert error(guest.post("/bookings/", unknown)) == (404, "NOT_FOUND")
    assert error(guest.post(f"{UNKNOWN}/confirm/")) == (404, "NOT_FOUND")


def test_whose_it_is_comes_before_its_state(guest: Visitor, other_guest: Visitor, given: Given):
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()
    path = f"/bookings/{made['id']}/"
    guest.post(f"{path}cancel/")

    theirs = other_guest.post(f"{path}cancel/")

    assert error(theirs) == (403, "FORBIDDEN")
    assert error(guest.post(f"{path}cancel/")) == (409, "BOOKING_ALREADY_CANCELLED")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/activities", None),
        ("GET", "/activities/jet-skiing", None),
        ("GET", "/activities/jet-skiing/availability", None),
        ("POST", "/auth/request-otp", {"phone": "+14155550123"}),
        ("GET", "/bookings", None),
        ("PATCH", "/auth/me", {"name": "Ana"}),
        ("PUT", "/preferences", {}),
        ("OPTIONS", "/bookings", None),
        ("DELETE", "/bookings", None),
        ("GET", "//openapi.json", None),
    ],
)
def test_a_path_without_its_last_slash_answers_alike(
    guest: Visitor, given: Given, method: str, path: str, body: Any
):
    given.activity()

    without = guest.call(method, path, json=body)
    with_slash = guest.call(method, f"{path}/", json=body)

    first_of_two_codes = path == "/auth/request-otp"
    assert with_slash.status_code == (429 if first_of_two_codes else without.status_code)
    assert without.status_code in (200, 202, 405)
    assert "Location" not in without.headers


@pytest.mark.parametrize("path", ["/", "/activities/", "/bookings/", "/nowhere/", "//docs"])
def test_trace_is_never_taken(anybody: Visitor, path: str):
    answer = anybody.call("TRACE", path)

    expected = {"/": 404, "/nowhere/": 404}.get(path, 405)
    assert answer.status_code == expected


def test_slashes_are_not_merged(anybody: Visitor):
    assert error(anybody.get("//api//v1/activities/")) == (404, "NOT_FOUND")


@pytest.mark.parametrize("path", ["/activities/", "/bookings/", "//docs", "//openapi.json"])
def test_head_is_as_get_without_a_body(guest: Visitor, path: str):
    head, got = guest.call("HEAD", path), guest.get(path)

    assert (head.status_code, head.data) == (got.status_code, b"")
    assert head.headers.get("ETag") == got.headers.get("ETag")
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_options_tell_the_methods_to_anybody(anybody: Visitor):
    answer = anybody.call("OPTIONS", "/bookings/")

    assert answer.status_code == 200
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
