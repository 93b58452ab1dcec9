"""How fast the web app is on a slow phone: `make bench-web`, or `python -m bench.web`.

A processor four times slower and slow 4G, an empty cache, each page three times, the median
counts. What is measured: when the largest thing is painted, and how long the slowest of some
taps and keys takes until the next paint.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.chromium import VARIABLE, find_chromium, launch, open_window
from tests.e2e.measures import Measured, measured, observe, slow_down
from tests.e2e.served import Served, new_phone, serving
from tests.e2e.sights import Known, Sight, known_guest, settle, sign_in

VISITS = 3
MOST_PAINT_MS = 2_500
MOST_INTERACTION_MS = 200
AT_REST_MS = 600


def _toggles_theme(page: Page) -> None:
    page.get_by_role("button", name="Switch to").first.click()


def _searches(page: Page) -> None:
    page.get_by_role("searchbox").first.press_sequentially("tour", delay=120)


def _chooses_a_day(page: Page) -> None:
    _toggles_theme(page)
    days = page.get_by_role("radiogroup", name="Day").get_by_role("radio")
    for number in range(1, min(4, days.count())):
        days.nth(number).click()


@dataclass(frozen=True, slots=True)
class Stop:
    """A page, and what somebody does on it."""

    sight: Sight
    act: Callable[[Page], None]


STOPS = (
    Stop(Sight("Home", "/"), _toggles_theme),
    Stop(Sight("Activities", "/activities"), _searches),
    Stop(Sight("Detail", "/activities/snorkeling-tour"), _chooses_a_day),
    Stop(Sight("Bookings", "/bookings", is_own=True), _toggles_theme),
)


def main() -> int:
    """Measure, tell, and return the status: 1 where a page is slower than it may be."""
    path = find_chromium()
    if path is None:
        print(f"There is no Chromium: install one, or name it in {VARIABLE}.", file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as home,
        serving(Path(home)) as served,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright, path)
        known = known_guest(served, new_phone())
        told = [_measure(stop, browser, served, known) for stop in STOPS]
        browser.close()
    return 0 if all(told) else 1


def _measure(stop: Stop, browser: Browser, served: Served, known: Known) -> bool:
    visits = [_visit(stop, browser, served, known) for _ in range(VISITS)]
    paint = statistics.median(visit.largest_paint for visit in visits)
    slowest = statistics.median(visit.slowest_interaction for visit in visits)
    is_well = paint <= MOST_PAINT_MS and slowest <= MOST_INTERACTION_MS
    print(
        f"{stop.sight.name:12} largest paint {paint:5.0f} ms of {MOST_PAINT_MS}, "
        f"slowest interaction {slowest:4.0f} ms of {MOST_INTERACTION_MS}"
        f"{'' if is_well else '  TOO SLOW'}"
    )
    return is_well


def _visit(stop: Stop, browser: Browser, served: Served, known: Known) -> Measured:
    window = open_window(browser, served.url, still=False)
    observe(window.context)
    if stop.sight.is_own:
        sign_in(window.context, served, known.token)
    page = window.page()
    slow_down(page)
    page.goto(stop.sight.path)
    settle(page)
    page.wait_for_timeout(AT_REST_MS)
    stop.act(page)
    page.wait_for_timeout(AT_REST_MS)
    told = measured(page)
    window.context.close()
    return told


if __name__ == "__main__":
    sys.exit(main())
