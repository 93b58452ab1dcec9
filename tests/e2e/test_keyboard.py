"""Everything without a mouse and without a finger."""

import re

from playwright.sync_api import Page, expect

OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"


def test_the_first_key_skips_to_the_content(page: Page):
    page.goto("/activities")
    page.get_by_role("heading", level=1).wait_for()

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_a_time_is_found_and_held_by_keys_alone(page: Page):
    page.goto("/activities/sunrise-yoga")
    page.get_by_role("heading", level=1).wait_for()
    day = page.get_by_role("button", name=re.compile(": free$")).nth(2)
    day.focus()
    page.keyboard.press("Enter")
    expect(day).to_have_attribute("aria-pressed", "true")  # before, it is another day
    time = page.get_by_role("button", name=re.compile("places? left")).first
    time.focus()
    page.keyboard.press("Space")
    expect(time).to_have_attribute("aria-pressed", "true")

    hold = page.get_by_role("button", name="Hold my place")
    _tab_to(page, "Hold my place")
    expect(hold).to_be_focused()
    assert page.evaluate(OUTLINE) != "none"
    page.keyboard.press("Enter")

    page.wait_for_url("**/login")


def test_a_dialog_keeps_the_focus_until_it_is_closed(page: Page):
    page.goto("/activities")
    filters = page.get_by_role("button", name="Filters")
    filters.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()

    for _ in range(15):
        page.keyboard.press("Tab")
        assert dialog.evaluate("(it) => it.contains(document.activeElement)")
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(filters).to_be_focused()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in (page.evaluate("document.activeElement.innerText") or ""):
            return
    raise AssertionError(f"no key leads to {name!r}")
