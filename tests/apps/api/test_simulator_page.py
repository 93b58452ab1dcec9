"""The simulator's page, what it is made of, and that real messages leave no trace of it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_api.app import create_app
from resortbook_api.document import document_of
from resortbook_api.routes import simulator_page
from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor, error

PHONE = "+14155550123"
MESSAGES, CLOCK = "//simulator/messages", "//simulator/clock"


def test_the_page_loads_nothing_from_elsewhere_and_has_nothing_inline(anybody: Visitor):
    page = anybody.get("//simulator")

    policy = page.headers["Content-Security-Policy"]
    assert page.mimetype == "text/html"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page.text)
    linked = re.findall(r'(?:href|src)="([^"]+)"', page.text)
    assert {Path(link).name for link in linked} <= {one.name for one in assets()}
    for link in linked:
        with anybody.get(f"/{link}") as asset:
            assert asset.status_code == 200, link


def test_what_people_write_never_becomes_markup():
    written = {one.name: one.read_text() for one in assets() if one.suffix == ".js"}

    assert "main.js" in written
    for name, text in written.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text), (
            name
        )
        for imported in re.findall(r'from "\./([^"]+)"', text):
            assert imported in written


def assets() -> list[Path]:
    return sorted(simulator_page.ASSETS.iterdir())


@pytest.mark.parametrize("name", ["..%2Fdocs.js", "nothing.js", "%2e%2e/home.css", "x\x00y"])
def test_no_other_files_are_served_with_the_page(anybody: Visitor, name: str):
    assert error(anybody.get(f"//simulator/assets/{name}")) == (404, "NOT_FOUND")


def test_a_resorts_own_name_is_only_text_on_the_page(resort: Resort, settings: Settings):
    facts = replace(resort.facts, name='"><script>alert(1)</script>')
    app = create_app(replace(resort, facts=facts), settings)

    page = app.test_client().get("/simulator")

    assert "<script>alert" not in page.text


@pytest.fixture
def with_twilio(resort: Resort, settings: Settings) -> Flask:
    """The API of a resort whose messages really go out."""
    real = replace(
        settings,
        twilio_account_sid="AC1",
        twilio_auth_token="t",
        twilio_whatsapp_from="whatsapp:+14155238886",
    )
    return create_app(resort, real)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "//simulator"),
        ("GET", "//simulator/assets/main.js"),
        ("GET", f"{MESSAGES}?phone=%2B14155550123"),
        ("POST", MESSAGES),
        ("GET", CLOCK),
        ("POST", CLOCK),
    ],
)
def test_where_messages_really_go_out_there_is_no_simulator(
    with_twilio: Flask, method: str, path: str
):
    described = Description(document_of(with_twilio))
    body = json.dumps({"from": PHONE, "body": "Hello", "offset": "+1h"})

    answer = Visitor(with_twilio, described).call(
        method, path, data=body if method == "POST" else None, content_type="application/json"
    )

    assert error(answer) == (404, "NOT_FOUND")
    assert not [one for one in described.document["paths"] if "simulator" in one]
