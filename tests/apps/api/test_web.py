"""The built web app as it is served: its files, its pages, and what stays with the API."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_api.app import close, create_app
from resortbook_api.web import PAGES as SERVED
from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor, error

ROOT = Path(__file__).parents[3]
SCRIPT = b"console.log('hello');\n" * 100
DOCUMENT = """<!doctype html>
<html lang="en"><head><title>Activities</title><script src="/theme.js"></script></head>
<body><div id="root"><p data-resort-name class="title"></p></div></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build as the bundler leaves it."""
    built = tmp_path / "web"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text(DOCUMENT)
    (built / "theme.js").write_text("document.title;")
    (built / "assets/index-a1b2c3.js").write_bytes(SCRIPT)
    (built / "assets/index-a1b2c3.js.gz").write_bytes(gzip.compress(SCRIPT))
    (built / "assets/font-d4e5f6.woff2").write_bytes(b"a font")
    return built


@pytest.fixture
def app(resort: Resort, settings: Settings, folder: Path) -> Iterator[Flask]:
    """The API of the resort under test, with the web app."""
    made = create_app(resort, settings, web_folder=folder)
    yield made
    close(made)


@pytest.fixture
def anybody(app: Flask, description: Description) -> Visitor:
    return Visitor(app, description)


PAGES = ["//", "//activities", "//activities/jet-skiing", "//bookings/", "//bookings/ABCD2345"]
PAGES += ["//login", "//link", "//profile"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_page_of_the_app_opens_by_its_own_address(
    anybody: Visitor, method: str, path: str
):
    page = anybody.call(method, path)

    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert ('<div id="root">' in page.text) is (method == "GET")


@pytest.mark.parametrize("path", ["//nowhere", "//activities/a/b", "//bookings/a/b/c"])
def test_an_address_that_leads_nowhere_shows_the_apps_own_page(anybody: Visitor, path: str):
    page = anybody.get(path)

    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert '<div id="root">' in page.text


NOT_PAGES = [
    "/nowhere/",
    "//api",
    "//api/v2/",
    "//docs/nowhere",
    "//media/nowhere.webp",
    "//simulator/nowhere",
    "//webhooks/nowhere",
    "//health/nowhere",
    "//assets/index-old.js",
    "//assets/..%2Findex.html",
]


@pytest.mark.parametrize("path", NOT_PAGES)
def test_programs_are_answered_in_json(anybody: Visitor, path: str):
    assert error(anybody.get(path)) == (404, "NOT_FOUND")


def test_nothing_can_be_sent_to_a_page(anybody: Visitor):
    assert error(anybody.post("//activities", {})) == (404, "NOT_FOUND")


def test_pages_take_scripts_and_styles_from_files_alone(anybody: Visitor):
    policy = anybody.get("//").headers["Content-Security-Policy"]

    told = dict(part.split(" ", 1) for part in policy.split("; "))
    assert told["default-src"] == "'none'"
    assert {told[kind] for kind in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert "unsafe" not in policy


def test_pages_are_asked_for_anew_and_mostly_unchanged(anybody: Visitor):
    first = anybody.get("//activities")
    again = anybody.get("//", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_named_by_its_content_is_kept_for_good(anybody: Visitor):
    for name in ("index-a1b2c3.js", "font-d4e5f6.woff2"):
        kept = anybody.get(f"//assets/{name}").headers["Cache-Control"]

        assert "immutable" in kept
        assert "max-age=31536000" in kept
    assert anybody.get("//theme.js").headers["Cache-Control"] == "no-cache"


def test_files_come_compressed_where_they_can_be_read_so(anybody: Visitor):
    path = "//assets/index-a1b2c3.js"
    small = anybody.get(path, headers={"Accept-Encoding": "gzip, deflate"})
    plain = anybody.get(path, headers={"Accept-Encoding": "identity"})
    head = anybody.call("HEAD", path, headers={"Accept-Encoding": "gzip"})

    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data == SCRIPT
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in small.headers["Vary"]
    assert head.headers["Content-Length"] == small.headers["Content-Length"]
    assert head.data == b""


def test_the_document_names_the_resort_without_letting_it_in(
    resort: Resort, settings: Settings, folder: Path, description: Description
):
    named = replace(resort, facts=replace(resort.facts, name='<b>"Palm" & Sea</b>'))
    app = create_app(named, settings, web_folder=folder)

    page = Visitor(app, description).get("//").text
    close(app)

    assert "<title>&lt;b&gt;&quot;Palm&quot; &amp; Sea&lt;/b&gt;</title>" in page
    assert (
        '<p data-resort-name class="title">&lt;b&gt;&quot;Palm&quot; &amp; Sea&lt;/b&gt;</p>'
        in page
    )
    assert "<b>" not in page
    assert 'name="resort" content="{&quot;' in page


def test_the_server_knows_the_pages_that_the_app_has():
    router = ROOT.joinpath("apps/web/src/app/router.tsx").read_text(encoding="utf-8")

    paths = set(re.findall(r'path: "([^"*]+)"', router))
    examples = {re.sub(r":\w+", "x", path) for path in paths}

    assert examples
    assert {path for path in examples if not any(map(partial(is_at, path), SERVED))} == set()


def is_at(path: str, page: str) -> bool:
    return re.fullmatch(page, f"/{path}") is not None


def test_what_a_page_is_made_of_is_fetched_along_with_the_app(
    resort: Resort, settings: Settings, folder: Path, description: Description
):
    parts = {
        "src/main.tsx": {"file": "assets/app.js", "isEntry": True, "imports": ["_all.js"]},
        "_all.js": {"file": "assets/all.js"},
        "_ticket.js": {"file": "assets/ticket.js", "imports": ["_all.js"]},
        "src/HomePage.tsx": {"file": "assets/home.js", "imports": ["src/main.tsx"]},
        "src/BookingPage.tsx": {"file": "assets/booking.js", "imports": ["_ticket.js"]},
    }
    (folder / "parts.json").write_text(json.dumps(parts))
    app = create_app(resort, settings, web_folder=folder)
    anybody = Visitor(app, description)

    fetched = [
        re.findall(r'modulepreload" href="/assets/(\w+)\.js"', anybody.get(page).text)
        for page in ("//", "//bookings/ABCD2345", "//profile", "//nowhere")
    ]
    close(app)

    assert fetched == [["home"], ["ticket", "booking"], [], []]
    assert anybody.get("//parts.json").status_code == 404


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("//activities/jet-skiing", "</api/v1/activities/jet-skiing/>"),
        ("//activities/caf%C3%A9%20%3E", "</api/v1/activities/caf%C3%A9%20%3E/>"),
        ("//activities", "</api/v1/activities/?sort=name"),
        ("//activities?sort=price", None),
        ("//profile", None),
    ],
)
def test_what_a_page_asks_for_first_is_fetched_along_with_the_app(
    anybody: Visitor, page: str, read: str | None
):
    link = anybody.get(page).headers.get("Link")

    assert (link is None) == (read is None)
    assert (link or "").startswith(read or "")


def test_a_resort_has_its_own_colours_and_logo(
    resort: Resort, settings: Settings, folder: Path, description: Description, tmp_path: Path
):
    (tmp_path / "palm.svg").write_text("<svg/>")
    own = replace(settings, resort_color="#ffcc00", resort_logo=str(tmp_path / "palm.svg"))
    app = create_app(resort, own, web_folder=folder)
    anybody = Visitor(app, description)

    document = anybody.get("//").text
    style, logo = anybody.get("//brand.css"), anybody.get("//logo.svg")
    told = anybody.get("/resort/").get_json()["logo"]
    close(app)

    assert document.index("brand.css") < document.index("</head>")
    assert (style.mimetype, "--lagoon:" in style.text) == ("text/css", True)
    assert "--coral" not in style.text
    assert (told, logo.mimetype, logo.text) == ("/logo.svg", "image/svg+xml", "<svg/>")
