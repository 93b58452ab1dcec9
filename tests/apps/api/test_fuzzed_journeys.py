"""Requests in a row, each with what an answer before it named."""

from copy import deepcopy
from typing import Any

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from resortbook_api.document import document_of
from tests.apps.api.fuzzing import IN_A_ROW, MOST_SECONDS, run_on
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

pytestmark = pytest.mark.timeout(MOST_SECONDS)

# Which member of an answer stands in which place of which next requests. Each kind of request
# has a booking of its own: one that is cancelled can't be changed any more.
BOOKINGS = 12
SLOTS = "/api/v1/activities/{key}/availability/"
NAMED = [
    (
        "get",
        "/api/v1/activities/",
        "200",
        {"key": "/items/0/slug"},
        "/api/v1/activities/{key}/",
    ),
    ("post", "/api/v1/bookings/", "201", {"key": "/id"}, "/api/v1/bookings/{key}/"),
    (
        "get",
        "/api/v1/bookings/",
        "200",
        {"key": "/items/{own}/reference"},
        "/api/v1/bookings/{key}/",
    ),
    (
        "get",
        "/api/v1/staff/bookings/",
        "200",
        {"key": "/items/{own}/id"},
        "/api/v1/staff/bookings/{key}/",
    ),
    ("post", "/api/v1/staff/bookings/", "201", {"key": "/id"}, "/api/v1/staff/bookings/{key}/"),
    (
        "get",
        "/api/v1/staff/slots/",
        "200",
        {"slot_id": "/items/0/id"},
        "/api/v1/staff/slots/{slot_id}/",
    ),
    (
        "post",
        "/api/v1/staff/resources/",
        "201",
        {"resource_id": "/id"},
        "/api/v1/staff/resources/{resource_id}/",
    ),
]
NAMED_IN_BODIES = [
    (
        "get",
        SLOTS,
        "200",
        {"activity_id": "/activity_id", "time_slot_id": "/slots/0/id"},
        "/api/v1/bookings/",
    ),
    (
        "get",
        "/api/v1/staff/slots/",
        "200",
        {"time_slot_id": "/items/0/id"},
        "/api/v1/staff/bookings/",
    ),
]


def with_links(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document that says which answers name what other requests need."""
    linked = deepcopy(document)
    for named, place in ((NAMED, "parameters"), (NAMED_IN_BODIES, "requestBody")):
        for method, path, status, members, target in named:
            links = linked["paths"][path][method]["responses"][status].setdefault("links", {})
            following = _operations(linked, target, exactly=place == "requestBody")
            for own, operation in enumerate(following):
                wanted = {
                    name: f"$response.body#{where.format(own=own % BOOKINGS)}"
                    for name, where in members.items()
                }
                link = {"operationId": operation["operationId"], place: wanted}
                links[operation["operationId"]] = link
    return linked


def _operations(
    document: dict[str, Any], target: str, *, exactly: bool
) -> list[dict[str, Any]]:
    return [
        operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method != "parameters"
        and (path == target and method == "post" if exactly else path.startswith(target))
    ]


@pytest.mark.parametrize(
    ("who", "pattern"),
    [
        ("guest", r"^/api/v1/(bookings|activities)/"),
        ("admin", r"^/api/v1/staff/(bookings|slots|resources)/"),
    ],
    ids=["guest", "admin"],
)
def test_what_one_answer_names_is_taken_by_the_next_request(
    port: int,
    app: Flask,
    given: Given,
    resort: Resort,
    guest: Visitor,
    admin: Visitor,
    who: str,
    pattern: str,
):
    slot, by = given.slot(capacity=2 * BOOKINGS), Actor.guest(guest.person.id, door=Door.WEB)
    for _ in range(BOOKINGS):
        resort.bookings.confirm_booking(given.hold(slot, guest=guest.person).booking.id, by=by)
    document = with_links(document_of(app))
    visitor = guest if who == "guest" else admin

    found = run_on(port, document, visitor, pattern, phases=IN_A_ROW)

    assert found.faults == []
    # They went the whole way: something was changed, and something refused.
    assert {("PATCH", 200), ("POST", 200)} <= found.answers
    assert {status for _, status in found.answers} >= {400, 404, 409}
