"""Every page, in both themes: readable by everybody, and at rest."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.chromium import DESKTOP, PHONE, SMALL_PHONE, axe_script
from tests.e2e.served import Served, new_phone
from tests.e2e.sights import SIGHTS, Known, Sight, known_guest, looking_at

ROOT = Path(__file__).parents[2]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAST_TARGET = 44  # CSS pixels

SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    "a, button, input:not([type=hidden]), select, textarea, [role=button], [role=tab]"
  )]
  .filter((it) => it.checkVisibility())
  .filter((it) => !it.closest("p, [aria-hidden=true], .sr-only"))
  .map((it) => [it, (it.closest("label") ?? it).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < least - 0.5)
  .map(([it, box]) => `${it.outerHTML.slice(0, 120)} ${box.width}x${box.height}`)
"""

every_sight = pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
Look = Callable[..., Any]


@pytest.fixture(scope="module")
def known(served: Served) -> Known:
    """A guest with bookings of each kind."""
    return known_guest(served, new_phone())


@pytest.fixture(scope="module")
def axe() -> str:
    """The accessibility checker."""
    return axe_script(ROOT)


@pytest.fixture
def look(browser: Browser, served: Served, known: Known) -> Look:
    """Open a page in a window of its own."""

    def at(sight: Sight, **how: Any) -> Any:
        return looking_at(sight, browser, served, known, **how)

    return at


@every_sight
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_bars_anybody_from_a_page(
    look: Look, axe: str, sight: Sight, theme: str, size: dict[str, int]
):
    with look(sight, theme=theme, size=size) as page:
        assert _violations(page, axe) == []


@every_sight
def test_a_page_fits_a_small_phone(look: Look, sight: Sight):
    with look(sight, size=SMALL_PHONE) as page:
        assert _sideways(page) == 0
        assert _small_targets(page) == []


@every_sight
def test_a_page_can_be_read_at_twice_the_size(look: Look, sight: Sight):
    with look(sight, size={"width": 720, "height": 900}) as page:
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert _sideways(page) == 0


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate(
        "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", STANDARDS
    )
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _sideways(page: Page) -> int:
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(script))


def _small_targets(page: Page) -> list[str]:
    """Return what can be tapped but is too small for a thumb; links within a text may be."""
    found: list[str] = page.evaluate(SMALL_TARGETS, LEAST_TARGET)
    return found
