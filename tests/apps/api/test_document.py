"""What the API says about itself is whole."""

import jsonschema_rs

from resortbook_api.errors import ANSWERS
from tests.apps.api.described import Description


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

    expected = {("post", "/api/v1/bookings/"), ("post", "/api/v1/staff/bookings/")}
    for one in ("/api/v1/bookings/{key}/", "/api/v1/staff/bookings/{key}/"):
        expected |= {
            ("patch", one),
            ("post", f"{one}confirm/"),
            ("post", f"{one}cancel/"),
            ("post", f"{one}reschedule/"),
        }
    assert takes_key == expected
