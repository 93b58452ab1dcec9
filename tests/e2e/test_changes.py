"""What a guest changes about a booking, on its page."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.guest import Guest
from tests.e2e.served import Served
from tests.e2e.sights import hold


@pytest.fixture
def guest(page: Page, served: Served, phone: str) -> Guest:
    """Somebody who was here before."""
    return Guest(page, served, phone)


@pytest.fixture
def token(guest: Guest) -> str:
    """What proves the guest, who is signed in."""
    return guest.is_signed_in()


@pytest.fixture
def booking(guest: Guest, token: str) -> dict[str, Any]:
    """A confirmed booking for two, some days ahead."""
    held = hold(guest.served, token, "warm-stone-massage", after_days=6)
    confirmed: dict[str, Any] = guest.served.as_guest(
        token, f"/bookings/{held['id']}/confirm/", {}
    )
    return confirmed


def now(guest: Guest, token: str, booking: dict[str, Any]) -> dict[str, Any]:
    """How the booking is at the resort."""
    told: dict[str, Any] = guest.served.as_guest(token, f"/bookings/{booking['id']}/")
    return told


def test_a_booking_is_cancelled_after_a_question(
    guest: Guest, token: str, booking: dict[str, Any]
):
    guest.opens(f"/bookings/{booking['reference']}")
    guest.taps("Cancel booking")
    dialog = guest.page.get_by_role("dialog", name="Cancel this booking?")
    expect(dialog).to_contain_text("you can cancel free of charge")
    dialog.get_by_label("Why? (optional)").fill("We are ill")

    dialog.get_by_role("button", name="Yes, cancel it").click()

    expect(guest.page.get_by_role("main").get_by_text("Cancelled").first).to_be_visible()
    expect(dialog).to_be_hidden()
    guest.page.wait_for_timeout(500)
    told = now(guest, token, booking)
    assert (told["status"], told["cancellation_reason"]) == ("cancelled", "We are ill")


def test_a_dialog_gives_the_focus_back(guest: Guest, token: str, booking: dict[str, Any]):
    guest.opens(f"/bookings/{booking['reference']}")
    guest.button("Cancel booking").focus()
    guest.page.keyboard.press("Enter")
    expect(guest.page.get_by_role("dialog")).to_be_visible()

    guest.page.keyboard.press("Escape")

    expect(guest.page.get_by_role("dialog")).to_be_hidden()
    expect(guest.button("Cancel booking")).to_be_focused()
    assert now(guest, token, booking)["status"] == "confirmed"


def test_a_booking_is_moved_to_another_time(guest: Guest, token: str, booking: dict[str, Any]):
    guest.opens(f"/bookings/{booking['reference']}")
    guest.taps("Another time")
    dialog = guest.page.get_by_role("dialog", name="Move to another time")
    dialog.get_by_role("button", name="left").or_(dialog.get_by_role("radio")).last.click()

    dialog.get_by_role("button", name="Move to").click()

    expect(dialog).to_be_hidden()
    guest.expects("Moved to")
    told = now(guest, token, booking)
    assert told["time_slot"]["id"] != booking["time_slot"]["id"]
    assert told["status"] == "confirmed"


def test_a_party_grows_and_the_total_with_it(guest: Guest, token: str, booking: dict[str, Any]):
    guest.opens(f"/bookings/{booking['reference']}")
    guest.taps("Who comes")
    dialog = guest.page.get_by_role("dialog", name="Who comes?")
    dialog.get_by_role("button", name="One less").first.click()

    dialog.get_by_role("button", name="Change it").click()

    expect(dialog).to_be_hidden()
    guest.expects("Changed: 1 person")
    told = now(guest, token, booking)
    assert told["participants"] == 1
    assert float(told["total_price"]) * 2 == float(booking["total_price"])


def test_a_hold_is_let_go_from_the_list(guest: Guest, token: str):
    held = hold(guest.served, token, "sound-bath")
    guest.opens("/bookings")
    guest.expects("Waiting for your yes")

    guest.page.get_by_role("button", name="Let it go").first.click()
    guest.page.get_by_role("dialog").get_by_role("button", name="Let it go").click()

    expect(guest.page.get_by_text("Waiting for your yes")).to_be_hidden()
    guest.page.wait_for_timeout(500)
    assert now(guest, token, held)["status"] == "cancelled"
