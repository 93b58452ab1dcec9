"""A guest at a page: what people do there, by the words that they read."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.served import Served
from tests.e2e.sights import sign_in

SOON_MS = 2_000  # what any door changes shows on an open page within this time
BOOKING = re.compile(r"/bookings/(?P<reference>[2-9A-HJ-NP-Z]{8})$")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a phone number, in front of a page."""

    page: Page
    served: Served
    phone: str

    def is_signed_in(self) -> str:
        """Have the session of an earlier visit; return what proves it elsewhere too."""
        token = self.served.token_of(self.phone)
        sign_in(self.page.context, self.served, token)
        return token

    def token(self) -> str:
        """What proves the guest, after a sign-in on the page."""
        return next(
            cookie["value"]
            for cookie in self.page.context.cookies()
            if cookie["name"] == "session"
        )

    def opens(self, path: str) -> None:
        """Come by an address."""
        self.page.goto(path)
        self.sees_a_page()

    def sees_a_page(self) -> None:
        """Wait until there is one to read."""
        self.page.get_by_role("heading", level=1).first.wait_for()

    def taps(self, name: str) -> None:
        """Tap the button of that name."""
        self.button(name).click()

    def button(self, name: str) -> Locator:
        """The button of exactly that name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def free_times(self) -> Locator:
        """The times of the chosen day that can be had."""
        return self.page.get_by_role("button", name=re.compile(r"[AP]M.*places? left"))

    def picks_a_time(self, *, after_days: int = 2) -> str:
        """Choose a free day and its first free time; return what the clock says then."""
        days = self.page.get_by_role("button", name=re.compile(": free$"))
        days.nth(after_days).click()
        first = self.free_times().first
        first.click()
        expect(first).to_have_attribute("aria-pressed", "true")
        clock = re.match(r"\d+:\d+ [AP]M", first.inner_text().replace("\u202f", " "))
        assert clock is not None
        return clock.group()

    def signs_in(self) -> None:
        """Ask for a code, and type the one that comes by WhatsApp."""
        before = len(self.served.chat_of(self.phone))
        self.page.get_by_label("Country").select_option("US")
        self.page.get_by_label("Phone number").fill(self.phone)
        self.taps("Send me a code")
        field = self.page.get_by_label("Six-digit code")
        field.wait_for()
        field.fill(self.served.code_for(self.phone, after=before))

    def booking_on_the_page(self) -> str:
        """Wait for the page of a booking; return its reference."""
        self.page.wait_for_url(BOOKING)
        self.sees_a_page()
        match = BOOKING.search(self.page.url)
        assert match is not None
        return match["reference"]

    def bookings(self, token: str) -> list[dict[str, Any]]:
        """What the resort has down for this guest, newest first."""
        items: list[dict[str, Any]] = self.served.as_guest(token, "/bookings/")["items"]
        return items

    def is_told(self, words: str, *, within_ms: int | None = None) -> None:
        """Wait until a notice says so: then it has been done, and not only foreseen."""
        notice = self.page.get_by_role("status").filter(has_text=words)
        expect(notice.first).to_be_visible(timeout=within_ms)

    def expects(self, words: str, *, within_ms: int | None = None) -> None:
        """Wait until words stand on the page."""
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=within_ms)
