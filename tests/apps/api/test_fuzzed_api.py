"""The description and the server agree, whatever is sent, by whomever, in whatever order.

`make fuzz` sends a hundred times as much: FUZZ is how many examples there are of each operation.
"""

import os
import re
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

EXAMPLES = int(os.environ.get("FUZZ") or 4)
IS_LONG = EXAMPLES > 4
pytestmark = pytest.mark.timeout(7_200 if IS_LONG else 60)

# Each run takes one part, so that it ends within a minute on a busy machine.
PARTS = {
    "activities": r"^/api/v1/(activities|resort|recommendations)/",
    "account": r"^/api/v1/(auth|preferences|live)/",
    "bookings": r"^/api/v1/bookings/",
    "desk-bookings": r"^/api/v1/staff/(bookings|charges|arrivals)/",
    "desk-slots": r"^/api/v1/staff/(slots|schedules|resources|activities/\{key\}/(slots|sch|res))",
    "desk-catalogue": r"^/api/v1/staff/(images/|activities/(\{key\}/(images/)?$|import|export|$))",
    "desk-people": r"^/api/v1/staff/(people|guests|audit|reports)/",
    "desk-talk": r"^/api/v1/staff/(conversations|messages)/",
    "operations": r"^/(health|metrics|simulator)",
}
# By whom a part is worth asking for; long runs ask for everything by everybody.
ASKED = {
    "anybody": ("activities", "account", "operations"),
    "guest": ("activities", "account", "bookings"),
    "admin": tuple(part for part in PARTS if part.startswith("desk-")),
}
RUNS = [(who, part) for who, parts in ASKED.items() for part in (PARTS if IS_LONG else parts)]

# The one keeps streaming, the others end the session that the run goes on with.
APART = ["/api/v1/live/", "/api/v1/auth/logout/", "/api/v1/auth/logout-all/"]
# What no schema can say: which cursors there are, which phones and categories, how far a clock
# goes, what reaches a guest, which times have passed, and that one parameter must not stand
# beside another. Everything else that fits the description is taken.
WITH_RULES_BEYOND_SCHEMAS = [
    "GET /api/v1/activities/",
    "GET /api/v1/activities/search/",
    "GET /api/v1/activities/{key}/availability/",
    "GET /api/v1/bookings/",
    "GET /api/v1/staff/bookings/",
    "GET /api/v1/staff/slots/",
    "GET /api/v1/staff/conversations/",
    "GET /api/v1/staff/messages/",
    "POST /api/v1/staff/conversations/{key}/reply/",
    "POST /api/v1/staff/activities/{key}/slots/",
    "POST /api/v1/staff/activities/{key}/schedules/",
    "PATCH /api/v1/staff/schedules/{schedule_id}/",
    "PUT /api/v1/staff/activities/{key}/resources/",
    "POST /api/v1/staff/slots/close/",
    "POST /api/v1/staff/slots/reopen/",
    "POST /api/v1/staff/resources/",
    "PATCH /api/v1/staff/resources/{resource_id}/",
    "GET /api/v1/staff/activities/",
    "POST /api/v1/staff/activities/",
    "PATCH /api/v1/staff/activities/{key}/",
    "POST /api/v1/staff/activities/{key}/images/",
    "POST /api/v1/staff/activities/import/",
    "GET /api/v1/staff/charges/",
    "GET /api/v1/staff/audit/",
    "GET /api/v1/staff/reports/summary/",
    "GET /api/v1/staff/reports/occupancy/",
    "GET /api/v1/staff/reports/revenue/",
    "POST /api/v1/staff/people/",
    "GET /simulator/messages",
    "POST /simulator/clock",
    "POST /simulator/messages",
    "POST /api/v1/auth/request-otp/",
    "POST /api/v1/auth/verify-otp/",
    "PUT /api/v1/preferences/",
]
ONE_BY_ONE = {"stateful": {"enabled": False}}
IN_A_ROW = {
    "examples": {"enabled": False},
    "coverage": {"enabled": False},
    "fuzzing": {"enabled": False},
    "stateful": {"enabled": True, "max-steps": 12},
}

# Which answer's member stands in which part of whose next requests: (method, path, status,
# member), (what it is called there, the paths that it is for).
NAMED = [
    (("get", "/api/v1/activities/", "200", "/items/0/slug"), ("key", "/api/v1/activities/{key}/")),
    (("post", "/api/v1/bookings/", "201", "/id"), ("key", "/api/v1/bookings/{key}/")),
    (("post", "/api/v1/staff/bookings/", "201", "/reference"), ("key", "/api/v1/staff/bookings/{key}/")),
    (("get", "/api/v1/staff/slots/", "200", "/items/0/id"), ("slot_id", "/api/v1/staff/slots/{slot_id}/")),
    (
        ("post", "/api/v1/staff/resources/", "201", "/id"),
        ("resource_id", "/api/v1/staff/resources/{resource_id}/"),
    ),
    (("post", "/api/v1/staff/people/", "201", "/guest_id"), ("key", "/api/v1/staff/people/{key}/")),
]

Run = Callable[..., list[str]]


@pytest.fixture
def visitors(anybody: Visitor, guest: Visitor, admin: Visitor) -> dict[str, Visitor]:
    return {"anybody": anybody, "guest": guest, "admin": admin}


@pytest.fixture
def faults_for(port: int, given: Given, guest: Visitor, resort: Resort) -> Run:
    """Send what the description allows, and what it does not; return where they disagree."""
    slot = given.slot()
    sold = given.hold(slot, guest=guest.person)
    resort.bookings.confirm_booking(
        sold.booking.id, by=Actor.guest(sold.booking.guest_id, door=Door.WEB)
    )

    def run(visitor: Visitor, pattern: str, *, phases: dict[str, Any] = ONE_BY_ONE) -> list[str]:
        chosen = SchemathesisConfig.from_dict(
            {
                "seed": 1,
                "headers": {"Authorization": f"Bearer {visitor.token}"}
                if visitor.token
                else {},
                "generation": {"max-examples": EXAMPLES},
                "phases": phases,
                "operations": [
                    {"exclude-path-regex": pattern, "enabled": False},
                    {"include-path": APART, "enabled": False},
                    {"include-name": "DELETE /api/v1/auth/me/", "enabled": not visitor.token},
                    {
                        "include-name": WITH_RULES_BEYOND_SCHEMAS,
                        "checks": {"positive_data_acceptance": {"enabled": False}},
                    },
                ],
            }
        )
        where = f"http://127.0.0.1:{port}/openapi.json"
        schema = schemathesis.openapi.from_url(where, config=chosen)
        return [fault for event in from_schema(schema).execute() for fault in _faults(event)]

    return run


def _faults(event: Any) -> list[str]:
    if isinstance(event, events.NonFatalError):
        return [f"{event.label}: {event.info}"]
    if isinstance(event, events.FatalError):
        return [repr(event.exception)]
    if not isinstance(event, events.ScenarioFinished):
        return []
    return [
        f"{event.recorder.label}: {check.failure_info.failure}"
        for checks in event.recorder.checks.values()
        for check in checks
        if check.failure_info is not None
    ]


@pytest.mark.parametrize(("who", "part"), RUNS)
def test_nobody_meets_an_answer_that_is_not_described(
    faults_for: Run, visitors: dict[str, Visitor], who: str, part: str
):
    assert faults_for(visitors[who], PARTS[part]) == []


@pytest.mark.parametrize(
    ("who", "pattern"),
    [
        ("guest", r"^/api/v1/(bookings|activities)/"),
        ("admin", r"^/api/v1/staff/(bookings|slots|resources|people)/"),
    ],
)
def test_what_one_answer_names_is_taken_by_the_next_request(
    faults_for: Run, visitors: dict[str, Visitor], who: str, pattern: str
):
    assert faults_for(visitors[who], pattern, phases=IN_A_ROW) == []


def test_the_description_is_held_against_the_server(
    faults_for: Run, anybody: Visitor, app: Flask, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(app.view_functions, "operations.Alive", lambda: {"status": 7})

    assert any("/health/live" in fault for fault in faults_for(anybody, "^/health/live$"))


def test_every_path_is_in_one_part(description: Description):
    for path in description.document["paths"]:
        parts = [part for part, pattern in PARTS.items() if re.search(pattern, path)]

        assert len(parts) == 1, (path, parts)
