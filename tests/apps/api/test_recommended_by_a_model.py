"""Recommendations over HTTP where there is a model: it orders and quotes, and says nothing."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.apps.api.visitors import Visitor
from tests.fake_model import API_KEY, MODEL, broken, call, hang, say
from tests.resort_fixtures import Given

pytest_plugins = ["tests.fake_model.fixtures"]

ABOUT = {
    "Massage": "Warm stones for tired backs. A cup of cacao comes after.",
    "Body Ritual": "Cacao and honey from head to toe.",
    "Jet Skiing": "Fast, wet and loud.",
}


@pytest.fixture
def container(database_url, open_container, fake_model):
    """The parts of a resort with a model."""
    return open_container(
        database_url,
        OPENAI_API_KEY=API_KEY,
        OPENAI_BASE_URL=fake_model.base_url,
        OPENAI_MODEL=MODEL,
        OPENAI_TIMEOUT_SECONDS="1",
    )


@pytest.fixture
def island(given: Given):
    """Three activities that can be had soon."""
    for name, told in ABOUT.items():
        kind = "watersports" if name == "Jet Skiing" else "spa"
        given.slot(given.activity(name, category=kind, description=told))


@pytest.fixture
def fan(guest: Visitor, island) -> Visitor:
    """A guest who likes the spa."""
    guest.put("/preferences/", {"preferred_categories": ["spa"], "interests": "cacao"})
    return guest


def chosen(*picks):
    return call("choose", picks=[{"number": n, "sentence": said} for n, said in picks])


def names(told):
    return [one["activity"]["name"] for one in told["items"]]


def test_a_model_has_the_last_word_about_the_order_and_quotes_the_catalogue(fan, fake_model):
    fake_model.script([broken(500), chosen((2, 1), (1, 1))])
    by_rules = names(fan.get("/recommendations/").get_json())

    told = fan.get("/recommendations/?context=something+quiet").get_json()

    assert told["source"] == "ai"
    assert len(told["items"]) == 3
    scores = [one["score"] for one in told["items"]]
    assert scores == sorted(scores, reverse=True)
    assert names(told) == [by_rules[1], by_rules[0], by_rules[2]]
    for one in told["items"][:2]:
        quoted = one["reason"].split(" You like")[0]
        assert quoted in ABOUT[one["activity"]["name"]]
    assert fake_model.refusals == []


def test_the_same_is_not_asked_twice_and_what_is_said_of_it_asks_anew(fan, fake_model):
    fake_model.always(chosen((2, 0), (1, 0)))
    first = fan.get("/recommendations/").get_json()
    again = fan.get("/recommendations/").get_json()
    asked = len(fake_model.requests)

    best = first["items"][0]["activity"]["id"]
    fan.post("/recommendations/feedback/", {"activity_id": best, "helpful": False})
    fan.get("/recommendations/")

    assert names(again) == names(first)
    assert again["source"] == "ai"
    assert (asked, len(fake_model.requests)) == (1, 2)


@pytest.mark.parametrize(
    "failure",
    [
        broken(500),
        hang(3),
        say("Massage is free today!"),
        say(""),
        call("book", activity="Massage"),
        chosen((9, 1)),
        chosen((1, 7)),
        chosen((1, 0), (1, 0)),
        call("choose", picks=[{"number": True, "sentence": 0}]),
        call("choose", picks="all of them"),
        call("choose"),
    ],
)
def test_what_is_no_choice_is_answered_by_the_rules(fan, fake_model, failure):
    fake_model.always(failure)

    told = fan.get("/recommendations/").get_json()

    assert told["source"] == "rules"
    assert names(told)[0] in {"Massage", "Body Ritual"}
    assert "free today" not in json.dumps(told)


def test_a_slow_model_holds_up_two_at_most(fan, resort, given, fake_model):
    fake_model.always(hang(3))
    guests = [given.guest(None).id for _ in range(6)]

    def seconds(one):
        began = time.monotonic()
        advised = resort.advice.recommend(one, context="something quiet")
        assert len(advised.items) == 3
        return time.monotonic() - began

    with ThreadPoolExecutor(len(guests)) as pool:
        took = sorted(pool.map(seconds, guests))

    assert len(fake_model.requests) == 2
    assert took[3] < 1 <= took[4]


def test_nobody_is_asked_about_who_is_not_known(anybody, guest, island, fake_model):
    told = [who.get("/recommendations/").get_json() for who in (anybody, guest)]

    assert [one["source"] for one in told] == ["rules", "rules"]
    assert fake_model.requests == []


def test_the_model_is_told_what_the_guest_likes_and_nothing_of_who_that_is(fan, fake_model):
    fake_model.always(chosen((1, 0)))
    fan.get("/recommendations/")

    told = json.dumps(fake_model.requests[0].messages)
    assert "cacao" in told
    for secret in ("Maria", "Lopez", "204", "4155550123", str(fan.person.id)):
        assert secret not in told


def test_what_it_costs_is_counted_as_the_model_counts(fan, fake_model, container):
    fake_model.always(chosen((1, 0)))
    fan.get("/recommendations/")

    figures = container.resort().assistant.figures().usage
    assert figures.ever.tokens == fake_model.tokens > 0
    assert figures.outcomes == {"used": 1}
