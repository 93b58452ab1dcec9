"""Activities over HTTP: what a list shows, what is found, when there is room."""

from datetime import timedelta
from uuid import uuid4

import pytest

from resortbook.domain.activity import ActivityImage
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON, TOMORROW, a_rate
from tests.resort_fixtures import Given, MovableClock

ITEM = {
    "id", "slug", "name", "description", "category", "price", "currency", "price_per", "rates",
    "people_per_seat", "duration_minutes", "capacity_per_slot", "location", "meeting_point",
    "requirements", "bring", "min_age", "min_party", "max_party", "arrive_minutes_before",
    "booking_cutoff_minutes", "cancellation_deadline_hours", "is_active", "images", "metadata",
    "created_at", "updated_at",
}  # fmt: skip

NOBODY = "01a20c83-bfbb-7780-a1ce-359c31626682"


def names(answer) -> list[str]:
    return [item["name"] for item in answer.get_json()["items"]]


def test_an_activity_is_shown_with_everything_about_it(anybody: Visitor, given: Given):
    image = ActivityImage(id=uuid4(), url="/media/jet.jpg", alt_text="A jet ski", order=1)
    rates = (
        a_rate("adult", "80", min_age=16),
        a_rate("infant", "0", max_age=3, takes_seat=False),
    )
    given.activity(images=(image,), rates=rates, metadata={"difficulty": "easy"})

    shown = anybody.get("/activities/jet-skiing/").get_json()

    assert set(shown) == ITEM
    assert shown["price"] == "80.00"
    assert shown["rates"][1] == {
        "code": "infant", "label": "Infant", "price": "0.00", "min_age": None, "max_age": 3,
        "takes_seat": False,
    }  # fmt: skip
    assert shown["images"] == [
        {
            "url": "http://127.0.0.1:8000/media/jet.jpg",
            "alt_text": "A jet ski",
            "is_primary": False,
            "order": 1,
        }
    ]
    assert shown["created_at"] == "2026-10-15T17:00:00Z"
    assert shown["metadata"] == {"difficulty": "easy"}


def test_an_activity_is_found_by_id_and_by_slug(anybody: Visitor, given: Given):
    activity = given.activity()

    by_id = anybody.get(f"/activities/{activity.id}/")
    by_slug = anybody.get("/activities/jet-skiing")

    assert by_id.get_json() == by_slug.get_json()


@pytest.mark.parametrize("key", ["unknown", NOBODY, "7", "sleeping", "%F0%9F%8F%84", "%00"])
def test_what_is_not_on_offer_is_not_there(anybody: Visitor, given: Given, key: str):
    given.activity("Sleeping", is_active=False)

    one = anybody.get(f"/activities/{key}/")
    availability = anybody.get(f"/activities/{key}/availability/")

    assert error(one) == error(availability) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Art", "Boat", "Climb"]),
        ("?sort=price", ["Climb", "Boat", "Art"]),
        ("?sort=-price", ["Art", "Boat", "Climb"]),
        ("?sort=newest&limit=1", ["Climb"]),
        ("?category=nature", ["Climb"]),
        ("?category=unknown", []),
        ("?q=oA", ["Boat"]),
        ("?min_price=50", ["Art", "Boat"]),
        ("?max_price=50.00", ["Boat", "Climb"]),
        ("?min_price=45&max_price=55.5", ["Boat"]),
        ("?participants=5", ["Art", "Climb"]),
        ("?date=2026-10-16", ["Boat"]),
        ("?date=2026-10-16&participants=4", []),
        ("?date=0001-01-01", []),
        ("?date=9999-12-31", []),
    ],
)
def test_the_list_is_filtered_and_sorted(
    anybody: Visitor, given: Given, query: str, found: list[str]
):
    given.activity("Art", rates=(a_rate(price="99"),))
    boat = given.activity("Boat", rates=(a_rate(price="50"),), capacity_per_slot=3)
    given.slot(boat)
    later = NOON + timedelta(seconds=1)
    given.activity("Climb", rates=(a_rate(price="20"),), category="nature", created_at=later)

    answer = anybody.get(f"/activities/{query}")

    assert names(answer) == found


def test_a_list_is_read_page_by_page(anybody: Visitor, given: Given):
    for name in ("Art", "Boat", "Climb"):
        given.activity(name)

    first = anybody.get("/activities/?limit=2")
    cursor = first.get_json()["next_cursor"]
    second = anybody.get(f"/activities/?limit=2&cursor={cursor}")

    assert names(first) + names(second) == ["Art", "Boat", "Climb"]
    assert second.get_json()["next_cursor"] is None


def test_the_search_is_a_list_with_pages_too(anybody: Visitor, given: Given):
    for name in ("Snorkeling", "Snorkeling Tour", "Yoga"):
        given.activity(name)

    first = anybody.get("/activities/search/?q=snorkling&limit=1")
    cursor = first.get_json()["next_cursor"]
    second = anybody.get(f"/activities/search/?q=snorkling&limit=1&cursor={cursor}")

    assert sorted(names(first) + names(second)) == ["Snorkeling", "Snorkeling Tour"]
    assert second.get_json()["next_cursor"] is None


def test_a_list_may_show_each_next_free_times(anybody: Visitor, given: Given):
    activity = given.activity(capacity_per_slot=2)
    slots = [given.slot(activity, NOON + timedelta(hours=hour)) for hour in range(1, 6)]
    given.hold(slots[0], party=1)

    alone = anybody.get("/activities/?include=next_slots").get_json()["items"][0]
    together = anybody.get("/activities/?include=next_slots&participants=2&fields=id")

    assert [one["id"] for one in alone["next_slots"]] == [str(slot.id) for slot in slots[:3]]
    assert alone["next_slots"][0]["seats_left"] == 1
    assert set(together.get_json()["items"][0]) == {"id", "next_slots"}
    told = together.get_json()["items"][0]["next_slots"]
    assert [one["id"] for one in told] == [str(slot.id) for slot in slots[1:4]]


def test_an_answer_shows_the_wanted_fields_alone(anybody: Visitor, given: Given):
    activity = given.activity()
    given.slot(activity)

    item = anybody.get("/activities/?fields=id,name").get_json()["items"][0]
    one = anybody.get("/activities/jet-skiing/?fields=price").get_json()
    found = anybody.get("/activities/search/?q=jet&fields=slug").get_json()["items"][0]
    slots = anybody.get("/activities/jet-skiing/availability/?fields=id,reason").get_json()

    assert set(item) == {"id", "name"}
    assert one == {"price": "80.00"}
    assert found == {"slug": "jet-skiing"}
    assert set(slots) == {"activity_id", "timezone", "slots"}
    assert set(slots["slots"][0]) == {"id", "reason"}


def test_an_unknown_field_is_refused_and_the_known_ones_are_told(anybody: Visitor):
    answer = anybody.get("/activities/?fields=id,colour")

    assert error(answer) == (400, "VALIDATION_ERROR")
    told = details(answer)["fields"]["fields"][0]
    assert "colour" in told
    assert "meeting_point" in told


def test_categories_are_counted(anybody: Visitor, given: Given):
    given.activity("Boat")
    given.activity("Sail")
    given.activity("Climb", category="nature", is_active=False)

    answer = anybody.get("/activities/categories/")

    assert answer.get_json() == {
        "items": [{"code": "watersports", "label": "Watersports", "activity_count": 2}]
    }


def test_availability_says_what_a_party_can_have_and_why_not(
    anybody: Visitor, given: Given, clock: MovableClock
):
    activity = given.activity(capacity_per_slot=4, booking_cutoff_minutes=60)
    started = given.slot(activity, NOON - timedelta(minutes=1))
    cutoff = given.slot(activity, NOON + timedelta(minutes=30))
    sold_out = given.slot(activity, TOMORROW)
    given.hold(sold_out, party=3)
    closed = given.slot(activity, TOMORROW + timedelta(hours=1), is_available=False)
    free = given.slot(activity, TOMORROW + timedelta(days=5))
    beyond = given.slot(activity, TOMORROW + timedelta(days=6))

    shown = anybody.get(f"/activities/{activity.id}/availability/?participants=2").get_json()

    assert shown["activity_id"] == str(activity.id)
    assert shown["timezone"] == "America/Cancun"
    assert {one["id"]: one["reason"] for one in shown["slots"]} == {
        str(cutoff.id): "cutoff",
        str(sold_out.id): "sold_out",
        str(closed.id): "closed",
        str(free.id): None,
    }
    assert shown["slots"][1] == {
        "id": str(sold_out.id),
        "start_time": "2026-10-16T17:00:00Z",
        "end_time": "2026-10-16T17:30:00Z",
        "capacity": 4,
        "booked_count": 3,
        "seats_left": 1,
        "is_available": False,
        "reason": "sold_out",
    }
    assert str(started.id) not in str(shown)
    assert str(beyond.id) not in str(shown)


def test_seats_of_a_hold_that_ran_out_are_free(
    anybody: Visitor, given: Given, clock: MovableClock
):
    slot = given.slot(given.activity(capacity_per_slot=2))
    given.hold(slot, party=2)

    clock.advance(minutes=30)

    shown = anybody.get(f"/activities/{slot.activity_id}/availability/").get_json()["slots"][0]
    assert (shown["booked_count"], shown["seats_left"], shown["is_available"]) == (0, 2, True)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("date=2026-10-20", [20]),
        ("from=2026-10-16&to=2026-10-18", [16, 17, 18]),
        ("from=2026-10-19", [19, 20, 21, 22, 23, 24, 25]),
        ("to=2026-10-16", [15, 16]),
        ("", [15, 16, 17, 18, 19, 20, 21]),
        ("participants=10&date=2026-10-20", [20]),
    ],
)
def test_availability_is_asked_for_by_days_of_the_resort(
    anybody: Visitor, given: Given, query: str, days: list[int]
):
    activity = given.activity()
    late = NOON.replace(
        day=16, hour=4, minute=30
    )  # half past eleven at night of the day before
    for day in range(15):
        given.slot(activity, late + timedelta(days=day))

    shown = anybody.get(f"/activities/{activity.id}/availability/?{query}").get_json()

    assert [int(one["start_time"][8:10]) - 1 for one in shown["slots"]] == days


@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ("date=2026-10-20&from=2026-10-20", "VALIDATION_ERROR", "date"),
        ("date=2026-10-20&to=2026-10-20", "VALIDATION_ERROR", "date"),
        ("from=2026-10-20&to=2026-10-19", "INVALID_TIME", "to"),
        ("from=2026-10-01&to=2026-11-01", "INVALID_TIME", "to"),
        ("from=9999-12-31", "INVALID_TIME", "from"),
        ("participants=0", "VALIDATION_ERROR", "participants"),
    ],
)
def test_impossible_days_are_refused(
    anybody: Visitor, given: Given, query: str, code: str, field: str
):
    given.activity()

    answer = anybody.get(f"/activities/jet-skiing/availability/?{query}")

    assert error(answer) == (400, code)
    assert field in details(answer)["fields"]


def test_31_days_are_not_too_many(anybody: Visitor, given: Given):
    given.activity()

    answer = anybody.get("/activities/jet-skiing/availability/?from=2026-10-01&to=2026-10-31")

    assert answer.status_code == 200
