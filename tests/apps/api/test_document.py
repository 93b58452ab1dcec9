"""The description and the server agree, whatever is sent."""

from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, settings
from resortbook_api.errors import ANSWERS
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

EXAMPLES = 12
# These streams and farewells end the session or never end; the matrix has them.
APART = ["/api/v1/live/", "/api/v1/auth/logout/", "/api/v1/auth/logout-all/"]
# What no schema can say: which cursors there are, which phones and categories, and that one
# parameter must not stand beside another. Everything else that fits the description is taken.
WITH_RULES_BEYOND_SCHEMAS = {
    "GET /api/v1/activities/",
    "GET /api/v1/activities/search/",
    "GET /api/v1/activities/{key}/availability/",
    "GET /api/v1/bookings/",
    "GET /api/v1/staff/bookings/",
    "GET /api/v1/staff/slots/",
    "POST /api/v1/auth/request-otp/",
    "POST /api/v1/auth/verify-otp/",
    "PUT /api/v1/preferences/",
}

load_all_checks()


@pytest.fixture
def described_api(app: Flask, given: Given) -> Any:
    """The API, with something in it, by its own description."""
    given.slot()
    return schemathesis.openapi.from_wsgi("/openapi.json", app)


api = schemathesis.pytest.from_fixture("described_api")


def hold_against(case: Any, visitor: Visitor) -> None:
    shown = {"Authorization": f"Bearer {visitor.token}"} if visitor.token else {}
    excluded = [positive_data_acceptance]
    beyond = case.operation.label in WITH_RULES_BEYOND_SCHEMAS
    case.call_and_validate(headers=shown, excluded_checks=excluded if beyond else [])


@pytest.mark.timeout(120)
@api.exclude(path=APART).parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_nobody_meets_an_answer_that_is_not_described(case: Any, anybody: Visitor):
    hold_against(case, anybody)


@pytest.mark.timeout(120)
@api.exclude(path=APART).exclude(method="DELETE").parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_an_admin_meets_no_answer_that_is_not_described(case: Any, admin: Visitor):
    hold_against(case, admin)


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

    one = "/api/v1/bookings/{key}/"
    assert takes_key == {
        ("post", "/api/v1/bookings/"),
        ("patch", one),
        ("post", f"{one}confirm/"),
        ("post", f"{one}cancel/"),
        ("post", f"{one}reschedule/"),
    }
