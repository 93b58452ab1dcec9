"""The description and the server agree, whatever is sent."""

from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from resortbook_api.errors import ANSWERS
from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

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


@pytest.fixture
def faults_for(port: int, given: Given) -> Callable[[Visitor], list[str]]:
    """Send what the description allows, and what it does not; return where they disagree."""
    given.slot()

    def run(
        visitor: Visitor, path: str | None = None, *, without: dict[str, Any] | None = None
    ) -> list[str]:
        chosen = SchemathesisConfig.from_dict(
            {
                "seed": 1,
                "headers": {"Authorization": f"Bearer {visitor.token}"}
                if visitor.token
                else {},
                "generation": {"max-examples": 8},
                "phases": {"stateful": {"enabled": False}},
                "operations": [
                    *([{"exclude-path": path, "enabled": False}] if path else []),
                    *([without] if without else []),
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


@pytest.mark.timeout(120)
def test_nobody_meets_an_answer_that_is_not_described(faults_for: Any, anybody: Visitor):
    assert faults_for(anybody) == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("part", ["include", "exclude"])
def test_an_admin_meets_no_answer_that_is_not_described(
    faults_for: Any, admin: Visitor, part: str
):
    of_staff = {f"{part}-path-regex": "^/api/v1/staff/", "enabled": False}

    assert faults_for(admin, without=of_staff) == []


def test_the_description_is_held_against_the_server(
    faults_for: Any, anybody: Visitor, app: Flask, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(app.view_functions, "operations.Alive", lambda: {"status": 7})

    assert any("/health/live" in fault for fault in faults_for(anybody, "/health/live"))


def test_it_is_openapi_3_1_with_everything_said(description: Description):
    document = description.document

    assert document["openapi"] == "3.1.0"
    assert set(document["components"]["securitySchemes"]) == {"bearer", "cookie", "csrf"}
    operations = [
        operation
        for methods in document["paths"].values()
        for method, operation in methods.items()
        if method != "parameters"
    ]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    for operation in operations:
        assert operation["summary"]
        assert {"400", "500", "503"} <= set(operation["responses"])


def test_every_shape_is_json_schema(description: Description):
    for name, shape in description.document["components"]["schemas"].items():
        assert jsonschema_rs.meta.is_valid(shape), name


def test_every_status_of_a_refusal_is_described(description: Description):
    described = {
        int(status)
        for methods in description.document["paths"].values()
        for method, operation in methods.items()
        if method != "parameters"
        for status in operation["responses"]
    }

    assert {status for status, _ in ANSWERS.values()} - {405} <= described


def test_repeating_requests_is_described(description: Description):
    paths = description.document["paths"]
    takes_key = {
        (method, path)
        for path, methods in paths.items()
        for method, operation in methods.items()
        if "Idempotency-Key" in str(operation)
    }

    expected = {("post", "/api/v1/bookings/")}
    for one in ("/api/v1/bookings/{key}/", "/api/v1/staff/bookings/{key}/"):
        expected |= {
            ("patch", one),
            ("post", f"{one}confirm/"),
            ("post", f"{one}cancel/"),
            ("post", f"{one}reschedule/"),
        }
    assert takes_key == expected
