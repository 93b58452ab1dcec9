"""How many statements each route asks of the database, and that a list asks no more when it is
longer.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Guest
from tests.apps.api import test_matrix
from tests.apps.api.test_bookings import IN_TWO_DAYS
from tests.apps.api.test_caching import statements
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

MOST: dict[tuple[str, str], int] = {
    ("GET", "/api/v1/activities/"): 3,
    ("GET", "/api/v1/activities/search/"): 4,
    ("GET", "/api/v1/activities/categories/"): 2,
    ("GET", "/api/v1/activities/{key}/"): 3,
    ("GET", "/api/v1/activities/{key}/availability/"): 4,
    ("GET", "/api/v1/bookings/"): 3,
    ("POST", "/api/v1/bookings/"): 9,
    ("GET", "/api/v1/bookings/{key}/"): 3,
    ("PATCH", "/api/v1/bookings/{key}/"): 7,
    ("POST", "/api/v1/bookings/{key}/confirm/"): 13,
    ("POST", "/api/v1/bookings/{key}/cancel/"): 12,
    ("POST", "/api/v1/bookings/{key}/reschedule/"): 8,
    ("POST", "/api/v1/bookings/{key}/ask-desk/"): 15,
    ("GET", "/api/v1/bookings/{key}/calendar.ics"): 3,
    ("POST", "/api/v1/auth/request-otp/"): 9,
    ("POST", "/api/v1/auth/verify-otp/"): 3,
    ("POST", "/api/v1/auth/link/"): 1,
    ("POST", "/api/v1/auth/logout/"): 2,
    ("POST", "/api/v1/auth/logout-all/"): 2,
    ("GET", "/api/v1/auth/me/"): 1,
    ("PATCH", "/api/v1/auth/me/"): 10,
    ("DELETE", "/api/v1/auth/me/"): 5,
    ("GET", "/api/v1/auth/me/export/"): 15,
    ("GET", "/api/v1/preferences/"): 2,
    ("PUT", "/api/v1/preferences/"): 4,
    ("GET", "/api/v1/recommendations/"): 12,
    ("POST", "/api/v1/recommendations/feedback/"): 5,
    ("GET", "/api/v1/resort/"): 0,
    ("GET", "/api/v1/live/"): 2,
    ("GET", "/api/v1/staff/bookings/"): 5,
    ("POST", "/api/v1/staff/bookings/"): 17,
    ("GET", "/api/v1/staff/slots/"): 2,
    ("POST", "/api/v1/staff/slots/close/"): 11,
    ("POST", "/api/v1/staff/slots/reopen/"): 3,
    ("GET", "/api/v1/staff/slots/{slot_id}/"): 2,
    ("PATCH", "/api/v1/staff/slots/{slot_id}/"): 5,
    ("POST", "/api/v1/staff/slots/{slot_id}/close/"): 26,
    ("POST", "/api/v1/staff/slots/{slot_id}/delay/"): 15,
    ("POST", "/api/v1/staff/activities/{key}/slots/"): 10,
    ("GET", "/api/v1/staff/activities/{key}/schedules/"): 5,
    ("POST", "/api/v1/staff/activities/{key}/schedules/"): 14,
    ("PATCH", "/api/v1/staff/schedules/{schedule_id}/"): 10,
    ("DELETE", "/api/v1/staff/schedules/{schedule_id}/"): 7,
    ("GET", "/api/v1/staff/resources/"): 2,
    ("POST", "/api/v1/staff/resources/"): 3,
    ("PATCH", "/api/v1/staff/resources/{resource_id}/"): 8,
    ("DELETE", "/api/v1/staff/resources/{resource_id}/"): 5,
    ("GET", "/api/v1/staff/activities/{key}/resources/"): 5,
    ("PUT", "/api/v1/staff/activities/{key}/resources/"): 19,
    ("GET", "/api/v1/bookings/{key}/pass/"): 3,
    ("GET", "/api/v1/staff/bookings/{key}/"): 9,
    ("PATCH", "/api/v1/staff/bookings/{key}/"): 11,
    ("POST", "/api/v1/staff/bookings/{key}/confirm/"): 17,
    ("POST", "/api/v1/staff/bookings/{key}/cancel/"): 16,
    ("POST", "/api/v1/staff/bookings/{key}/reschedule/"): 12,
    ("POST", "/api/v1/staff/bookings/{key}/notes/"): 5,
    ("POST", "/api/v1/staff/bookings/{key}/phone/"): 6,
    ("POST", "/api/v1/staff/bookings/check-in/"): 2,
    ("DELETE", "/api/v1/staff/bookings/{key}/check-in/"): 7,
    ("GET", "/api/v1/staff/slots/{slot_id}/manifest/"): 10,
    ("GET", "/api/v1/staff/arrivals/"): 3,
    ("GET", "/api/v1/staff/charges/"): 2,
    ("POST", "/api/v1/staff/charges/{key}/posted/"): 2,
    ("POST", "/api/v1/staff/charges/{key}/waive/"): 2,
    ("PATCH", "/api/v1/staff/images/{key}/"): 2,
    ("DELETE", "/api/v1/staff/images/{key}/"): 2,
    ("GET", "/api/v1/staff/people/"): 4,
    ("POST", "/api/v1/staff/people/"): 14,
    ("DELETE", "/api/v1/staff/people/{key}/"): 5,
    ("POST", "/api/v1/staff/people/{key}/logout/"): 2,
    ("DELETE", "/api/v1/staff/guests/{key}/"): 3,
    ("GET", "/api/v1/staff/audit/"): 2,
    ("GET", "/api/v1/staff/reports/summary/"): 5,
    ("GET", "/api/v1/staff/reports/occupancy/"): 3,
    ("GET", "/api/v1/staff/reports/revenue/"): 3,
    ("GET", "/api/v1/staff/activities/"): 4,
    ("POST", "/api/v1/staff/activities/"): 5,
    ("GET", "/api/v1/staff/activities/{key}/"): 4,
    ("PATCH", "/api/v1/staff/activities/{key}/"): 4,
    ("DELETE", "/api/v1/staff/activities/{key}/"): 9,
    ("POST", "/api/v1/staff/activities/{key}/images/"): 1,
    ("POST", "/api/v1/staff/activities/import/"): 1,
    ("GET", "/api/v1/staff/activities/export/"): 5,
    ("GET", "/api/v1/staff/conversations/"): 2,
    ("GET", "/api/v1/staff/conversations/{key}/"): 6,
    ("POST", "/api/v1/staff/conversations/{key}/takeover/"): 11,
    ("POST", "/api/v1/staff/conversations/{key}/reply/"): 13,
    ("POST", "/api/v1/staff/conversations/{key}/release/"): 11,
    ("GET", "/api/v1/staff/messages/"): 2,
    ("POST", "/api/v1/staff/messages/{key}/retry/"): 2,
    ("GET", "/health/live"): 0,
    ("GET", "/health/ready"): 3,
    ("GET", "/metrics"): 9,
    ("GET", "/simulator/messages"): 3,
    ("POST", "/simulator/messages"): 10,
    ("GET", "/simulator/clock"): 0,
    ("POST", "/simulator/clock"): 0,
}
# Each is asked with one thing in it, and with four more.
LISTS = (
    "/activities/",
    "/activities/?include=next_slots&participants=2",
    "/activities/search/?q=boat",
    "/activities/categories/",
    "/activities/boat-0/availability/",
    "/bookings/",
    "/recommendations/",
    "/staff/bookings/",
    "/staff/slots/?from=2026-10-15&to=2026-10-20",
    "/staff/arrivals/?date=2026-10-17",
    "/staff/slots/{slot}/manifest/",
    "/staff/charges/",
    "/staff/people/",
    "/staff/audit/",
    "/staff/reports/occupancy/?from=2026-10-15&to=2026-10-20&group=activity",
    "/staff/reports/revenue/?from=2026-10-15&to=2026-10-20&group=activity",
    "/staff/activities/",
    "/staff/activities/export/",
    "/staff/conversations/",
    "/staff/messages/",
)

# What every route needs to be asked for is told there.
bodies = test_matrix.bodies
visitors = test_matrix.visitors


def test_every_route_has_its_number():
    assert set(MOST) == set(test_matrix.MATRIX)


@pytest.mark.parametrize(("method", "path"), MOST, ids=lambda part: part)
def test_no_route_asks_more_than_it_may(
    visitors: dict[str, Visitor], bodies: dict[str, Any], resort: Resort, method: str, path: str
):
    visitor = visitors["admin" if "/staff/" in path else "guest"]
    key = "jet-skiing" if "activities" in path else bodies["booking"]
    key = bodies["guest"] if "conversations" in path else key
    ids = {name: bodies[name] for name in test_matrix.IDS}
    query = test_matrix.QUERIES.get(path, "") if method == "GET" else ""
    whole = "/" + path.format(key=key, **ids) + query
    before = statements(resort)

    with visitor.call(method, whole, json=bodies.get(path) if method != "GET" else None):
        asked = statements(resort) - before

    assert asked <= MOST[method, path]


@pytest.fixture
def fill(given: Given, resort: Resort, guest: Visitor) -> Callable[[int], str]:
    """Let there be one more of everything; return the id of the first departure."""
    first = given.slot(given.activity("Boat 0", category="tours 0"), IN_TWO_DAYS)

    def add(number: int) -> str:
        slot = first
        if number:
            activity = given.activity(f"Boat {number}", category=f"tours {number}")
            slot = given.slot(activity, IN_TWO_DAYS)
        later = IN_TWO_DAYS + timedelta(hours=number + 1)
        given.slot(resort.catalogue.get_activity(first.activity_id), later)
        given.staff(f"+1415555019{number}")
        _book(given, resort, slot, guest.person)
        _book(given, resort, first, given.guest(f"+1415555014{number}", name="Lee"))
        guest.post(
            "//simulator/messages", {"from": f"+1415555014{number}", "body": "A person, please"}
        )
        resort.clockwork.answer()
        resort.clockwork.deliver()
        return str(first.id)

    return add


def _book(given: Given, resort: Resort, slot: Any, person: Guest) -> None:
    held = given.hold(slot, guest=person, lead_name="Ana", room="12")
    by = Actor.guest(person.id, door=Door.WEB)
    resort.bookings.confirm_booking(held.booking.id, by=by)


def test_a_longer_list_asks_no_more(
    fill: Callable[[int], str], resort: Resort, guest: Visitor, admin: Visitor
):
    def ask() -> dict[str, tuple[int, int]]:
        told = {}
        for path in LISTS:
            before = statements(resort)
            visitor = admin if path.startswith("/staff/") else guest
            answer = visitor.get(path.format(slot=slot))
            assert answer.status_code == 200, path
            told[path] = (statements(resort) - before, len(answer.data))
        return told

    slot = fill(0)
    at_first = ask()
    for number in range(1, 5):
        fill(number)
    then = ask()

    assert {path: asked for path, (asked, _) in then.items()} == {
        path: asked for path, (asked, _) in at_first.items()
    }
    assert [path for path in LISTS if then[path][1] <= at_first[path][1]] == []
