"""The desk in its guests' chats: who waits is seen and heard, is answered, is handed back; what
did not reach anybody is tried again.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.chromium import DESKTOP, PATIENCE_MS, Window, open_window
from tests.e2e.desk import ADMIN, Desk
from tests.e2e.served import Served, new_phone, say_to, serving
from tests.e2e.sights import until
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio

LISTEN = """
window.notes = 0;
const make = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () {
  window.notes += 1;
  return make.call(this);
};
"""


@pytest.fixture
def desk(window: Callable[..., Window], served: Served, desk_token: str) -> Desk:
    """Somebody at the desk's screen."""
    return Desk.at(window(size=DESKTOP).page(), served, desk_token)


def test_who_waits_ten_minutes_is_seen_and_heard_and_counted(browser: Browser, tmp_path: Path):
    clock = tmp_path / "clock"
    clock.write_text("")
    guest = new_phone()
    with serving(tmp_path, CLOCK_FILE=str(clock)) as served:
        screen = open_window(browser, served.url, size=DESKTOP)
        screen.context.add_init_script(LISTEN)
        desk = Desk.at(screen.page(), served, served.token_of(ADMIN))
        page = desk.page
        desk.opens("/desk/conversations")
        page.get_by_role("button", name="Sound is off").click()
        until(page, "notes === 2")
        served.say(guest, "I want to talk to a person")
        badge = page.get_by_role("link", name=re.compile("Chats.*1 guest waits"))
        expect(badge).to_be_visible(timeout=PATIENCE_MS)
        until(page, "notes === 4")
        expect(page.get_by_text("Waits too long", exact=True)).to_have_count(0)

        clock.write_text("+11m")

        late = page.get_by_role("link", name=re.compile("Chats.*1 guest waits, Waits too long"))
        expect(late).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_text("Waits too long", exact=True)).to_be_visible()
        until(page, "notes === 6")
        longest = re.search(r"longest_waiting_seconds (\d+)", read(served, "/metrics"))
        assert longest
        assert 660 <= int(longest.group(1)) < 720
        assert screen.faults == []
        screen.context.close()


def read(served: Served, path: str) -> str:
    """Return what stands at an address, as text."""
    with urlopen(f"{served.url}{path}", timeout=20) as answer:
        text: str = answer.read().decode()
    return text


def test_a_conversation_is_taken_over_answered_and_handed_back(
    desk: Desk, served: Served, phone: str
):
    page = desk.page
    desk.opens("/desk/messages")
    waiting = page.get_by_role("link", name=re.compile("Chats.*waits?"))
    served.say(phone, "I want to talk to a person")
    expect(waiting).to_be_visible(timeout=PATIENCE_MS)

    waiting.click()
    inbox = page.get_by_role("navigation", name="Chats")
    masked = f"{phone[:5]}•••{phone[-4:]}"
    talk_id = next(
        one["id"]
        for one in desk.asks("/staff/conversations/?status=waiting&limit=100")["items"]
        if one["phone"] == masked
    )
    inbox.locator(f"a[href$='{talk_id}']").click()
    expect(page.get_by_role("log").get_by_text("I want to talk to a person")).to_be_visible()
    expect(page.get_by_text("You can write freely until")).to_be_visible()
    page.get_by_role("button", name="Take over", exact=True).click()
    expect(page.get_by_text("Taken by you")).to_be_visible()
    reply = page.get_by_label("Your reply")
    reply.fill("Good morning, Ines at the desk here.")
    reply.press("Enter")

    served.await_message(phone, "Ines at the desk here")
    expect(page.get_by_role("log").get_by_text("Ines at the desk here")).to_have_count(1)
    expect(reply).to_have_value("")
    served.ask("/simulator/messages", {"from": phone, "body": "Thank you so much"})
    expect(page.get_by_role("log").get_by_text("Thank you so much")).to_be_visible()
    page.get_by_role("button", name="Hand back to the bot").click()
    expect(page.get_by_text("The bot answers again.").first).to_be_visible()
    assert "snorkel" in served.say(phone, "is there snorkeling tomorrow for 2?").lower()


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    """Twilio, where nothing reaches anybody."""
    with FakeTwilio() as fake:
        fake.automatic = ("sent", "undelivered")
        yield fake


def test_a_message_that_failed_is_tried_again(
    fake: FakeTwilio, browser: Browser, tmp_path: Path
):
    settings = {
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_WHATSAPP_FROM": SENDER,
        "TWILIO_API_BASE_URL": fake.url,
    }
    guest = new_phone()
    with serving(tmp_path, **settings) as served:
        link = say_to(tmp_path, "staff", "link", ADMIN, **settings).strip()
        screen = open_window(browser, served.url, size=DESKTOP)
        desk = Desk.at(screen.page(), served, served.token_by_link(link))
        fake.webhook(f"{served.url}/webhooks/whatsapp", fake.phone(guest).text("Hello"))
        desk.opens("/desk/messages")
        page = desk.page
        row = page.get_by_role("row").filter(has_text=guest[-4:])
        expect(row).to_be_visible(timeout=PATIENCE_MS)
        fake.automatic = ("sent", "delivered")

        row.get_by_role("button", name="Try again").click()

        expect(row).to_have_count(0)
        page.get_by_role("button", name="Delivered", exact=True).click()
        expect(row).to_be_visible(timeout=PATIENCE_MS)
        assert len(fake.sent_to(guest)) == 2
        screen.context.close()
