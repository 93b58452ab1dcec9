"""Every refusal by its name, in one envelope; no bug tells what it is."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from resortbook.application.resort import Resort
from resortbook.domain.activity import PricePer
from resortbook.domain.errors import Misconfigured, RequestInProgress, ResortError, Unavailable
from resortbook_api.app import create_app
from resortbook_api.current import EXTENSION
from resortbook_api.errors import ANSWERS, answer_to
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON, TOMORROW, a_rate
from tests.resort_fixtures import Given, MovableClock

REACHED_BY_LATER_DOORS = {"INVALID_SIGNATURE", "PRECONDITION_FAILED"}


def kinds_of(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for deeper in kind.__subclasses__():
        yield from kinds_of(deeper)


def test_every_refusal_of_the_resort_has_an_answer():
    unknown = [
        kind
        for kind in kinds_of(ResortError)
        if kind not in ANSWERS
        # The settings' own error can only happen before there is anybody to answer.
        and not issubclass(kind, Misconfigured)
        and kind.__module__ == "resortbook.domain.errors"
    ]

    assert unknown == []


def test_a_refusal_that_is_not_in_the_table_is_answered_as_the_one_above_it():
    class Closed(Unavailable):
        """Closed for the night."""

    assert answer_to(Closed("Closed for the night")) == (503, "SERVICE_UNAVAILABLE")


def at_the_door(guest: Visitor, other: Visitor, given: Given) -> dict[str, Any]:
    """Reach what needs no particular state, by code."""
    slot = given.slot(given.activity("Plain", capacity_per_slot=3), IN_TWO_DAYS)
    theirs = other.post("/bookings/", wish(slot)).get_json()
    key = {"Idempotency-Key": "k"}
    guest.post("/bookings/", wish(slot), headers=key)
    nobody = replace(guest, token=None)
    by_cookie = {"Cookie": f"session={guest.token}"}
    return {
        "VALIDATION_ERROR": guest.get("/bookings/?limit=0"),
        "MALFORMED_JSON": guest.post("/bookings/", data="{", content_type="application/json"),
        "INVALID_PHONE": nobody.post("/auth/request-otp/", {"phone": "7"}),
        "CAPACITY_EXCEEDED": guest.post("/bookings/", wish(slot, participants=4)),
        "AUTH_REQUIRED": nobody.get("/bookings/"),
        "SESSION_EXPIRED": nobody.post("/auth/link/", {"token": "dead"}),
        "INVALID_OTP": nobody.post(
            "/auth/verify-otp/", {"phone": "+14155550123", "code": "123456"}
        ),
        "FORBIDDEN": guest.get(f"/bookings/{theirs['id']}/"),
        "CSRF_FAILED": nobody.post("/bookings/", {}, headers=by_cookie),
        "NOT_FOUND": nobody.get("/activities/unknown/"),
        "METHOD_NOT_ALLOWED": nobody.put("/activities/"),
        "PAYLOAD_TOO_LARGE": guest.post("/bookings/", data="x" * 70_000),
        "UNSUPPORTED_MEDIA_TYPE": guest.post("/bookings/", data="x"),
        "SLOT_UNAVAILABLE": guest.post("/bookings/", wish(slot, participants=3)),
        "IDEMPOTENCY_KEY_REUSED": guest.post(
            "/bookings/", wish(slot, participants=2), headers=key
        ),
    }


def with_bookings(guest: Visitor, given: Given, clock: MovableClock) -> dict[str, Any]:
    """Reach what depends on the state of bookings, by code; the guest has a hold already."""
    slot = given.slot(given.activity("Strict", min_party=2), IN_TWO_DAYS)
    soon = given.slot(given.activity("Soon"), NOON + timedelta(hours=1))
    started = given.slot(given.activity("Started"), NOON - timedelta(minutes=1))
    made = [guest.post("/bookings/", wish(slot, participants=2)).get_json() for _ in range(4)]
    paths = [f"/bookings/{one['id']}/" for one in made]
    limit = guest.post("/bookings/", wish(soon))
    guest.post(f"{paths[0]}confirm/")
    guest.post(f"{paths[1]}cancel/")
    late = guest.post("/bookings/", wish(soon)).get_json()
    guest.post(f"/bookings/{late['id']}/confirm/")
    found = {
        "INVALID_TIME": guest.post("/bookings/", wish(started)),
        "RULE_VIOLATED": guest.post("/bookings/", wish(slot, participants=1)),
        "HOLD_LIMIT_REACHED": limit,
        "BOOKING_ALREADY_CONFIRMED": guest.post(f"{paths[0]}confirm/"),
        "BOOKING_ALREADY_CANCELLED": guest.post(f"{paths[1]}cancel/"),
        "CANCELLATION_DEADLINE_PASSED": guest.post(f"/bookings/{late['id']}/cancel/"),
        "CONFLICT": guest.delete("/auth/me/"),
    }
    clock.advance(minutes=30)
    return {**found, "BOOKING_EXPIRED": guest.post(f"{paths[2]}confirm/")}


STATUSES = {
    "VALIDATION_ERROR": 400, "INVALID_PHONE": 400, "INVALID_TIME": 400,
    "CAPACITY_EXCEEDED": 400, "RULE_VIOLATED": 400, "MALFORMED_JSON": 400,
    "AUTH_REQUIRED": 401, "SESSION_EXPIRED": 401, "INVALID_OTP": 401, "FORBIDDEN": 403,
    "CSRF_FAILED": 403, "NOT_FOUND": 404, "METHOD_NOT_ALLOWED": 405,
    "PAYLOAD_TOO_LARGE": 413, "UNSUPPORTED_MEDIA_TYPE": 415, "SLOT_UNAVAILABLE": 409,
    "BOOKING_ALREADY_CONFIRMED": 409, "BOOKING_ALREADY_CANCELLED": 409,
    "BOOKING_EXPIRED": 409, "BOOKING_CLOSED": 409, "CANCELLATION_DEADLINE_PASSED": 409,
    "HOLD_LIMIT_REACHED": 409, "CONFLICT": 409, "REQUEST_IN_PROGRESS": 409,
    "IDEMPOTENCY_KEY_REUSED": 422, "RATE_LIMITED": 429, "INTERNAL_ERROR": 500,
    "SERVICE_UNAVAILABLE": 503,
}  # fmt: skip
# These have tests of their own, below and in the tests of idempotency on PostgreSQL.
APART = {
    "BOOKING_CLOSED", "RATE_LIMITED", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE",
    "REQUEST_IN_PROGRESS",
}  # fmt: skip


def test_every_code_is_reached_with_its_status(
    guest: Visitor, other_guest: Visitor, given: Given, clock: MovableClock
):
    reached = at_the_door(guest, other_guest, given)
    reached |= with_bookings(other_guest, given, clock)

    assert {code: error(answer) for code, answer in reached.items()} == {
        code: (status, code) for code, status in STATUSES.items() if code not in APART
    }
    assert {code for _, code in ANSWERS.values()} - REACHED_BY_LATER_DOORS == set(STATUSES)
    assert REACHED_BY_LATER_DOORS.isdisjoint(STATUSES)


@pytest.mark.parametrize(
    ("facts", "party", "rule"),
    [
        ({"min_party": 2}, 1, "min_party"),
        ({"max_party": 3}, 4, "max_party"),
        ({"min_age": 12, "rates": (a_rate("adult"), a_rate("kid", max_age=8))},
         {"kid": 1}, "min_age"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(
    guest: Visitor, given: Given, facts: dict[str, Any], party: Any, rule: str
):
    slot = given.slot(given.activity(**facts))
    asked = {"party": party} if isinstance(party, dict) else {"participants": party}

    answer = guest.post("/bookings/", wish(slot, **asked))

    assert error(answer) == (400, "RULE_VIOLATED")
    assert details(answer)["rule"] == rule


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"is_available": False}, "closed"),
        ({"start": NOON + timedelta(minutes=30)}, "cutoff"),
        ({"booked": True}, "sold_out"),
    ],
)
def test_a_slot_that_is_not_to_be_had_says_why(
    guest: Visitor, given: Given, facts: dict[str, Any], reason: str
):
    activity = given.activity(booking_cutoff_minutes=30, price_per=PricePer.BOOKING)
    start, booked = facts.pop("start", TOMORROW), facts.pop("booked", False)
    slot = given.slot(activity, start, **facts)
    if booked:
        given.hold(slot, party=10)

    answer = guest.post("/bookings/", wish(slot))

    assert error(answer) == (409, "SLOT_UNAVAILABLE")
    assert (details(answer)["reason"], details(answer)["alternatives"]) == (reason, [])


def test_a_missed_deadline_is_told(guest: Visitor, given: Given):
    made = guest.post("/bookings/", wish(given.slot(start=NOON + timedelta(hours=2))))
    path = f"/bookings/{made.get_json()['id']}/"
    guest.post(f"{path}confirm/")

    answer = guest.post(f"{path}cancel/")

    assert made.get_json()["cancel_by"] is None
    assert error(answer) == (409, "CANCELLATION_DEADLINE_PASSED")
    assert details(answer) == {"deadline": "2026-10-14T19:00:00Z"}


def test_what_is_over_is_closed(
    guest: Visitor, given: Given, clock: MovableClock, resort: Resort
):
    made = guest.post("/bookings/", wish(given.slot(start=NOON + timedelta(hours=2))))
    path = f"/bookings/{made.get_json()['id']}/"
    guest.post(f"{path}confirm/")
    clock.advance(hours=27)
    resort.clockwork.expiry.complete_ended_bookings()

    answer = guest.post(f"{path}cancel/")

    assert error(answer) == (409, "BOOKING_CLOSED")


def test_the_most_people_are_told(guest: Visitor, given: Given):
    slot = given.slot(given.activity(capacity_per_slot=3))

    answer = guest.post("/bookings/", wish(slot, participants=4))

    assert error(answer) == (400, "CAPACITY_EXCEEDED")
    assert details(answer)["capacity"] == 3


class Broken:
    """Something that always goes wrong in one way."""

    def __init__(self, problem: Exception) -> None:
        self.problem = problem

    def __getattr__(self, name: str) -> Any:
        raise self.problem


def put_in(app: Flask, **parts: Any) -> None:
    house = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(house, resort=replace(house.resort, **parts))


def test_a_bug_is_logged_and_tells_nothing(
    anybody: Visitor, app: Flask, caplog: pytest.LogCaptureFixture
):
    put_in(app, catalogue=Broken(KeyError("secret internals")))

    with caplog.at_level(logging.ERROR):
        answer = anybody.get("/activities/x/", headers={"X-Request-ID": "a.b-c_1"})

    assert error(answer) == (500, "INTERNAL_ERROR")
    assert details(answer) == {"request_id": "a.b-c_1"}
    assert answer.headers["X-Request-ID"] == "a.b-c_1"
    assert "secret" not in answer.text
    assert "a.b-c_1" in caplog.text
    assert "secret internals" in caplog.text


@pytest.mark.parametrize("problem", [RecursionError(), MemoryError(), UnicodeError("half")])
def test_any_failure_has_the_envelope(anybody: Visitor, app: Flask, problem: Exception):
    put_in(app, catalogue=Broken(problem))

    assert error(anybody.get("/activities/x/")) == (500, "INTERNAL_ERROR")


def test_what_is_away_for_the_moment_says_when_to_try_again(anybody: Visitor, app: Flask):
    put_in(app, catalogue=Broken(Unavailable("Please try again in a moment")))

    answer = anybody.get("/activities/x/")

    assert error(answer) == (503, "SERVICE_UNAVAILABLE")
    assert answer.headers["Retry-After"] == "2"


def test_a_request_that_is_still_running_says_when_to_try_again(guest: Visitor, app: Flask):
    put_in(app, bookings=Broken(RequestInProgress("The first request is still running")))

    answer = guest.post("/bookings/ABCD2345/confirm/")

    assert error(answer) == (409, "REQUEST_IN_PROGRESS")
    assert answer.headers["Retry-After"] == "1"


def test_answers_say_by_whom_they_may_be_kept(guest: Visitor, anybody: Visitor, given: Given):
    given.activity()

    def kept(answer: TestResponse) -> str:
        return answer.headers["Cache-Control"]

    assert kept(anybody.get("/activities/")) == "public, max-age=5"
    assert kept(anybody.get("/activities/jet-skiing/availability/")) == "no-cache"
    assert kept(guest.get("/bookings/")) == "no-store"
    assert kept(guest.get("/auth/me/")) == "no-store"
    assert kept(anybody.get("/activities/unknown/")) == "no-store"


@pytest.mark.servers
def test_without_its_database_it_says_so_within_two_seconds_and_recovers(
    own_server: Callable[[str], Any],
    open_container: Callable[..., Any],
    description: Any,
):
    server = own_server("postgres")
    container = open_container(server.url)
    resort: Resort = container.resort()
    resort.migrations.upgrade()
    visitor = Visitor(create_app(resort, container.settings()), description)

    before = visitor.get("/activities/").status_code
    server.kill()
    began = time.monotonic()
    away = visitor.get("/activities/categories/")
    waited = time.monotonic() - began
    not_ready = visitor.get("//health/ready")
    alive = visitor.get("//health/live")
    server.start()
    after = visitor.get("/activities/categories/?")

    assert (before, after.status_code, alive.status_code) == (200, 200, 200)
    assert error(away) == error(not_ready) == (503, "SERVICE_UNAVAILABLE")
    assert away.headers["Retry-After"] == "2"
    assert waited < 2
