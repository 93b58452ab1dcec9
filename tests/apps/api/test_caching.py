"""Answers that may be kept: tags, not modified, compression."""

import gzip
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container
from resortbook.domain.errors import SlotUnavailable
from resortbook_api.broadcast import Broadcast
from resortbook_api.current import EXTENSION, House
from resortbook_api.metrics import Metrics
from tests.apps.api.visitors import Visitor
from tests.builders import TOMORROW
from tests.resort_fixtures import Given, MovableClock

TAGGED = [
    "/activities/",
    "/activities/search/?q=jet",
    "/activities/categories/",
    "/activities/jet-skiing/",
    "/activities/jet-skiing/availability/",
    "//openapi.json",
]


@pytest.mark.parametrize("path", TAGGED)
def test_what_has_not_changed_is_not_sent_again(anybody: Visitor, given: Given, path: str):
    given.activity()
    first = anybody.get(path)
    tag = first.headers["ETag"]

    for shown in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = anybody.get(path, headers={"If-None-Match": shown})

        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert not tag.startswith("W/")


@pytest.mark.parametrize("shown", ['"other"', "nonsense", '"', "", "W/"])
def test_another_tag_gets_the_whole_answer(anybody: Visitor, given: Given, shown: str):
    given.activity()

    answer = anybody.get("/activities/", headers={"If-None-Match": shown})

    assert answer.status_code == 200
    assert len(answer.get_json()["items"]) == 1


def test_a_tag_changes_with_the_answer(anybody: Visitor, given: Given):
    given.activity()
    slot = given.slot(given.activity("Boat"))
    before = anybody.get("/activities/boat/availability/")

    given.hold(slot)
    after = anybody.get("/activities/boat/availability/")
    cut = anybody.get("/activities/boat/?fields=id")

    assert before.headers["ETag"] != after.headers["ETag"]
    assert cut.headers["ETag"] != anybody.get("/activities/boat/").headers["ETag"]


def test_a_list_is_made_anew_once_it_has_changed(
    anybody: Visitor, given: Given, resort: Resort
):
    given.activity()
    first = anybody.get("/activities/")
    before = statements(resort)

    again = anybody.get("/activities/")
    asked = statements(resort) - before
    given.activity("Boat")

    assert again.data == first.data
    assert asked == 0
    assert len(anybody.get("/activities/").get_json()["items"]) == 2


@pytest.fixture
def two_processes(
    sqlite_url: str, redis_url: str, open_container: Callable[..., Container], one_app: Flask
) -> Iterator[tuple[Given, Callable[[str], Any]]]:
    """One process that writes, and what another one answers; both share a Redis."""
    writing = open_container(sqlite_url, REDIS_URL=redis_url)
    reading = open_container(sqlite_url, REDIS_URL=redis_url)
    settings = reading.settings()
    one_app.extensions[EXTENSION] = House(
        resort=reading.resort(),
        settings=settings,
        broadcast=Broadcast(resort=reading.resort(), most=1),
        metrics=Metrics(reading.resort(), shows_house=True),
    )
    client = one_app.test_client()
    yield Given(writing), lambda path: client.get(f"/api/v1{path}").get_json()


def test_another_process_shows_a_change_at_once(
    two_processes: tuple[Given, Callable[[str], Any]],
):
    given, read = two_processes
    slot = given.slot(given.activity(capacity_per_slot=2))
    times = "/activities/jet-skiing/availability/"
    offers = "/activities/?include=next_slots"

    before = (read(times)["slots"][0]["seats_left"], len(read(offers)["items"]))
    given.hold(slot)
    given.activity("Boat")
    after = (read(times)["slots"][0]["seats_left"], len(read(offers)["items"]))

    assert (before, after) == ((2, 1), (1, 2))


def test_the_seats_of_a_hold_that_ran_out_are_shown_though_availability_is_kept(
    two_processes: tuple[Given, Callable[[str], Any]], clock: MovableClock
):
    given, read = two_processes
    given.hold(given.slot(given.activity(capacity_per_slot=2)))
    path = "/activities/jet-skiing/availability/"

    held = read(path)["slots"][0]["seats_left"]
    clock.advance(minutes=30)

    assert (held, read(path)["slots"][0]["seats_left"]) == (1, 2)


def test_what_is_kept_never_decides_a_booking(
    two_processes: tuple[Given, Callable[[str], Any]],
):
    given, read = two_processes
    slot = given.slot(given.activity(capacity_per_slot=1))
    path = "/activities/jet-skiing/availability/"
    shown = read(path)["slots"][0]["seats_left"]

    # A change that nobody hears of: what is kept is wrong now.
    given.close(slot)
    still_shown = read(path)["slots"][0]["is_available"]

    with pytest.raises(SlotUnavailable):
        given.hold(slot)
    assert (shown, still_shown) == (1, True)


def test_what_depends_on_free_seats_is_read_every_time(anybody: Visitor, given: Given):
    slot = given.slot(given.activity(capacity_per_slot=1))
    paths = [
        f"/activities/?date={TOMORROW.date()}",
        "/activities/?participants=1&date=2026-10-16",
        "/activities/?include=next_slots&fields=next_slots",
    ]
    before = [anybody.get(path).data for path in paths]

    given.hold(slot)

    assert all(anybody.get(path).data != was for path, was in zip(paths, before, strict=True))


@pytest.mark.parametrize("accepted", ["gzip", "br", "zstd"])
def test_answers_over_a_kilobyte_are_compressed(anybody: Visitor, given: Given, accepted: str):
    given.activity(description="Waves and wind. " * 100)

    answer = anybody.get("/activities/?fields=description", headers={"Accept-Encoding": ""})
    packed = _packed(anybody, "/activities/?fields=description", accepted)

    assert "Content-Encoding" not in answer.headers
    assert packed.headers["Content-Encoding"] == accepted
    assert len(packed.data) < len(answer.data) / 4
    assert "Accept-Encoding" in packed.headers["Vary"]
    if accepted == "gzip":
        assert gzip.decompress(packed.data) == answer.data


def test_a_compressed_answer_is_not_sent_again_either(anybody: Visitor, given: Given):
    given.activity(description="Waves and wind. " * 100)
    tag = _packed(anybody, "/activities/", "gzip").headers["ETag"]

    again = _packed(anybody, "/activities/", "gzip", tag)

    assert (again.status_code, again.data) == (304, b"")


def test_small_answers_are_sent_as_they_are(anybody: Visitor):
    assert "Content-Encoding" not in _packed(anybody, "/activities/", "gzip").headers


def _packed(visitor: Visitor, path: str, accepted: str, tag: str = ""):
    # Not through the visitor, who would read JSON in it.
    client = visitor.app.test_client()
    headers = {"Accept-Encoding": accepted, **({"If-None-Match": tag} if tag else {})}
    return client.get(f"/api/v1{path}", headers=headers)


def statements(resort: Resort) -> int:
    page = resort.meters.page().decode()
    counts = re.findall(r"^resortbook_statement_seconds_count\S* (\S+)$", page, re.MULTILINE)
    return int(sum(map(float, counts)))
