"""A real Chromium: where it is, and what its pages may not do."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    ViewportSize,
)

VARIABLE = "CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL_PHONE: ViewportSize = {"width": 360, "height": 640}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PATIENCE_MS = 15_000  # processors are shared, in tests and elsewhere
# What the browser itself says of every answer from 400 on; refusals are no faults.
ABOUT_ANSWERS = "Failed to load resource"


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome; None where there is none."""
    told = os.environ.get(VARIABLE)
    if told:
        return told
    return next((path for path in map(shutil.which, NAMES) if path), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start the browser at `path`, without a window."""
    # As root, as in most containers, Chromium only starts without its sandbox.
    return playwright.chromium.launch(
        executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
    )


@dataclass(frozen=True, slots=True)
class Window:
    """A browser of one person, with all that went wrong in its pages."""

    context: BrowserContext
    faults: list[str] = field(default_factory=list)

    def page(self) -> Page:
        """Open another page in it."""
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE_MS)

        def note(message: ConsoleMessage) -> None:
            if message.type == "error" and ABOUT_ANSWERS not in message.text:
                self.faults.append(message.text)

        page.on("console", note)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page


def open_window(
    browser: Browser,
    url: str,
    *,
    size: ViewportSize = PHONE,
    theme: str = "light",
    still: bool = True,
) -> Window:
    """Open a window of a person who was never here; without a `size` on a phone."""
    is_phone = size["width"] < 1000
    context = browser.new_context(
        base_url=url,
        viewport=size,
        has_touch=is_phone,
        is_mobile=is_phone,
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce" if still else "no-preference",
        locale="en-US",
        timezone_id="America/Cancun",
    )
    return Window(context)


def axe_script(root: Path) -> str:
    """Return the accessibility checker that came with the web app's packages."""
    return (root / "apps/web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
