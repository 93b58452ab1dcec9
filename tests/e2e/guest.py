"""A guest at a page: what people do there, by the words that they read."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e.served import Served

SOON_MS = 2_000  # what any door changes shows on an open page within this time


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a phone number, in front of a page."""

    page: Page
    served: Served
    phone: str

    def opens(self, path: str) -> None:
        """Come by an address."""
        self.page.goto(path)
        self.page.get_by_role("heading", level=1).first.wait_for()

    def picks_a_time(self) -> str:
        """Choose the first free day and its first free time; return what the time is called."""
        times = self.free_times()
        if not times.count():
            self.page.get_by_role("button", name="Show the next free day").click()
        times.first.wait_for()
        chosen = times.first
        chosen.click()
        return str(chosen.inner_text()).splitlines()[0]

    def free_times(self) -> Locator:
        """The times of the chosen day that can be had."""
        times = self.page.get_by_role("radiogroup", name="Time").get_by_role("radio")
        return times.and_(self.page.locator(":enabled"))

    def holds(self) -> None:
        """Tap the one button that the page is about."""
        self.page.get_by_role("button", name="Hold my place").click()

    def signs_in(self) -> None:
        """Ask for a code, and type the one that comes by WhatsApp."""
        before = len(self.served.chat_of(self.phone))
        self.page.get_by_role("combobox", name="Country").select_option("US")
        self.page.get_by_role("textbox", name="Phone number").fill(self.phone)
        self.page.get_by_role("button", name="Send me a code").click()
        code = self.page.get_by_role("textbox", name="Six-digit code")
        code.wait_for()
        code.fill(self.served.code_for(self.phone, after=before))
        self.page.wait_for_url(re.compile(r"/(?!login)"))

    def expects_toast(self, words: str) -> None:
        """Wait for a short notice."""
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_visible()
