"""Take a picture of every page: `python -m tests.e2e.screenshots [FOLDER [NAME…]]`.

On a phone and on a desktop, light and dark: `FOLDER/home-390-light.png`. The folder is
`.cache/screenshots` where none is given.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.chromium import DESKTOP, PHONE, VARIABLE, find_chromium, launch
from tests.e2e.desk import ADMIN
from tests.e2e.served import new_phone, serving
from tests.e2e.sights import SIGHTS, known_at_the_desk, known_guest, looking_at, settle

SIZES = (PHONE, DESKTOP)
THEMES = ("light", "dark")
DOWN_AND_UP = """async () => {
  const step = innerHeight / 2;
  for (let y = 0; y < document.body.scrollHeight; y += step) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 60));
  }
  scrollTo(0, 0);
}"""


def take(folder: Path, wanted: Sequence[str]) -> None:
    """Take the pictures of the pages that are wanted; of all where none is named."""
    path = find_chromium()
    if path is None:
        sys.exit(f"There is no Chromium: install one, or name it in {VARIABLE}.")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        serving(Path(home)) as served,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright, path)
        phone = new_phone()
        known = known_at_the_desk(
            served, known_guest(served, phone), phone, desk_token=served.token_of(ADMIN)
        )
        for sight in SIGHTS:
            if wanted and sight.name not in wanted:
                continue
            for size in SIZES:
                for theme in THEMES:
                    name = f"{sight.name}-{size['width']}-{theme}.png"
                    with looking_at(
                        sight, browser, served, known, size=size, theme=theme
                    ) as page:
                        _picture(page, folder / name)
                    print(folder / name)
        browser.close()


def _picture(page: Page, path: Path) -> None:
    # What is below the first view is loaded when it comes near.
    page.evaluate(DOWN_AND_UP)
    settle(page)
    # The window is made as tall as the page: bars stick to its edges, not to the middle.
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.evaluate("innerWidth"), "height": height})
    settle(page)
    page.screenshot(path=path)


if __name__ == "__main__":
    told = sys.argv[1:]
    take(Path(told[0]) if told else Path(".cache/screenshots"), told[1:])
