"""What a first visit costs: bytes that come over the wire, and content that jumps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize

from tests.e2e.chromium import DESKTOP, PHONE, Window
from tests.e2e.measures import measured, observe
from tests.e2e.sights import SIGHTS, Sight, settle

MOST_BYTES = {"script": 230_000, "style": 25_000, "image": 300_000}  # script: a route as well
MOST_SHIFT = 0.05
READS = """() => performance.getEntriesByType("resource")
  .filter((it) => it.name.includes("/api/v1/"))
  .map((it) => [it.name, it.initiatorType])"""
FIRST_READS = {"home": 2, "activities": 2, "activity": 1}
FIRST = [sight for sight in SIGHTS if sight.name in FIRST_READS]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("sight", FIRST, ids=lambda sight: sight.name)
def test_a_first_visit_is_light_and_steady(
    window: Callable[..., Window], sight: Sight, size: ViewportSize
):
    visitor = window(size=size, still=False)
    observe(visitor.context)
    page = visitor.page()

    page.goto(sight.path)
    settle(page)

    seen = measured(page)
    weights = seen.bytes_by_kind
    too_heavy = {
        kind: weights[kind] for kind, most in MOST_BYTES.items() if weights.get(kind, 0) > most
    }
    assert too_heavy == {}
    assert seen.layout_shift <= MOST_SHIFT, seen.shifted


@pytest.mark.parametrize("sight", FIRST, ids=lambda sight: sight.name)
def test_what_a_page_asks_for_first_is_asked_once_and_before_the_app_runs(
    window: Callable[..., Window], sight: Sight
):
    page = window(still=False).page()

    page.goto(sight.path)
    settle(page)

    asked = page.evaluate(READS)
    first = [name for name, by in asked if by == "link"]
    assert len(first) == FIRST_READS[sight.name]
    everything = [name for name, _ in asked]
    assert [everything.count(name) for name in first] == [1] * len(first)
