"""Two doors, one booking: what is said in the chat and what is tapped on the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import SMALL_PHONE, Window
from tests.e2e.guest import SOON_MS, Guest
from tests.e2e.served import Served
from tests.e2e.sights import hold

ON_SCREEN = """(it) => {
  const box = it.getBoundingClientRect();
  const bar = document.querySelector("nav[aria-label=Tabs]")?.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= (bar?.top ?? innerHeight);
}"""


@pytest.fixture
def guest(page: Page, served: Served, phone: str) -> Guest:
    """Somebody with WhatsApp."""
    return Guest(page, served, phone)


@pytest.fixture
def small_page(window: Callable[..., Window]) -> Page:
    """The browser inside WhatsApp, on a small phone."""
    return window(size=SMALL_PHONE).page()


def test_a_hold_of_the_chat_is_confirmed_with_one_tap_on_the_page(
    small_page: Page, served: Served, phone: str
):
    guest = Guest(small_page, served, phone)
    link = served.link_after(phone, "jet skiing tomorrow at 2pm for 2")
    told = len(served.chat_of(phone))

    small_page.goto(link)
    reference = guest.booking_on_the_page()
    confirm = guest.button("Confirm booking")
    expect(confirm).to_be_visible()
    for words in ("Jet Skiing", "2:00", "$160", " left"):
        shown = small_page.get_by_role("main").get_by_text(words).first
        assert shown.evaluate(ON_SCREEN), words
    assert confirm.evaluate(ON_SCREEN)
    assert "token" not in small_page.url
    confirm.click()

    guest.expects("Confirmed")
    served.await_message(
        phone, rf"(?is)confirmed.*{reference[:4]}|{reference[:4]}.*confirmed", after=told
    )


def test_a_link_that_was_used_leads_to_the_code_and_then_to_the_booking(
    guest: Guest, window: Callable[..., Window], served: Served, phone: str
):
    link = served.link_after(phone, "parasailing tomorrow at 11am for 2")
    guest.page.goto(link)
    reference = guest.booking_on_the_page()

    elsewhere = Guest(window().page(), served, phone)
    elsewhere.opens(link)
    elsewhere.expects("This link has been used")
    elsewhere.page.get_by_role("link", name="Sign in with a code").click()
    elsewhere.signs_in()

    assert elsewhere.booking_on_the_page() == reference


def test_what_is_booked_by_chat_shows_on_an_open_page(guest: Guest):
    guest.is_signed_in()
    guest.opens("/bookings")
    guest.expects("Nothing booked yet")

    guest.served.say(guest.phone, "parasailing tomorrow at 9am for 1")
    guest.expects("Parasailing", within_ms=SOON_MS)
    guest.served.say(guest.phone, "yes")

    guest.expects("Confirmed", within_ms=SOON_MS)


def test_what_is_cancelled_elsewhere_shows_in_both_tabs(guest: Guest, served: Served):
    token = guest.is_signed_in()
    booking = hold(served, token, "salsa-on-the-terrace")
    guest.opens(f"/bookings/{booking['reference']}")
    tab = Guest(guest.page.context.new_page(), served, guest.phone)
    tab.opens("/bookings")
    tab.expects("Waiting for your yes")

    served.as_guest(token, f"/bookings/{booking['id']}/confirm/", {})

    guest.expects("Confirmed", within_ms=SOON_MS)
    expect(tab.page.get_by_text("Waiting for your yes")).to_be_hidden(timeout=SOON_MS)
