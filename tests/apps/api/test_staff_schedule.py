"""The desk's schedule over HTTP: departures, schedules, closing, delaying, resources."""

from datetime import timedelta
from typing import Any

import pytest

from resortbook.application.resort import Resort
from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON, TOMORROW
from tests.resort_fixtures import Given

UNKNOWN = "01928f2e-0000-7000-8000-000000000000"
SLOT = {
    "id",
    "start_time",
    "end_time",
    "capacity",
    "booked_count",
    "seats_left",
    "is_available",
    "reason",
    "activity_id",
    "lane",
    "closed_reason",
    "planned_start_time",
}
WEEKLY = {
    "weekdays": ["mon", "wed"],
    "times": ["09:00", "14:30"],
    "from": "2026-10-19",
    "until": "2026-10-25",
}


def seats_of(desk: Visitor, slot: Any) -> dict[str, Any]:
    shown: dict[str, Any] = desk.get(f"/staff/slots/{slot.id}/").get_json()
    return shown


def test_a_single_departure_is_made(desk: Visitor, given: Given):
    activity = given.activity()

    answer = desk.post(
        f"/staff/activities/{activity.slug}/slots/",
        {"start_time": "2026-10-16T14:00:00Z", "capacity": 4},
    )

    shown = answer.get_json()
    assert (answer.status_code, set(shown)) == (201, SLOT)
    assert (shown["capacity"], shown["end_time"]) == (4, "2026-10-16T14:30:00Z")
    assert answer.headers["ETag"] == '"v1"'


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"start_time": "2026-10-16T17:00:00Z"}, 409, "CONFLICT"),
        ({"start_time": "2026-10-14T17:00:00Z"}, 400, "INVALID_TIME"),
        ({"start_time": "2026-10-16"}, 400, "VALIDATION_ERROR"),
        ({"start_time": "2026-10-17T17:00:00Z", "capacity": 0}, 400, "VALIDATION_ERROR"),
        ({}, 400, "VALIDATION_ERROR"),
    ],
)
def test_a_departure_that_cannot_be_is_refused(
    desk: Visitor, given: Given, asked: dict[str, Any], status: int, code: str
):
    slot = given.slot()

    answer = desk.post(f"/staff/activities/{slot.activity_id}/slots/", asked)

    assert error(answer) == (status, code)


def test_an_edit_of_what_somebody_else_changed_is_told(desk: Visitor, given: Given):
    slot = given.slot()
    path = f"/staff/slots/{slot.id}/"
    seen = {"If-Match": desk.get(path).headers["ETag"]}

    first = desk.patch(path, {"capacity": 8}, headers=seen)
    second = desk.patch(path, {"capacity": 9}, headers=seen)
    without = desk.patch(path, {"is_available": False})
    again = desk.patch(path, {"capacity": 7}, headers={"If-Match": without.headers["ETag"]})

    assert (first.status_code, first.get_json()["capacity"]) == (200, 8)
    assert error(second) == (412, "PRECONDITION_FAILED")
    assert (without.get_json()["reason"], again.get_json()["capacity"]) == ("closed", 7)


@pytest.mark.parametrize("tag", ['W/"v1"', "v", '"something"', '"v1", "v2"', '"v-1"'])
def test_a_tag_that_was_never_given_matches_nothing(desk: Visitor, given: Given, tag: str):
    slot = given.slot()

    answer = desk.patch(f"/staff/slots/{slot.id}/", {"capacity": 8}, headers={"If-Match": tag})

    assert error(answer) == (412, "PRECONDITION_FAILED")


def test_seats_come_and_go_under_the_same_tag(desk: Visitor, guest: Visitor, given: Given):
    slot = given.slot()
    path = f"/staff/slots/{slot.id}/"
    seen = {"If-Match": desk.get(path).headers["ETag"]}

    guest.post("/bookings/", wish(slot))

    assert desk.patch(path, {"capacity": 8}, headers=seen).status_code == 200


def test_capacity_is_never_under_what_is_sold(desk: Visitor, given: Given):
    slot = given.slot()
    given.hold(slot, party=4)

    answer = desk.patch(f"/staff/slots/{slot.id}/", {"capacity": 3})

    assert error(answer) == (409, "CONFLICT")
    assert details(answer)["field"] == "capacity"


def test_a_schedule_is_made_once_and_tells_what_it_left_out(desk: Visitor, given: Given):
    path = f"/staff/activities/{given.activity().id}/schedules/"

    made = desk.post(path, {**WEEKLY, "except": ["2026-10-21"]})
    again = desk.post(path, {**WEEKLY, "except": ["2026-10-21"]})

    shown = made.get_json()
    assert (made.status_code, shown["created"], shown["skipped"]) == (201, 2, [])
    assert [slot["start_time"] for slot in shown["items"]] == [
        "2026-10-19T14:00:00Z",
        "2026-10-19T19:30:00Z",
    ]
    assert (again.status_code, again.get_json()["created"]) == (200, 0)
    assert again.get_json()["skipped"][0] == {
        "local": "2026-10-19T09:00:00",
        "reason": "exists",
    }
    (listed,) = desk.get(path).get_json()["items"]
    assert listed["rrule"] == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert (listed["times"], listed["from"]) == (["09:00", "14:30"], "2026-10-19")


def test_an_open_ended_schedule_is_filled_to_the_horizon(desk: Visitor, given: Given):
    asked = {"rrule": "FREQ=DAILY", "times": ["10:00"], "from": "2026-10-16", "until": None}

    made = desk.post(f"/staff/activities/{given.activity().id}/schedules/", asked)

    assert made.get_json()["created"] == 90


@pytest.mark.parametrize(
    "change",
    [
        {"rrule": "FREQ=DAILY"},
        {"weekdays": []},
        {"weekdays": ["Monday"]},
        {"times": ["9:00"]},
        {"times": []},
        {"until": "2026-10-01"},
        {"capacity": 0},
        {"from": "tomorrow"},
    ],
)
def test_a_schedule_that_cannot_be_is_refused(
    desk: Visitor, given: Given, change: dict[str, Any]
):
    path = f"/staff/activities/{given.activity().id}/schedules/"

    assert error(desk.post(path, {**WEEKLY, **change})) == (400, "VALIDATION_ERROR")


def test_a_schedule_is_changed_and_ended_and_keeps_what_is_sold(
    desk: Visitor, guest: Visitor, given: Given
):
    activity = given.activity()
    made = desk.post(f"/staff/activities/{activity.id}/schedules/", WEEKLY).get_json()
    sold = made["items"][1]
    asked = {"activity_id": str(activity.id), "time_slot_id": sold["id"], "participants": 1}
    guest.post("/bookings/", asked)
    path = f"/staff/schedules/{made['schedule']['id']}/"

    changed = desk.patch(path, {"times": ["09:00", "16:00"]}).get_json()
    ended = desk.delete(path)

    assert len(changed["items"]) == 2
    assert (changed["removed"], [one["id"] for one in changed["kept"]]) == (1, [sold["id"]])
    assert (ended.status_code, ended.get_json()["removed"]) == (200, 4)
    assert [one["id"] for one in ended.get_json()["kept"]] == [sold["id"]]
    assert error(desk.delete(path)) == (404, "NOT_FOUND")


def test_a_day_is_closed_after_it_was_shown(
    desk: Visitor, guest: Visitor, given: Given, resort: Resort
):
    slot = given.slot()
    booked = guest.post("/bookings/", wish(slot, participants=2)).get_json()
    asked = {"from": "2026-10-16", "to": "2026-10-16", "reason": "Storm"}

    shown = desk.post("/staff/slots/close/", {**asked, "dry_run": True}).get_json()
    before = guest.get(f"/bookings/{booked['id']}/").get_json()["status"]
    done = desk.post("/staff/slots/close/", asked).get_json()
    after = guest.get(f"/bookings/{booked['id']}/").get_json()

    told = ("guests", "people", "total_price", "currency")
    assert [shown[name] for name in told] == [1, 2, "160.00", "USD"]
    assert (shown["dry_run"], shown["closing_id"], before) == (True, None, "pending")
    assert [one["reference"] for one in shown["bookings"]] == [booked["reference"]]
    assert (done["dry_run"], done["bookings"]) == (False, shown["bookings"])
    assert (after["status"], after["cancellation_reason"]) == ("cancelled", "Storm")
    again = guest.post("/bookings/", wish(slot))
    assert (error(again), details(again)["reason"]) == ((409, "SLOT_UNAVAILABLE"), "closed")
    assert resort.check() == []


def test_a_stretch_of_moments_of_one_activity_is_closed_and_opened(desk: Visitor, given: Given):
    mine, other = given.slot(given.activity("Kites")), given.slot(given.activity("Spa"))
    stretch = {
        "from": "2026-10-16T16:00:00Z",
        "to": "2026-10-16T18:00:00Z",
        "activity_ids": [str(mine.activity_id)],
    }

    desk.post("/staff/slots/close/", stretch)
    closed = [seats_of(desk, slot)["reason"] for slot in (mine, other)]
    opened = desk.post("/staff/slots/reopen/", stretch).get_json()

    assert closed == ["closed", None]
    assert [one["id"] for one in opened["items"]] == [str(mine.id)]
    assert seats_of(desk, mine)["is_available"] is True


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"from": "2026-10-17", "to": "2026-10-16"}, (400, "INVALID_TIME")),
        ({"from": "2026-10-17"}, (400, "VALIDATION_ERROR")),
        ({"from": "soon", "to": "2026-10-17"}, (400, "VALIDATION_ERROR")),
        (
            {"from": "2026-10-16", "to": "2026-10-16", "activity_ids": [UNKNOWN]},
            (404, "NOT_FOUND"),
        ),
    ],
)
def test_a_stretch_that_is_none_is_refused(desk: Visitor, asked: dict[str, Any], code: Any):
    assert error(desk.post("/staff/slots/close/", asked)) == code


def test_one_departure_is_closed(desk: Visitor, guest: Visitor, given: Given):
    slot = given.slot()
    guest.post("/bookings/", wish(slot))
    path = f"/staff/slots/{slot.id}/close/"

    shown = desk.post(path, {"reason": "Wind", "dry_run": True}).get_json()
    stale = desk.post(path, {"reason": "Wind"}, headers={"If-Match": '"v9"'})
    done = desk.post(path, {"reason": "Wind"}).get_json()

    assert set(shown) == SLOT | {
        "dry_run",
        "closing_id",
        "bookings",
        "guests",
        "people",
        "total_price",
        "currency",
    }
    assert (shown["is_available"], shown["guests"]) == (True, 1)
    assert error(stale) == (412, "PRECONDITION_FAILED")
    assert (done["is_available"], done["closed_reason"]) == (False, "Wind")


def test_a_departure_is_delayed(desk: Visitor, guest: Visitor, given: Given):
    slot = given.slot(start=NOON + timedelta(days=5))
    booked = guest.post("/bookings/", wish(slot)).get_json()
    path = f"/staff/slots/{slot.id}/delay/"

    shown = desk.post(path, {"minutes": 45, "dry_run": True}).get_json()
    untouched = seats_of(desk, slot)["start_time"]
    done = desk.post(path, {"minutes": 45, "reason": "Late boat"}).get_json()
    after = guest.get(f"/bookings/{booked['id']}/").get_json()

    assert (untouched, shown["start_time"]) == ("2026-10-20T17:00:00Z", "2026-10-20T17:45:00Z")
    assert (done["start_time"], done["guests"]) == ("2026-10-20T17:45:00Z", 1)
    assert after["time_slot"]["start_time"] == "2026-10-20T17:45:00Z"
    assert after["cancel_by"] == "2026-10-19T17:45:00Z"


def test_two_activities_share_a_boat(desk: Visitor, guest: Visitor, given: Given):
    whales, reef = given.activity("Whales"), given.activity("Reef")
    slots = given.slot(whales), given.slot(reef, TOMORROW + timedelta(minutes=10))
    boat = desk.post("/staff/resources/", {"name": "The boat"}).get_json()
    for activity in (whales, reef):
        answer = desk.put(
            f"/staff/activities/{activity.slug}/resources/",
            {"items": [{"resource_id": boat["id"], "minutes_after": 15}]},
        )
        assert answer.status_code == 200
    guest.post("/bookings/", wish(slots[0]))

    refused = guest.post("/bookings/", wish(slots[1]))
    (choice,) = guest.get("/activities/reef/availability/?date=2026-10-16").get_json()["slots"]

    assert error(refused) == (409, "SLOT_UNAVAILABLE")
    assert details(refused)["reason"] == choice["reason"] == "resource"
    assert seats_of(desk, slots[1])["reason"] == "resource"
    needs = desk.get("/staff/activities/reef/resources/").get_json()["items"]
    assert needs == [
        {"resource_id": boat["id"], "units": 1, "minutes_before": 0, "minutes_after": 15}
    ]
    assert error(desk.delete(f"/staff/resources/{boat['id']}/")) == (409, "CONFLICT")


def test_resources_are_kept(desk: Visitor):
    boat = desk.post("/staff/resources/", {"name": "Boat", "units": 2})
    path = f"/staff/resources/{boat.get_json()['id']}/"

    renamed = desk.patch(path, {"name": "Big boat"}, headers={"If-Match": boat.headers["ETag"]})
    stale = desk.patch(path, {"units": 3}, headers={"If-Match": boat.headers["ETag"]})
    twice = desk.post("/staff/resources/", {"name": "Big boat"})

    assert renamed.get_json()["name"] == "Big boat"
    assert error(stale) == (412, "PRECONDITION_FAILED")
    assert (error(twice), details(twice)["field"]) == ((409, "CONFLICT"), "name")
    assert [one["units"] for one in desk.get("/staff/resources/").get_json()["items"]] == [2]
    assert desk.delete(path).status_code == 204
    assert error(desk.delete(path)) == (404, "NOT_FOUND")


def test_a_day_of_two_hundred_departures_is_listed_fast(desk: Visitor, given: Given):
    activities = [given.activity(f"Activity {number}") for number in range(20)]
    for activity in activities:
        for hour in range(10):
            given.slot(activity, TOMORROW + timedelta(hours=hour / 2))

    found, cursor = [], ""
    for _ in range(2):
        page = desk.get(
            f"/staff/slots/?from=2026-10-16&to=2026-10-16&limit=100{cursor}"
        ).get_json()
        found += page["items"]
        cursor = f"&cursor={page['next_cursor']}"

    assert len({one["id"] for one in found}) == 200


def test_guests_have_no_business_here(guest: Visitor, given: Given):
    slot = given.slot()

    for answer in (
        guest.patch(f"/staff/slots/{slot.id}/", {"capacity": 1}),
        guest.post(f"/staff/slots/{slot.id}/close/", {}),
        guest.post(f"/staff/slots/{slot.id}/delay/", {"minutes": 5}),
        guest.post("/staff/slots/close/", {"from": "2026-10-16", "to": "2026-10-16"}),
        guest.get("/staff/resources/"),
    ):
        assert error(answer) == (403, "FORBIDDEN")
