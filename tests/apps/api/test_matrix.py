"""Every route of the description, for everybody, with every method: who gets what."""

import re
from datetime import date, time
from typing import Any, NamedTuple

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.application.schedule import Rhythm
from resortbook.domain.actor import Actor
from resortbook_api.document import document_of
from tests.apps.api.described import Description
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")


class Expected(NamedTuple):
    """The status for each visitor; the booking in the path is that of `guest`."""

    nobody: int
    other_guest: int
    staff: int
    admin: int
    guest: int


PUBLIC = Expected(200, 200, 200, 200, 200)
SIGNED_IN = Expected(401, 200, 200, 200, 200)
ENDING = Expected(401, 204, 204, 204, 204)
OWN = Expected(401, 403, 403, 403, 200)
FOR_STAFF = Expected(401, 403, 200, 200, 403)
FOR_ADMINS = Expected(401, 403, 403, 200, 403)

MATRIX: dict[tuple[str, str], Expected] = {
    ("GET", "/api/v1/activities/"): PUBLIC,
    ("GET", "/api/v1/activities/search/"): PUBLIC,
    ("GET", "/api/v1/activities/categories/"): PUBLIC,
    ("GET", "/api/v1/activities/{key}/"): PUBLIC,
    ("GET", "/api/v1/activities/{key}/availability/"): PUBLIC,
    ("GET", "/api/v1/bookings/"): SIGNED_IN,
    ("POST", "/api/v1/bookings/"): Expected(401, 201, 201, 201, 201),
    ("GET", "/api/v1/bookings/{key}/"): OWN,
    ("PATCH", "/api/v1/bookings/{key}/"): OWN,
    ("POST", "/api/v1/bookings/{key}/confirm/"): OWN,
    ("POST", "/api/v1/bookings/{key}/cancel/"): OWN,
    ("POST", "/api/v1/bookings/{key}/reschedule/"): OWN,
    ("POST", "/api/v1/bookings/{key}/ask-desk/"): Expected(401, 403, 403, 403, 202),
    ("GET", "/api/v1/bookings/{key}/calendar.ics"): OWN,
    ("POST", "/api/v1/auth/request-otp/"): Expected(202, 429, 429, 429, 429),
    ("POST", "/api/v1/auth/verify-otp/"): Expected(401, 401, 401, 401, 401),
    ("POST", "/api/v1/auth/link/"): Expected(401, 401, 401, 401, 401),
    ("POST", "/api/v1/auth/logout/"): ENDING,
    ("POST", "/api/v1/auth/logout-all/"): ENDING,
    ("GET", "/api/v1/auth/me/"): SIGNED_IN,
    ("PATCH", "/api/v1/auth/me/"): SIGNED_IN,
    ("DELETE", "/api/v1/auth/me/"): Expected(401, 204, 204, 204, 409),
    ("GET", "/api/v1/auth/me/export/"): SIGNED_IN,
    ("GET", "/api/v1/preferences/"): SIGNED_IN,
    ("PUT", "/api/v1/preferences/"): SIGNED_IN,
    ("GET", "/api/v1/recommendations/"): PUBLIC,
    ("POST", "/api/v1/recommendations/feedback/"): Expected(401, 201, 201, 201, 201),
    ("GET", "/api/v1/resort/"): PUBLIC,
    ("GET", "/api/v1/live/"): SIGNED_IN,
    ("GET", "/api/v1/staff/bookings/"): FOR_STAFF,
    ("POST", "/api/v1/staff/bookings/"): Expected(401, 403, 201, 201, 403),
    ("GET", "/api/v1/staff/slots/"): FOR_STAFF,
    ("POST", "/api/v1/staff/slots/close/"): FOR_STAFF,
    ("POST", "/api/v1/staff/slots/reopen/"): FOR_STAFF,
    ("GET", "/api/v1/staff/slots/{slot_id}/"): FOR_STAFF,
    ("PATCH", "/api/v1/staff/slots/{slot_id}/"): FOR_STAFF,
    ("POST", "/api/v1/staff/slots/{slot_id}/close/"): FOR_STAFF,
    ("POST", "/api/v1/staff/slots/{slot_id}/delay/"): FOR_STAFF,
    # The second one finds what the first one made.
    ("POST", "/api/v1/staff/activities/{key}/slots/"): Expected(401, 403, 201, 409, 403),
    ("GET", "/api/v1/staff/activities/{key}/schedules/"): FOR_STAFF,
    ("POST", "/api/v1/staff/activities/{key}/schedules/"): Expected(401, 403, 201, 200, 403),
    ("PATCH", "/api/v1/staff/schedules/{schedule_id}/"): FOR_STAFF,
    ("DELETE", "/api/v1/staff/schedules/{schedule_id}/"): Expected(401, 403, 200, 404, 403),
    ("GET", "/api/v1/staff/resources/"): FOR_STAFF,
    ("POST", "/api/v1/staff/resources/"): Expected(401, 403, 201, 409, 403),
    ("PATCH", "/api/v1/staff/resources/{resource_id}/"): FOR_STAFF,
    ("DELETE", "/api/v1/staff/resources/{resource_id}/"): Expected(401, 403, 204, 404, 403),
    ("GET", "/api/v1/staff/activities/{key}/resources/"): FOR_STAFF,
    ("PUT", "/api/v1/staff/activities/{key}/resources/"): FOR_STAFF,
    ("GET", "/api/v1/bookings/{key}/pass/"): OWN,
    ("GET", "/api/v1/staff/bookings/{key}/"): FOR_STAFF,
    ("PATCH", "/api/v1/staff/bookings/{key}/"): FOR_STAFF,
    ("POST", "/api/v1/staff/bookings/{key}/confirm/"): Expected(401, 403, 200, 409, 403),
    ("POST", "/api/v1/staff/bookings/{key}/cancel/"): Expected(401, 403, 200, 409, 403),
    ("POST", "/api/v1/staff/bookings/{key}/reschedule/"): FOR_STAFF,
    ("POST", "/api/v1/staff/bookings/{key}/notes/"): Expected(401, 403, 201, 201, 403),
    ("POST", "/api/v1/staff/bookings/{key}/phone/"): FOR_STAFF,
    ("POST", "/api/v1/staff/bookings/check-in/"): Expected(401, 403, 404, 404, 403),
    ("DELETE", "/api/v1/staff/bookings/{key}/check-in/"): Expected(401, 403, 204, 204, 403),
    ("GET", "/api/v1/staff/slots/{slot_id}/manifest/"): FOR_STAFF,
    ("GET", "/api/v1/staff/arrivals/"): FOR_STAFF,
    ("GET", "/api/v1/staff/charges/"): FOR_STAFF,
    # The booking in the path is no charge, no picture, no person.
    ("POST", "/api/v1/staff/charges/{key}/posted/"): Expected(401, 403, 404, 404, 403),
    ("POST", "/api/v1/staff/charges/{key}/waive/"): Expected(401, 403, 404, 404, 403),
    ("PATCH", "/api/v1/staff/images/{key}/"): Expected(401, 403, 404, 404, 403),
    ("DELETE", "/api/v1/staff/images/{key}/"): Expected(401, 403, 404, 404, 403),
    ("GET", "/api/v1/staff/people/"): FOR_ADMINS,
    ("POST", "/api/v1/staff/people/"): Expected(401, 403, 403, 201, 403),
    ("DELETE", "/api/v1/staff/people/{key}/"): Expected(401, 403, 403, 404, 403),
    ("POST", "/api/v1/staff/people/{key}/logout/"): Expected(401, 403, 403, 404, 403),
    ("DELETE", "/api/v1/staff/guests/{key}/"): Expected(401, 403, 403, 404, 403),
    ("GET", "/api/v1/staff/audit/"): FOR_ADMINS,
    ("GET", "/api/v1/staff/reports/summary/"): FOR_STAFF,
    ("GET", "/api/v1/staff/reports/occupancy/"): FOR_STAFF,
    ("GET", "/api/v1/staff/reports/revenue/"): FOR_STAFF,
    ("GET", "/api/v1/staff/activities/"): FOR_STAFF,
    ("POST", "/api/v1/staff/activities/"): Expected(401, 403, 201, 409, 403),
    ("GET", "/api/v1/staff/activities/{key}/"): FOR_STAFF,
    ("PATCH", "/api/v1/staff/activities/{key}/"): FOR_STAFF,
    ("DELETE", "/api/v1/staff/activities/{key}/"): Expected(401, 403, 204, 204, 403),
    # No file comes with them.
    ("POST", "/api/v1/staff/activities/{key}/images/"): Expected(401, 403, 415, 415, 403),
    ("POST", "/api/v1/staff/activities/import/"): Expected(401, 403, 415, 415, 403),
    ("GET", "/api/v1/staff/activities/export/"): FOR_STAFF,
    ("GET", "/api/v1/staff/conversations/"): FOR_STAFF,
    ("GET", "/api/v1/staff/conversations/{key}/"): FOR_STAFF,
    ("POST", "/api/v1/staff/conversations/{key}/takeover/"): FOR_STAFF,
    ("POST", "/api/v1/staff/conversations/{key}/reply/"): Expected(401, 403, 201, 201, 403),
    ("POST", "/api/v1/staff/conversations/{key}/release/"): FOR_STAFF,
    ("GET", "/api/v1/staff/messages/"): FOR_STAFF,
    # The booking in the path is no message.
    ("POST", "/api/v1/staff/messages/{key}/retry/"): Expected(401, 403, 404, 404, 403),
    ("GET", "/health/live"): PUBLIC,
    ("GET", "/health/ready"): PUBLIC,
    ("GET", "/metrics"): PUBLIC,
    ("GET", "/simulator/messages"): PUBLIC,
    ("POST", "/simulator/messages"): Expected(202, 202, 202, 202, 202),
    ("GET", "/simulator/clock"): PUBLIC,
    ("POST", "/simulator/clock"): PUBLIC,
}
QUERIES = {
    "/api/v1/activities/search/": "?q=jet",
    "/simulator/messages": "?phone=%2B14155550123",
}
# Parts of paths that take ids alone, beside `key`, which takes other names as well.
IDS = ("slot_id", "schedule_id", "resource_id")
CONVERTED = re.compile(r"<\w+(?:\([^)]*\))?:(\w+)>")
UNKNOWN = "01928f2e-0000-7000-8000-000000000000"
NEXT_WEEK = date(2026, 10, 22)
# Whoever is let in as the first one would change what the next one meets.
VISITS = ("nobody", "other_guest", "staff", "admin", "guest")


@pytest.fixture
def visitors(
    anybody: Visitor, other_guest: Visitor, desk: Visitor, admin: Visitor, guest: Visitor
) -> dict[str, Visitor]:
    return dict(zip(VISITS, (anybody, other_guest, desk, admin, guest), strict=True))


@pytest.fixture
def bodies(guest: Visitor, given: Given, resort: Resort) -> dict[str, Any]:
    """What is sent, by the end of the path; `booking` is the guest's own."""
    slot = given.slot(start=IN_TWO_DAYS)
    rhythm = Rhythm(rrule="FREQ=DAILY", times=(time(7),), first=NEXT_WEEK, until=NEXT_WEEK)
    activity = resort.catalogue.get_activity(slot.activity_id)
    daily = resort.schedule.add_schedule(activity, rhythm, by=Actor.operator()).schedule
    whole_day = {"from": f"{NEXT_WEEK}", "to": f"{NEXT_WEEK}"}
    booked = guest.post("/bookings/", wish(slot)).get_json()
    phone = {"phone": "+14155550100"}
    return {
        "booking": booked["id"],
        "guest": str(guest.person.id),
        "/api/v1/recommendations/feedback/": {
            "activity_id": str(slot.activity_id),
            "helpful": True,
        },
        "slot_id": str(slot.id),
        "schedule_id": str(daily.id),
        "resource_id": str(resort.resources.add("Boat", by=Actor.operator()).id),
        "/api/v1/staff/slots/close/": whole_day,
        "/api/v1/staff/slots/reopen/": whole_day,
        "/api/v1/staff/slots/{slot_id}/delay/": {"minutes": 5},
        "/api/v1/staff/activities/{key}/slots/": {"start_time": "2026-12-01T12:00:00Z"},
        "/api/v1/staff/activities/{key}/schedules/": {"weekdays": ["mon"], "times": ["08:00"]},
        "/api/v1/staff/resources/": {"name": "Spa room"},
        "/api/v1/staff/bookings/{key}/reschedule/": {"time_slot_id": str(slot.id)},
        "/api/v1/staff/bookings/{key}/notes/": {"body": "Likes it slow"},
        "/api/v1/staff/bookings/check-in/": {"code": "ABCD2345"},
        "/api/v1/staff/people/": {**phone, "name": "Dana", "role": "staff"},
        "/api/v1/staff/activities/": {
            "name": "Boat",
            "category": "Tours",
            "price": "9.00",
            "duration_minutes": 30,
            "capacity_per_slot": 4,
        },
        "/api/v1/staff/activities/{key}/resources/": {"items": []},
        "/api/v1/bookings/{key}/ask-desk/": {"message": "May I bring my dog?"},
        "/api/v1/staff/conversations/{key}/reply/": {"body": "Sure!"},
        "/api/v1/bookings/": wish(slot),
        "/api/v1/bookings/{key}/reschedule/": {"time_slot_id": str(slot.id)},
        "/api/v1/auth/request-otp/": phone,
        "/api/v1/auth/verify-otp/": {**phone, "code": "000000"},
        "/api/v1/auth/link/": {"token": "unknown"},
        "/api/v1/staff/bookings/": {
            "time_slot_id": str(slot.id),
            "guest": {"name": "Walter"},
        },
        "/simulator/messages": {"from": "+14155550123", "body": "Hello"},
        "/simulator/clock": {"offset": "+1h"},
    }


def test_no_route_of_the_description_is_missing_from_the_matrix(description: Description):
    assert set(description.operations) == set(MATRIX)


def test_no_route_of_the_api_is_missing_from_the_description(one_app: Flask):
    pages = {"/", "/docs", "/docs/assets/<name>", "/openapi.json", "/media/<path:name>"}
    pages |= {"/simulator", "/simulator/assets/<name>"}
    routes = {rule.rule for rule in one_app.url_map.iter_rules()} - pages

    described = document_of(one_app)["paths"]

    assert {CONVERTED.sub(r"{\1}", rule) for rule in routes} == set(described)


@pytest.mark.parametrize(("method", "path"), MATRIX, ids=lambda part: part)
def test_everybody_gets_what_is_theirs(
    visitors: dict[str, Visitor], bodies: dict[str, Any], method: str, path: str
):
    key = "jet-skiing" if "activities" in path else bodies["booking"]
    key = bodies["guest"] if "conversations" in path else key
    query = QUERIES.get(path, "") if method == "GET" else ""
    ids = {name: bodies[name] for name in IDS}
    whole = "/" + path.format(key=key, **ids) + query

    found = {}
    for name in VISITS:
        json = bodies.get(path) if method != "GET" else None
        with visitors[name].call(method, whole, json=json) as answer:
            found[name] = answer.status_code

    assert Expected(**found) == MATRIX[method, path]


@pytest.mark.parametrize("path", sorted({path for _, path in MATRIX}))
def test_no_other_method_is_taken_from_anybody(
    visitors: dict[str, Visitor], description: Description, path: str
):
    taken = {method for method, where in MATRIX if where == path}
    taken |= {"HEAD"} if "GET" in taken else set()

    where = "/" + path.format(key="ABCD2345", **dict.fromkeys(IDS, UNKNOWN))
    for visitor in visitors.values():
        for method in set(METHODS) - taken:
            answer = visitor.call(method, where)

            assert answer.status_code == 405, method
            assert set(answer.headers["Allow"].split(", ")) == taken | {"OPTIONS"}
