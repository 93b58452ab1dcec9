"""Admins look after the people at the desk, erase guests and read the audit, over HTTP."""

from typing import Any

import pytest

from resortbook.application.resort import Resort
from tests.apps.api.conftest import SignIn
from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given, MovableClock

DANA = {"phone": "+1 415 555 0150", "name": "Dana Desk", "role": "staff"}


def test_people_come_and_go(admin: Visitor, resort: Resort):
    made = admin.post("/staff/people/", DANA)
    listed = admin.get("/staff/people/").get_json()["items"]
    gone = admin.delete(f"/staff/people/{made.get_json()['id']}/")

    assert (made.status_code, gone.status_code) == (201, 204)
    assert sorted((one["phone"], one["role"]) for one in listed) == [
        ("+14155550150", "staff"),
        ("+14155550197", "admin"),
    ]
    assert len(resort.staff.all()) == 1


def test_another_role_takes_the_place_of_the_one_before(admin: Visitor):
    admin.post("/staff/people/", DANA)

    again = admin.post("/staff/people/", {**DANA, "role": "admin"})

    assert (again.status_code, again.get_json()["role"]) == (200, "admin")


def test_the_last_admin_stays_one(admin: Visitor, desk: Visitor, resort: Resort):
    me = f"/staff/people/{admin.person.id}/"
    demoted = {"phone": "+14155550197", "name": "Ada", "role": "staff"}

    refused = [admin.delete(me), admin.post("/staff/people/", demoted)]

    assert [error(answer) for answer in refused] == [(409, "CONFLICT")] * 2
    assert details(refused[0]) == {"field": "role"}
    admin.post("/staff/people/", {**DANA, "role": "admin"})
    assert admin.delete(me).status_code == 204


def test_a_person_is_signed_out_everywhere_at_once(admin: Visitor, desk: Visitor):
    assert desk.get("/staff/bookings/").status_code == 200

    answer = admin.post(f"/staff/people/{desk.person.id}/logout/")

    assert answer.status_code == 204
    assert error(desk.get("/staff/bookings/")) == (401, "SESSION_EXPIRED")


def test_sessions_of_staff_idle_out_and_run_out(
    desk: Visitor, sign_in: SignIn, clock: MovableClock
):
    clock.advance(hours=1, minutes=59)
    assert desk.get("/auth/me/").status_code == 200
    clock.advance(hours=2)
    idled = desk.get("/auth/me/")
    busy = sign_in(desk.person)
    for _ in range(7):
        clock.advance(hours=1, minutes=30)
        assert busy.get("/auth/me/").status_code == 200
    clock.advance(hours=1, minutes=30)

    assert error(idled) == (401, "SESSION_EXPIRED")
    assert error(busy.get("/auth/me/")) == (401, "SESSION_EXPIRED")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"phone": "7"}, "INVALID_PHONE"),
        ({"name": ""}, "VALIDATION_ERROR"),
        ({"role": "guest"}, "VALIDATION_ERROR"),
        ({"role": "king"}, "VALIDATION_ERROR"),
        ({"colour": "blue"}, "VALIDATION_ERROR"),
    ],
)
def test_nonsense_is_refused(admin: Visitor, change: dict[str, Any], code: str):
    assert error(admin.post("/staff/people/", {**DANA, **change})) == (400, code)


def test_a_guest_is_erased_when_nothing_is_ahead(
    admin: Visitor, guest: Visitor, given: Given, resort: Resort
):
    made = guest.post("/bookings/", {**wish(given.slot()), "lead_name": "Maria"}).get_json()
    path = f"/staff/guests/{guest.person.id}/"
    ahead = admin.delete(path)
    guest.post(f"/bookings/{made['id']}/cancel/")

    assert error(ahead) == (409, "CONFLICT")
    assert admin.delete(path).status_code == 204
    shown = admin.get(f"/staff/bookings/{made['id']}/").get_json()
    assert (shown["lead_name"], shown["guest"]["name"]) == ("", "")
    assert resort.check() == []


def test_the_audit_tells_what_was_done_newest_first(admin: Visitor, given: Given):
    made = admin.post("/staff/people/", DANA).get_json()
    admin.post(f"/staff/people/{made['id']}/logout/")

    found = admin.get("/staff/audit/?limit=1").get_json()
    rest = admin.get(f"/staff/audit/?cursor={found['next_cursor']}").get_json()
    of_one = admin.get(f"/staff/audit/?subject_id={made['id']}").get_json()

    [entry] = found["items"]
    told = (entry["action"], entry["actor"], entry["door"], entry["subject_id"])
    assert told == ("staff.sign_out", "admin", "desk", made["id"])
    assert rest["items"][0]["action"] == "staff.add"
    assert [one["action"] for one in of_one["items"]] == ["staff.sign_out", "staff.add"]
    assert "Dana" not in str(of_one)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/staff/people/", None),
        ("POST", "/staff/people/", DANA),
        ("DELETE", "/staff/people/nobody/", None),
        ("POST", "/staff/people/nobody/logout/", None),
        ("DELETE", "/staff/guests/nobody/", None),
        ("GET", "/staff/audit/", None),
    ],
)
def test_all_of_this_is_for_admins_alone(
    anybody: Visitor,
    guest: Visitor,
    desk: Visitor,
    admin: Visitor,
    method: str,
    path: str,
    body: Any,
):
    assert error(anybody.call(method, path, json=body)) == (401, "AUTH_REQUIRED")
    assert error(guest.call(method, path, json=body)) == (403, "FORBIDDEN")
    assert error(desk.call(method, path, json=body)) == (403, "FORBIDDEN")
    if "nobody" in path:
        assert error(admin.call(method, path, json=body)) == (404, "NOT_FOUND")
