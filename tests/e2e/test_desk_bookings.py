"""The desk with a guest: found, moved, answered, charged, counted."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.chromium import DESKTOP, Window
from tests.e2e.desk import Desk
from tests.e2e.guest import SOON_MS
from tests.e2e.served import Served
from tests.e2e.sights import free_slots, hold

NAME = "Ottilie Brandauer"
SOLD = ("confirmed", "completed", "no_show")


@pytest.fixture
def another_desk(
    window: Callable[..., Window], served: Served, desk_token: str
) -> Callable[[], Desk]:
    """Open another page of the desk, in a browser of its own."""
    return lambda: Desk.at(window(size=DESKTOP).page(), served, desk_token)


@pytest.fixture
def desk(another_desk: Callable[[], Desk]) -> Desk:
    """Somebody at the desk's screen."""
    return another_desk()


def chats(served: Served, phone: str, *, name: str, room: str) -> str:
    """Book by chat as a guest of that name, and tell the room; return the reference."""
    first = {"from": phone, "body": "hello", "name": name}
    served.ask("/simulator/messages", first)
    served.await_message(phone, ".")
    served.say(phone, "snorkeling tomorrow for 2 at 9:30")
    told = served.say(phone, "yes")
    match = re.search(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b", told)
    assert match, told
    served.say(phone, room)
    return match.group().replace("-", "")


def taps(page: Page, name: str | re.Pattern[str], **how: Any) -> None:
    page.get_by_role("button", name=name, **how).click()


def section(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def test_a_booking_of_the_chat_is_found_by_room_and_name_and_moved_and_told_once(
    desk: Desk, served: Served, phone: str
):
    reference = chats(served, phone, name=NAME, room="1417")
    page, shown = desk.page, f"{reference[:4]}-{reference[4:]}"
    desk.opens("/desk/bookings")
    search = page.get_by_role("searchbox")
    for words in ("1417", "brandauer ottilie", reference.lower(), phone):
        search.fill(words)
        expect(page.get_by_role("table").get_by_role("row")).to_have_count(2)
        expect(page.get_by_role("link", name=shown)).to_be_visible()

    before = len(served.chat_of(phone))
    page.get_by_role("link", name=shown).click()
    page.get_by_role("heading", name="Snorkeling Tour", level=1).wait_for()
    taps(page, "Move", exact=True)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile(r"places? left")).last.click()
    taps(page, re.compile("^Move to"))
    expect(page.get_by_role("status").filter(has_text="Moved to").first).to_be_visible()

    served.await_message(phone, "(?i)moved|new time", after=before)
    history = section(page, "What happened")
    expect(history.get_by_text("Moved")).to_be_visible()
    expect(section(page, "Messages to the guest").get_by_text("Moved")).to_have_count(1)
    said = [one for one in served.chat_of(phone)[before:] if one["direction"] == "out"]
    assert len(said) == 1


def test_a_phone_number_is_shown_when_it_is_asked_for_and_that_is_taken_down(
    desk: Desk, served: Served, phone: str
):
    booking = hold(served, served.token_of(phone), "parasailing")
    desk.opens(f"/desk/bookings/{booking['reference']}")
    page = desk.page
    expect(page.get_by_text(phone)).to_have_count(0)

    taps(page, "Show the number")

    expect(page.get_by_role("link", name=phone)).to_be_visible()
    history = section(page, "What happened")
    expect(history.get_by_text("Number shown")).to_be_visible()


def test_two_desks_see_each_other_at_once(
    desk: Desk, another_desk: Callable[[], Desk], served: Served, phone: str
):
    booking = hold(served, served.token_of(phone), "parasailing")
    other = another_desk()
    for one in (desk, other):
        one.opens(f"/desk/bookings/{booking['reference']}")
        one.page.get_by_role("button", name="Confirm").wait_for()

    taps(desk.page, "Confirm", exact=True)

    badge = other.page.get_by_text("Confirmed", exact=True).first
    expect(badge).to_be_visible(timeout=SOON_MS)


def test_a_guest_who_asks_too_late_is_answered_with_a_fee(
    desk: Desk, served: Served, phone: str
):
    slot = desk.departure("parasailing", after=timedelta(hours=5), capacity=9)
    token = served.token_of(phone)
    order = {"activity_id": slot["activity_id"], "time_slot_id": slot["id"], "room": "303"}
    booking = served.as_guest(token, "/bookings/", order | {"participants": 1})
    path = f"/bookings/{booking['id']}"
    served.as_guest(token, f"{path}/confirm/", {})
    served.as_guest(token, f"{path}/ask-desk/", {"message": "We are ill, may we cancel?"})
    desk.opens(f"/desk/bookings/{booking['reference']}")
    page = desk.page
    expect(page.get_by_text("We are ill, may we cancel?").first).to_be_visible()
    expect(page.get_by_role("heading", name="The guest asks the desk")).to_be_visible()

    taps(page, "Cancel", exact=True)
    page.get_by_label("Why? The guest reads it.").fill("Get well soon")
    page.get_by_label("Fee (optional)").fill("15")
    taps(page, "Cancel the booking")
    page.get_by_role("dialog").wait_for(state="hidden")

    stands = desk.booking(booking["reference"])
    assert stands["status"] == "cancelled"
    owed = [(one["kind"], one["amount"]) for one in stands["charges"] if one["state"] == "open"]
    assert owed == [("fee", "15.00")]
    served.await_message(phone, "(?i)cancelled")


def test_the_charges_of_confirmed_bookings_are_posted(desk: Desk, served: Served, phone: str):
    slot = free_slots(served, "snorkeling-tour", after_days=9)[0]
    for name in ("Nadia Okafor", "Per Lindgren"):
        desk.books(slot, name, room="508", participants=1)
    day = desk.asks("/staff/charges/?limit=1")["items"][0]["date"]
    desk.opens(f"/desk/charges?date={day}")
    page = desk.page
    row = page.get_by_role("row").filter(has_text="Nadia Okafor")

    row.get_by_role("button", name=re.compile("^Post")).click()
    page.get_by_role("dialog").get_by_role("button", name="It is posted").click()
    expect(row.get_by_text("Posted")).to_be_visible()
    other = page.get_by_role("row").filter(has_text="Per Lindgren")
    other.get_by_role("button", name=re.compile("^Waive")).click()
    page.get_by_role("dialog").get_by_role("button", name="Waive it").click()
    expect(other.get_by_text("Waived")).to_be_visible()

    found = desk.asks(f"/staff/charges/?date={day}")["items"]
    states = {one["lead_name"]: one["state"] for one in found}
    assert (states["Nadia Okafor"], states["Per Lindgren"]) == ("posted", "waived")
    with page.expect_download() as download:
        page.get_by_role("link", name="As CSV").click()
    assert "Nadia Okafor" in Path(download.value.path()).read_text()


def test_the_figures_are_sums_over_the_bookings(desk: Desk, served: Served, phone: str):
    token = served.token_of(phone)
    sold = hold(served, token, "parasailing", after_days=3)
    served.as_guest(token, f"/bookings/{sold['id']}/confirm/", {})
    gone = hold(served, token, "parasailing", after_days=3)
    served.as_guest(token, f"/bookings/{gone['id']}/cancel/", {})
    first = datetime.now(UTC).date() + timedelta(days=2)
    days = [first + timedelta(days=n) for n in range(4)]
    booked = [one for day in days for one in _bookings_on(desk, day.isoformat())]
    standing = [one for one in booked if one["status"] in SOLD]
    revenue = sum(float(one["total_price"]) for one in standing if one["settlement"] != "comp")
    cancelled = sum(one["status"] == "cancelled" for one in booked)

    desk.opens(f"/desk/figures?from={days[0]}&to={days[-1]}")

    tiles = desk.page.get_by_label("In all")
    money = f"{revenue:,.2f}".removesuffix(".00")
    expect(_tile(tiles, "Revenue")).to_contain_text(f"${money}")
    expect(_tile(tiles, "Sold bookings")).to_contain_text(str(len(standing)))
    expect(_tile(tiles, "Sold bookings")).to_contain_text(
        f"{sum(one['participants'] for one in standing)} people"
    )
    expect(_tile(tiles, "Cancellations")).to_contain_text(str(cancelled))
    assert cancelled >= 1
    expect(desk.page.get_by_role("table", name="By day").get_by_role("row")).to_have_count(5)
    expect(desk.page.locator("canvas")).to_have_count(2)


def _tile(tiles: Locator, name: str) -> Locator:
    return tiles.locator("div").filter(has=tiles.page.get_by_text(name, exact=True)).first


def _bookings_on(desk: Desk, day: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = desk.asks(f"/staff/bookings/?date={day}&limit=100{cursor}")
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        cursor = f"&cursor={page['next_cursor']}"


def test_an_admin_gives_and_takes_a_place_at_the_desk(desk: Desk, served: Served, phone: str):
    desk.opens("/desk/people")
    page = desk.page
    taps(page, "Add somebody")
    page.get_by_label("Name").fill("Tomas Vidal")
    page.get_by_label(re.compile("^Phone")).fill(phone)
    taps(page, "Add", exact=True)
    expect(page.get_by_role("row").filter(has_text="Tomas Vidal")).to_be_visible()
    token = served.token_of(phone)
    assert served.as_guest(token, "/staff/bookings/?limit=1")["items"] is not None

    taps(page, "Remove: Tomas Vidal")
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()

    expect(page.get_by_role("row").filter(has_text="Tomas Vidal")).to_have_count(0)
    desk.opens("/desk/audit")
    expect(page.get_by_role("row").filter(has_text="Front Desk").first).to_be_visible()
