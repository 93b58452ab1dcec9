"""Browse, pick, sign in last, hold, confirm; and what may come between."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.guest import Guest
from tests.e2e.served import Served, new_phone
from tests.e2e.sights import free_slots

REQUEST = "A mask for glasses, please"


@pytest.fixture
def guest(page: Page, served: Served, phone: str) -> Guest:
    """Somebody who was never here."""
    return Guest(page, served, phone)


def test_a_stranger_books_and_types_nothing_twice(guest: Guest):
    guest.opens("/")
    guest.page.get_by_role("searchbox").fill("snorkel")
    guest.page.get_by_role("searchbox").press("Enter")
    guest.page.get_by_role("link", name="Snorkeling Tour", exact=True).click()
    clock = guest.picks_a_time()
    guest.page.get_by_role("button", name=re.compile("One more")).click()
    guest.page.get_by_label("Special requests").fill(REQUEST)
    guest.taps("Hold my place")
    guest.signs_in()

    reference = guest.booking_on_the_page()
    guest.expects(clock)
    guest.expects("$120")
    guest.taps("Confirm booking")

    guest.is_told("Confirmed:")
    booking = guest.served.as_guest(guest.token(), f"/bookings/{reference}/")
    assert (booking["status"], booking["participants"]) == ("confirmed", 2)
    assert (booking["special_requests"], booking["booking_source"]) == (REQUEST, "web")
    guest.served.await_message(guest.phone, "(?i)confirmed")


def test_a_known_guest_holds_with_two_taps_and_confirms_with_the_third(guest: Guest):
    token = guest.is_signed_in()
    guest.opens("/activities?q=parasailing")

    times = guest.page.get_by_role("list", name=re.compile("Next free times: Parasailing"))
    times.get_by_role("link").last.click()
    guest.taps("Hold my place")
    reference = guest.booking_on_the_page()
    guest.taps("Confirm booking")

    guest.is_told("Confirmed:")
    assert [(one["reference"], one["status"]) for one in guest.bookings(token)] == [
        (reference, "confirmed")
    ]


def test_a_time_that_sells_out_while_it_is_looked_at_has_others_beside_it(guest: Guest):
    token = guest.is_signed_in()
    slot = free_slots(guest.served, "tennis-coaching")[3]
    guest.opens(f"/activities/tennis-coaching?day={_day(slot)}&slot={slot['id']}")
    expect(guest.button("Hold my place")).to_be_visible()
    _sell_out(guest.served, slot)

    guest.taps("Hold my place")
    guest.page.get_by_role("alert").get_by_role(
        "button", name=re.compile("^Hold ")
    ).first.click()

    guest.booking_on_the_page()
    [booking] = guest.bookings(token)
    assert booking["time_slot"]["id"] != slot["id"]
    assert booking["status"] == "pending"


def test_two_quick_taps_hold_once(guest: Guest):
    token = guest.is_signed_in()
    guest.opens("/activities/sunrise-yoga")
    guest.picks_a_time()

    guest.button("Hold my place").dblclick()

    guest.booking_on_the_page()
    assert len(guest.bookings(token)) == 1


def test_a_guest_finds_the_way_back_to_the_same_list(guest: Guest):
    guest.opens("/activities?category=tours")
    guest.page.get_by_role("link", name="Cenote Azul Swim").scroll_into_view_if_needed()
    guest.page.wait_for_timeout(300)
    before = guest.page.evaluate("scrollY")

    guest.page.get_by_role("link", name="Cenote Azul Swim").click()
    guest.page.wait_for_url("**/activities/cenote-azul-swim*")
    guest.sees_a_page()
    guest.page.go_back()
    expect(guest.page.get_by_role("link", name="Cenote Azul Swim")).to_be_in_viewport()

    assert guest.page.url.endswith("/activities?category=tours")
    assert abs(guest.page.evaluate("scrollY") - before) < 40
    guest.page.go_forward()
    guest.page.wait_for_url("**/activities/cenote-azul-swim*")


def test_filters_stand_in_the_address_and_words_find_while_they_are_typed(guest: Guest):
    guest.opens("/activities")
    guest.taps("Filters")
    guest.page.get_by_role("dialog").get_by_label("Kind").select_option("spa")
    guest.taps("Show what fits")
    expect(guest.page.get_by_role("status").filter(has_text="3 activities")).to_be_visible()

    guest.page.get_by_role("searchbox").press_sequentially("stone", delay=30)

    expect(guest.page.get_by_role("status").filter(has_text="1 activity")).to_be_visible()
    assert "category=spa" in guest.page.url
    assert "q=stone" in guest.page.url
    guest.page.reload()
    expect(guest.page.get_by_role("link", name="Warm Stone Massage")).to_be_visible()


def _day(slot: dict[str, str]) -> str:
    """The day of a slot in Cancún, five hours behind UTC all year."""
    hour = int(slot["start_time"][11:13])
    assert hour >= 5, "pick a slot whose day is the same"
    return slot["start_time"][:10]


def _sell_out(served: Served, slot: dict[str, str]) -> None:
    order = {"activity_id": slot["activity_id"], "time_slot_id": slot["id"]}
    for _ in range(int(slot["seats_left"])):
        token = served.token_of(new_phone())
        served.as_guest(token, "/bookings/", {**order, "participants": 1})
