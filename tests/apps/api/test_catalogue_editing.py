"""The desk edits the catalogue over HTTP."""

import io
from typing import Any

import pytest

from tests.apps.api.test_bookings import IN_TWO_DAYS
from tests.apps.api.visitors import API, Visitor, details, error
from tests.resort_fixtures import Given

NEW = {
    "name": "Reef Snorkeling",
    "category": "Water Sports",
    "price": "60.00",
    "duration_minutes": 120,
    "capacity_per_slot": 8,
}


@pytest.fixture
def path(desk: Visitor) -> str:
    """An activity that the desk has made."""
    assert desk.post("/staff/activities/", NEW).status_code == 201
    return "/staff/activities/reef-snorkeling/"


def test_an_activity_is_made_and_seen_by_guests(desk: Visitor, anybody: Visitor):
    made = desk.post("/staff/activities/", {**NEW, "bring": "Towel\nHat", "min_age": 6})

    shown = made.get_json()
    told = {name: shown[name] for name in ("slug", "category", "price", "min_age", "currency")}
    assert told == {
        "slug": "reef-snorkeling",
        "category": "water-sports",
        "price": "60.00",
        "min_age": 6,
        "currency": "USD",
    }
    assert made.headers["Location"] == f"/api/v1/staff/activities/{shown['id']}/"
    assert [rate["code"] for rate in shown["rates"]] == ["person"]
    assert anybody.get("/activities/reef-snorkeling/").get_json()["name"] == NEW["name"]
    labels = anybody.get("/activities/categories/").get_json()["items"]
    assert labels[0]["label"] == "Water Sports"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "†"}, "slug"),
        ({"slug": "No Slug"}, "slug"),
        ({"slug": "search"}, "slug"),
        ({"price": None}, "price"),
        ({"price": "-1"}, "price"),
        ({"price": 60}, "price"),
        ({"currency": "EUR"}, "currency"),
        ({"duration_minutes": 0}, "duration_minutes"),
        ({"capacity_per_slot": 1.5}, "capacity_per_slot"),
        ({"max_party": 2, "min_party": 3}, "max_party"),
        ({"rates": []}, "rates"),
        ({"rates": [{"code": "a", "label": "A", "price": "7.00"}]}, "price"),
        ({"colour": "blue"}, "colour"),
        ({"category": "***"}, "category"),
    ],
)
def test_an_activity_that_makes_no_sense_is_refused(
    desk: Visitor, change: dict[str, Any], field: str
):
    answer = desk.post("/staff/activities/", {**NEW, **change})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert field in details(answer)["fields"]


def test_a_price_or_rates_are_needed_and_rates_come_in_their_order(desk: Visitor):
    without = {name: value for name, value in NEW.items() if name != "price"}
    rates = [
        {"code": "child", "label": "Child", "price": "30.00", "max_age": 12},
        {"code": "adult", "label": "Adult", "price": "60.00"},
    ]

    refused = desk.post("/staff/activities/", without)
    made = desk.post("/staff/activities/", {**without, "rates": rates}).get_json()

    assert error(refused) == (400, "VALIDATION_ERROR")
    assert [rate["code"] for rate in made["rates"]] == ["child", "adult"]
    assert made["price"] == "30.00"


def test_a_slug_that_is_taken_is_told(desk: Visitor, path: str):
    answer = desk.post("/staff/activities/", NEW)

    assert (error(answer), details(answer)) == ((409, "CONFLICT"), {"field": "slug"})


def test_a_change_leaves_the_rest_and_what_was_sold(
    desk: Visitor, path: str, given: Given, resort: Any
):
    activity = resort.catalogue.get_activity("reef-snorkeling")
    held = given.hold(given.slot(activity, IN_TWO_DAYS), party=2).booking

    shown = desk.patch(path, {"price": "75.00", "location": "South Pier"}).get_json()

    assert (shown["price"], shown["location"], shown["name"]) == (
        "75.00",
        "South Pier",
        NEW["name"],
    )
    booking = desk.get(f"/staff/bookings/{held.id}/").get_json()
    assert booking["total_price"] == "120.00"


def test_who_edits_an_older_state_is_told(desk: Visitor, path: str):
    seen = desk.get(path).headers["ETag"]
    first = desk.patch(path, {"name": "Reef"}, headers={"If-Match": seen})

    second = desk.patch(path, {"name": "Riff"}, headers={"If-Match": seen})
    third = desk.patch(path, {"location": "Pier"}, headers={"If-Match": first.headers["ETag"]})
    without = desk.patch(path, {"bring": "Towel"})

    assert first.headers["ETag"] != seen
    assert error(second) == (412, "PRECONDITION_FAILED")
    assert (third.status_code, without.status_code) == (200, 200)
    assert desk.get(path).get_json()["name"] == "Reef"


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_the_tag_of_a_compressed_answer_is_good_for_an_edit(
    desk: Visitor, path: str, encoding: str
):
    desk.patch(path, {"description": "Long enough to be compressed. " * 50})
    accepting = {"Authorization": f"Bearer {desk.token}", "Accept-Encoding": encoding}
    # Not by the visitor, who reads every answer and takes none that is compressed.
    answer = desk.app.test_client().get(f"{API}{path}", headers=accepting)
    seen = {"If-Match": answer.headers["ETag"]}

    edited = desk.patch(path, {"bring": "Towel"}, headers=seen)
    stale = desk.patch(path, {"bring": "Shoes"}, headers=seen)

    assert answer.headers["Content-Encoding"] == encoding
    assert (edited.status_code, error(stale)) == (200, (412, "PRECONDITION_FAILED"))


def test_an_activity_is_taken_off_the_list_and_put_back(
    desk: Visitor, anybody: Visitor, path: str
):
    gone = desk.delete(path)

    assert gone.status_code == 204
    assert error(anybody.get("/activities/reef-snorkeling/")) == (404, "NOT_FOUND")
    assert desk.get(path).get_json()["is_active"] is False
    listed = desk.get("/staff/activities/?fields=slug,is_active")
    assert listed.get_json()["items"] == [{"slug": "reef-snorkeling", "is_active": False}]
    assert listed.headers["ETag"]
    desk.patch(path, {"is_active": True})
    assert anybody.get("/activities/reef-snorkeling/").status_code == 200


def test_the_catalogue_goes_out_and_in_again(desk: Visitor, path: str):
    out = desk.get("/staff/activities/export/")
    changed = out.text.replace("Reef Snorkeling", "Reef Diving")

    same = upload(desk, out.data)
    other = upload(desk, changed.encode())
    new = upload(desk, b"name,category,price,duration,capacity\nBoat,Tours,10,1h,4\n")

    assert out.mimetype == "text/csv"
    assert (same.status_code, same.get_json()["unchanged"]) == (200, 1)
    assert other.get_json()["updated"] == 1
    assert (new.status_code, new.get_json()["created"]) == (201, 1)
    as_json = desk.get("/staff/activities/export/?format=json")
    assert len(as_json.get_json()) == 2


def test_bad_rows_are_named_and_stop_the_others(desk: Visitor):
    content = b"name,category,price,duration,capacity\nBoat,Tours,10,1h,4\nCar,Tours,ten,1h,4\n"

    refused = upload(desk, content).get_json()
    taken = upload(desk, content, skip_bad="true").get_json()

    assert (refused["written"], refused["created"]) == (False, 1)
    assert [(one["line"], one["column"]) for one in refused["bad"]] == [(3, "price")]
    assert (taken["written"], taken["created"]) == (True, 1)
    assert error(upload(desk, b"PK\x03\x04")) == (400, "VALIDATION_ERROR")


def upload(desk: Visitor, content: bytes, **more: str):
    file = (io.BytesIO(content), "../../catalogue.csv")
    return desk.call("POST", "/staff/activities/import/", data={"file": file, **more})


@pytest.mark.parametrize(
    ("method", "ending", "body"),
    [
        ("GET", "", None),
        ("POST", "", NEW),
        ("GET", "reef-snorkeling/", None),
        ("PATCH", "reef-snorkeling/", {}),
        ("DELETE", "reef-snorkeling/", None),
        ("POST", "reef-snorkeling/images/", None),
        ("POST", "import/", None),
        ("GET", "export/", None),
    ],
)
def test_the_catalogue_is_edited_by_staff_alone(
    anybody: Visitor, guest: Visitor, method: str, ending: str, body: Any
):
    there = f"/staff/activities/{ending}"

    assert error(anybody.call(method, there, json=body)) == (401, "AUTH_REQUIRED")
    assert error(guest.call(method, there, json=body)) == (403, "FORBIDDEN")
