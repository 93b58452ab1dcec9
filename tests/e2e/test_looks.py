"""Every page, in both themes: readable by everybody, and at rest."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.e2e.chromium import DESKTOP, PHONE, SMALL_PHONE, axe_script
from tests.e2e.served import Served, new_phone
from tests.e2e.sights import (
    SIGHTS,
    Known,
    Sight,
    known_at_the_desk,
    known_guest,
    looking_at,
    settle,
)

ROOT = Path(__file__).parents[2]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAST_TARGET = 44  # CSS pixels

SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    "a, button, input:not([type=hidden]), select, textarea, [role=button], [role=tab]"
  )]
  .filter((it) => it.checkVisibility())
  .filter((it) => !it.closest("p, [aria-hidden=true], .sr-only"))
  .map((it) => {
    // The link of a card takes taps on all of the card.
    const isWide = getComputedStyle(it, "::after").position === "absolute";
    const box = isWide ? it.closest("article, li, section") : it.closest("label");
    return [it, (box ?? it).getBoundingClientRect()];
  })
  .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < least - 0.5)
  .map(([it, box]) => `${it.outerHTML.slice(0, 120)} ${box.width}x${box.height}`)
"""

SIDEWAYS = """() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((it) => it.getBoundingClientRect().right > clientWidth + 1)
    .map((it) => it.outerHTML.slice(0, 120))
    .slice(-3);
}"""
LARGE_LETTERS = "document.documentElement.style.setProperty('font-size', '200%')"

every_sight = pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
Look = Callable[..., Any]


@pytest.fixture(scope="module")
def known(served: Served, desk_token: str) -> Known:
    """A guest with bookings of each kind, whom the desk knows."""
    phone = new_phone()
    return known_at_the_desk(served, known_guest(served, phone), phone, desk_token=desk_token)


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
@pytest.mark.parametrize(
    ("theme", "size"), [("light", PHONE), ("dark", DESKTOP)], ids=["light", "dark"]
)
def test_nothing_bars_anybody_from_a_page(
    look: Look, axe: str, sight: Sight, theme: str, size: ViewportSize
):
    with look(sight, theme=theme, size=size) as page:
        assert _violations(page, axe) == []


@every_sight
def test_a_page_fits_a_small_phone_and_large_letters(look: Look, sight: Sight):
    with look(sight, size=SMALL_PHONE) as page:
        too_small = _small_targets(page)
        beside = _sideways(page)
        page.evaluate(LARGE_LETTERS)
        settle(page)
        beside_large = _sideways(page)

    assert too_small == []
    assert (beside, beside_large) == ([], [])


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


def _sideways(page: Page) -> list[str]:
    """Return what makes the page wider than its window."""
    found: list[str] = page.evaluate(SIDEWAYS)
    return found


def _small_targets(page: Page) -> list[str]:
    """Return what can be tapped but is too small for a thumb; links within a text may be."""
    found: list[str] = page.evaluate(SMALL_TARGETS, LEAST_TARGET)
    return found
