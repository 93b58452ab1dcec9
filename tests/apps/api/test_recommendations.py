"""Recommendations over HTTP."""

import pytest

from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given


def test_anybody_gets_recommendations(anybody: Visitor, given: Given):
    slot = given.slot()

    told = anybody.get("/recommendations/?limit=2").get_json()

    assert told["source"] == "rules"
    (one,) = told["items"]
    assert one["activity"]["id"] == str(slot.activity_id)
    assert one["next_slot"]["id"] == str(slot.id)
    assert 0 <= one["score"] <= 1
    assert one["reason"].endswith(".")


def test_an_occasion_narrows_them(anybody: Visitor, given: Given):
    given.slot(given.activity("Massage", category="spa"))
    given.slot(given.activity("Jet Skiing"))

    told = anybody.get("/recommendations/?context=a+spa+day+tomorrow").get_json()

    assert [one["activity"]["name"] for one in told["items"]] == ["Massage"]


def test_feedback_is_kept_and_changes_what_comes_next(guest: Visitor, given: Given):
    liked = given.activity("Massage", category="spa")
    other = given.activity("Jet Skiing")
    for activity in (liked, other):
        given.slot(activity)

    answer = guest.post(
        "/recommendations/feedback/",
        {"activity_id": str(liked.id), "helpful": True, "comment": "lovely 💆"},
    )

    assert answer.status_code == 201
    told = guest.get("/recommendations/").get_json()["items"]
    assert told[0]["activity"]["id"] == str(liked.id)


@pytest.mark.parametrize(
    ("query", "refused"),
    [("limit=0", 400), ("limit=21", 400), ("limit=x", 400), ("mood=good", 400)],
)
def test_a_bad_query_is_refused(anybody: Visitor, query: str, refused: int):
    assert anybody.get(f"/recommendations/?{query}").status_code == refused


def test_a_dead_token_is_told_and_not_taken_for_nobody(anybody: Visitor):
    answer = anybody.get("/recommendations/", headers={"Authorization": "Bearer gone"})

    assert answer.status_code == 401


@pytest.mark.parametrize(
    "body",
    [{}, {"activity_id": "x", "helpful": True}, {"helpful": 1}, {"helpful": True, "more": 1}],
)
def test_bad_feedback_is_refused(guest: Visitor, body: dict[str, object]):
    assert error(guest.post("/recommendations/feedback/", body)) == (400, "VALIDATION_ERROR")


def test_feedback_on_nothing_is_not_found_and_nobody_gives_any(
    guest: Visitor, anybody: Visitor
):
    said = {"activity_id": "01890000-0000-7000-8000-000000000000", "helpful": False}

    assert error(guest.post("/recommendations/feedback/", said)) == (404, "NOT_FOUND")
    assert error(anybody.post("/recommendations/feedback/", said)) == (401, "AUTH_REQUIRED")
