"""The same with every piece a process of its own, on PostgreSQL and Redis."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from resortbook_api.web import FOLDER
from tests.apps.worker.conftest import House, free_port
from tests.e2e.chromium import open_window
from tests.e2e.conftest import go_without
from tests.e2e.guest import SOON_MS, Guest
from tests.e2e.served import REPLY_SECONDS, Served, new_phone
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio
from tests.resort_fixtures import SECRETS

pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    """Twilio, which tells of each message that it was sent and delivered."""
    with FakeTwilio() as fake:
        fake.automatic = ("sent", "delivered")
        yield fake


@pytest.fixture
def house(
    postgres_server: Any,
    postgres_template: str,
    redis_url: str,
    fake: FakeTwilio,
    tmp_path: Path,
) -> Iterator[House]:
    """A resort in production with the demo's activities, with nothing started yet."""
    if not (FOLDER / "index.html").is_file():
        go_without("the web app is not built: `make web` builds it")
    url = postgres_server.new_database(template=postgres_template)
    settings = {
        "RESORTBOOK_ENV": "production",
        "DATABASE_URL": url,
        "REDIS_URL": redis_url,
        "PUBLIC_URL": f"http://127.0.0.1:{free_port()}",
        "WEB_APP_URL": f"http://127.0.0.1:{free_port()}",
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_WHATSAPP_FROM": SENDER,
        "TWILIO_API_BASE_URL": fake.url,
        "MEDIA_DIR": str(tmp_path / "media"),
        **SECRETS,
    }
    house = House(tmp_path, settings, fake)
    house.run("demo", "load")
    yield house
    for program in house.started:
        program.process.terminate()
    for program in house.started:
        program.process.wait(timeout=25)
    postgres_server.drop(url)


def reply_to(house: House, phone: str, words: str) -> str:
    """Write to the bot by WhatsApp, and return what it answers."""
    before = len(house.fake.sent_to(phone))
    house.webhook(house.fake.phone(phone).text(words))
    until = time.monotonic() + REPLY_SECONDS
    while time.monotonic() < until:
        sent = house.fake.sent_to(phone)[before:]
        if sent:
            return str(sent[-1].rendered)
        time.sleep(0.05)
    raise AssertionError(f"no reply to {words!r}")


def test_held_in_the_chat_confirmed_on_the_page_told_in_the_chat(
    browser: Browser, house: House
):
    public, web = (house.settings[name] for name in ("PUBLIC_URL", "WEB_APP_URL"))
    ports = [int(url.rpartition(":")[2]) for url in (web, public)]
    for program in (
        house.start("api", port=ports[0]),
        house.start("whatsapp", port=ports[1]),
        house.start("worker"),
    ):
        house.await_ready(program)
    phone = new_phone()
    window = open_window(browser, web)
    guest = Guest(window.page(), Served(web), phone)

    reply = reply_to(house, phone, "jet skiing tomorrow at 2pm for 2")
    link = re.search(r"https?://\S+/link#\S+", reply)
    assert link, reply
    parts = urlsplit(link.group())
    assert f"{parts.scheme}://{parts.netloc}" == web
    guest.page.goto(f"{parts.path}#{parts.fragment}")
    reference = guest.booking_on_the_page()
    guest.taps("Confirm booking")
    guest.is_told("Confirmed:")

    until = time.monotonic() + REPLY_SECONDS
    while len(house.fake.sent_to(phone)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert "onfirmed" in str(house.fake.sent_to(phone)[-1].rendered)

    reply_to(house, phone, f"cancel {reference}")
    reply_to(house, phone, "yes")
    expect(guest.page.get_by_role("main").get_by_text("Cancelled").first).to_be_visible(
        timeout=SOON_MS
    )
    window.context.close()
    assert window.faults == []
    assert not house.fake.refusals
