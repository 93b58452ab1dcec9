import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from resortbook_api.web import FOLDER
from tests.e2e.chromium import Window, find_chromium, launch, open_window
from tests.e2e.desk import ADMIN
from tests.e2e.served import Served, new_phone, serving

HERE = Path(__file__).parent
WITHOUT_BROWSER = "RESORTBOOK_TEST_WITHOUT_BROWSER"
PageMaker = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser to one worker: there is one, and one resort that it looks at."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = find_chromium()
    if path is None or os.environ.get(WITHOUT_BROWSER) == "1":
        go_without("no Chromium: `scripts/chromium` says how to get one")
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo's resort, served with the web app."""
    if not (FOLDER / "index.html").is_file():
        go_without("the web app is not built: `make web` builds it")
    with serving(tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture(scope="session")
def desk_token(served: Served) -> str:
    """What proves the demo's admin; codes are sent twice a minute at most."""
    return served.token_of(ADMIN)


@pytest.fixture
def window(browser: Browser, served: Served) -> Iterator[Callable[..., Window]]:
    """Open windows, each of somebody who was never here; nothing may go wrong in any."""
    opened: list[Window] = []

    def open_one(**how: Any) -> Window:
        opened.append(open_window(browser, served.url, **how))
        return opened[-1]

    yield open_one
    for one in opened:
        one.context.close()
    assert [fault for one in opened for fault in one.faults] == []


@pytest.fixture
def page(window: Callable[..., Window]) -> Page:
    """A page on the phone of a guest who was never here."""
    return window().page()


@pytest.fixture
def phone() -> str:
    """A number of this test's own."""
    return new_phone()


def go_without(reason: str) -> NoReturn:
    """Skip what needs a browser; not where everything has to run."""
    if os.environ.get("CI") and os.environ.get(WITHOUT_BROWSER) != "1":
        pytest.fail(reason)
    pytest.skip(reason)
