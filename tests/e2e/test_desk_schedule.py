"""The schedule and the catalogue, as the desk works on them, and what guests see of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.chromium import DESKTOP, Window
from tests.e2e.desk import Desk
from tests.e2e.guest import Guest
from tests.e2e.served import Served, new_phone
from tests.e2e.sights import free_slots

ZONE = ZoneInfo("America/Cancun")  # of the windows, and of the resort that is served
Open = Callable[..., Window]


@dataclass(frozen=True, slots=True)
class Booker:
    """Somebody who booked, and what proves them."""

    phone: str
    token: str


@pytest.fixture
def desk(window: Open, served: Served, desk_token: str) -> Desk:
    """The admin, in front of a large screen."""
    return Desk.at(window(size=DESKTOP).page(), served, desk_token)


def local(slot: dict[str, Any]) -> datetime:
    """When a departure starts, by the resort's clock."""
    return datetime.fromisoformat(slot["start_time"]).astimezone(ZONE)


def clock(slot: dict[str, Any]) -> str:
    """The start as the pages write it."""
    return f"{local(slot):%-I:%M %p}"


def own_departure(desk: Desk, slug: str, *, days: int) -> dict[str, Any]:
    """Make a departure that no other test books."""
    start = datetime.now(ZONE).replace(hour=11, minute=7, second=0) + timedelta(days=days)
    wanted = {"start_time": f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    slot: dict[str, Any] = desk.asks(f"/staff/activities/{slug}/slots/", wanted)
    return slot


def booked(served: Served, slot: dict[str, Any], *, people: int = 2) -> Booker:
    """Let somebody new book a departure."""
    phone = new_phone()
    token = served.token_of(phone)
    order = {"activity_id": slot["activity_id"], "time_slot_id": slot["id"]}
    held = served.as_guest(token, "/bookings/", order | {"participants": people})
    served.as_guest(token, f"/bookings/{held['id']}/confirm/", {})
    served.await_message(phone, "(?i)confirmed")
    return Booker(phone, token)


def told(served: Served, phone: str, words: str) -> list[str]:
    """All messages to a phone that say so."""
    bodies = [item["body"] for item in served.chat_of(phone) if item["direction"] == "out"]
    return [body for body in bodies if re.search(words, body)]


def opens_departure(desk: Desk, slug: str, slot: dict[str, Any]) -> Locator:
    """Find a departure on the board of its day, and open it."""
    desk.opens(f"/desk/schedule?date={local(slot):%Y-%m-%d}&activity={slug}")
    chip = re.compile(rf"^{clock(slot).replace(' ', '.')}, ")
    desk.page.get_by_role("button", name=chip).click()
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_text("seats sold").wait_for()
    return dialog


def a_picture() -> bytes:
    """A photo as a phone would send it."""
    kept = BytesIO()
    Image.new("RGB", (1200, 800), (20, 120, 130)).save(kept, "JPEG")
    return kept.getvalue()


def makes_an_activity(desk: Desk, name: str) -> None:
    """Fill in the form of a new activity, with a picture."""
    page = desk.page
    desk.opens("/desk/catalogue/new")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Description").fill("Glass boards, quiet water, a thousand small lights.")
    page.get_by_label("Category").select_option(label="Watersports")
    page.get_by_label("Where").fill("East Jetty")
    page.get_by_role("group", name="Person").get_by_label(re.compile("^Price")).fill("45")
    page.get_by_role("button", name="Make it").click()
    page.get_by_role("heading", name=name, level=1).wait_for()
    photo: FilePayload = {
        "name": "lights.jpg",
        "mimeType": "image/jpeg",
        "buffer": a_picture(),
    }
    page.get_by_label("Add pictures").set_input_files(photo)
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_text("Say what the picture shows.")).to_be_visible()
    page.get_by_label("What it shows").last.fill("Boards with lights below them")
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_text("Main picture", exact=True)).to_be_visible()


def makes_a_schedule(desk: Desk) -> None:
    """Let what is shown depart every day at ten and at three, with an open end."""
    page = desk.page
    page.get_by_role("link", name="When it departs").click()
    page.get_by_role("button", name="New schedule").click()
    dialog = page.get_by_role("dialog", name="New schedule")
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        dialog.get_by_text(day, exact=True).click()
    for time in ("10:00", "15:00"):
        dialog.get_by_label("Time").fill(time)
        dialog.get_by_role("button", name="Add time").click()
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile(r"\d+ departures made"))).to_be_visible()
    expect(page.get_by_role("heading", name="Every day")).to_be_visible()


def test_what_is_made_at_the_desk_is_seen_and_booked_by_a_guest(
    desk: Desk, page: Page, served: Served, phone: str
):
    name = "Night Paddle"
    makes_an_activity(desk, name)
    makes_a_schedule(desk)

    guest = Guest(page, served, phone)
    guest.is_signed_in()
    guest.opens("/activities?q=night+paddle")
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("img", name="Boards with lights below them")).to_be_visible()
    guest.picks_a_time()
    guest.taps("Hold my place")
    reference = guest.booking_on_the_page()

    shown = desk.booking(reference)
    assert (shown["activity"]["name"], shown["status"]) == (name, "pending")
    assert shown["total_price"] == "45.00"


def test_a_delayed_departure_is_told_once(desk: Desk, served: Served):
    slot = own_departure(desk, "parasailing", days=3)
    phone = booked(served, slot).phone
    dialog = opens_departure(desk, "parasailing", slot)
    dialog.get_by_role("button", name="Delay", exact=True).click()
    dialog.get_by_role("button", name="45 min").click()
    expect(dialog.get_by_text("1 guest will be told once")).to_be_visible()

    dialog.get_by_role("button", name="Delay by 45 minutes").click()

    expect(dialog).to_be_hidden()
    served.await_message(phone, "starts later")
    now = desk.asks(f"/staff/slots/{slot['id']}/")
    assert (local(now) - local(slot)).total_seconds() == 45 * 60
    desk.page.wait_for_timeout(1_000)
    (message,) = told(served, phone, "starts later")
    assert clock(now) in message


def test_a_departure_called_off_for_weather_is_told_once_with_times_that_can_be_booked(
    desk: Desk, served: Served
):
    slot = own_departure(desk, "snorkeling-tour", days=4)
    guests = [booked(served, slot), booked(served, slot)]
    dialog = opens_departure(desk, "snorkeling-tour", slot)
    dialog.get_by_role("button", name="Call off").click()
    dialog.get_by_role("button", name="Strong wind").click()
    dialog.get_by_role("button", name="See what it would do").click()
    expect(dialog.get_by_text("2 bookings for 4 people would be cancelled")).to_be_visible()
    expect(dialog.get_by_text("2 guests would get one message each")).to_be_visible()
    offered = dialog.get_by_role("heading", name="Free instead")
    expect(offered).to_be_visible()
    assert desk.asks(f"/staff/slots/{slot['id']}/")["is_available"]

    dialog.get_by_role("button", name="Call it off").click()

    expect(dialog).to_be_hidden()
    for guest in guests:
        served.await_message(guest.phone, "Strong wind")
    desk.page.wait_for_timeout(1_000)
    for guest in guests:
        (message,) = told(served, guest.phone, "Strong wind")
        assert holds_what_is_offered(served, guest, message)["status"] == "pending"
    chip = desk.page.get_by_role("button", name=re.compile("Closed: Strong wind"))
    expect(chip).to_be_visible()


def holds_what_is_offered(served: Served, guest: Booker, message: str) -> dict[str, Any]:
    """Hold a time that a message offers, as the guest."""
    free = free_slots(served, "snorkeling-tour", after_days=0)
    offered = next(one for one in free if f"{local(one):%A, %B %-d} at {clock(one)}" in message)
    order = {"activity_id": offered["activity_id"], "time_slot_id": offered["id"]}
    wanted = order | {"participants": 2}
    held: dict[str, Any] = served.as_guest(guest.token, "/bookings/", wanted)
    return held


def test_a_day_of_one_activity_is_closed_and_opened_again(desk: Desk, served: Served):
    slot = free_slots(served, "sound-bath", after_days=6)[0]
    desk.opens(f"/desk/schedule/close?date={local(slot):%Y-%m-%d}")
    page = desk.page
    page.get_by_role("button", name="Only some").click()
    page.get_by_text("Sound Bath at Dusk", exact=True).click()
    page.get_by_role("button", name="See what it would do").click()

    page.get_by_role("button", name=re.compile(r"^Close \d+ departures?$")).click()
    expect(page.get_by_role("heading", name="Closed. Nobody had booked.")).to_be_visible()
    closed = desk.asks(f"/staff/slots/{slot['id']}/")
    page.get_by_role("button", name="Open them again").click()

    expect(page.get_by_text("on sale again").first).to_be_visible()
    opened = desk.asks(f"/staff/slots/{slot['id']}/")
    assert (closed["is_available"], opened["is_available"]) == (False, True)


def test_the_second_of_two_who_edit_an_activity_is_told(
    desk: Desk, window: Open, served: Served, desk_token: str
):
    colleague = Desk.at(window(size=DESKTOP).page(), served, desk_token)
    for one in (desk, colleague):
        one.opens("/desk/catalogue/salsa-on-the-terrace")
    desk.page.get_by_label("Where").fill("Rose Terrace")
    colleague.page.get_by_label("Where").fill("Palm Terrace")
    colleague.page.get_by_label("What to bring").fill("Light shoes")
    desk.page.get_by_role("button", name="Save", exact=True).click()
    expect(desk.page.get_by_text("Saved.")).to_be_visible()

    colleague.page.get_by_role("button", name="Save", exact=True).click()

    conflict = colleague.page.get_by_role("alert").filter(has_text="Somebody else has changed")
    expect(conflict).to_contain_text("Rose Terrace")
    shown = desk.asks("/staff/activities/salsa-on-the-terrace/")
    assert shown["location"] == "Rose Terrace"
    conflict.get_by_role("button", name="Save mine over theirs").click()
    expect(conflict).to_be_hidden()
    shown = desk.asks("/staff/activities/salsa-on-the-terrace/")
    assert (shown["location"], shown["bring"]) == ("Palm Terrace", "Light shoes")


def test_a_bad_row_of_an_import_is_mended_in_place(desk: Desk):
    rows = (
        "name;category;price;duration_minutes;capacity_per_slot",
        "Mangrove Walk;Nature;30;90;8",
        "Reef Clean-up;Nature;for free!;120;10",
    )
    file: FilePayload = {
        "name": "new.csv",
        "mimeType": "text/csv",
        "buffer": "\r\n".join(rows).encode(),
    }
    page = desk.page
    desk.opens("/desk/catalogue/import")
    page.get_by_label("File").set_input_files(file)
    expect(page.get_by_role("heading", name="1 row can't be taken")).to_be_visible()
    expect(page.get_by_role("heading", name="Line 3: Reef Clean-up")).to_be_visible()

    page.get_by_label("price").fill("0")
    page.get_by_role("button", name="Send again").click()

    expect(page.get_by_text("2 new, 0 changed, 0 as they were.")).to_be_visible()
    made = desk.asks("/staff/activities/reef-clean-up/")
    assert (made["price"], made["capacity_per_slot"]) == ("0.00", 10)
