"""Slow and cut networks, sessions that end, clocks that are wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.guest import Guest
from tests.e2e.served import Served
from tests.e2e.sights import hold, sign_in


@pytest.fixture
def guest(page: Page, served: Served, phone: str) -> Guest:
    """Somebody who was here before."""
    return Guest(page, served, phone)


def test_a_page_says_that_it_is_offline_and_goes_on_when_it_no_longer_is(guest: Guest):
    guest.opens("/activities")
    guest.page.context.set_offline(True)
    guest.expects("You are offline")

    guest.page.context.set_offline(False)

    expect(guest.page.get_by_text("You are offline")).to_be_hidden()
    guest.page.get_by_role("searchbox").fill("yoga")
    guest.expects("Sunrise Yoga")


def test_a_list_that_did_not_come_can_be_asked_for_again(guest: Guest):
    def cut(route: Route) -> None:
        route.abort()

    guest.page.route("**/api/v1/activities/?*", cut)
    guest.page.goto("/activities")
    again = guest.page.get_by_role("main").get_by_role("button", name="Try again")
    again.wait_for()
    guest.page.unroute("**/api/v1/activities/?*", cut)

    again.click()

    expect(guest.page.get_by_role("link", name="Baja Wine Evening")).to_be_visible()


def test_a_confirm_whose_answer_was_lost_is_done_once(guest: Guest):
    token = guest.is_signed_in()
    booking = hold(guest.served, token, "sound-bath")
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        key = route.request.headers["idempotency-key"]
        if not lost:
            route.fetch()
            route.abort()
        else:
            route.continue_()
        lost.append(key)

    guest.page.route("**/confirm/", lose_the_first_answer)
    guest.opens(f"/bookings/{booking['reference']}")
    guest.taps("Confirm booking")

    expect(guest.page.get_by_role("status").filter(has_text="Confirmed").first).to_be_visible()
    assert len(lost) >= 2
    assert len(set(lost)) == 1


def test_a_session_that_ends_in_the_middle_leads_back_after_the_code(guest: Guest):
    link = guest.served.link_after(guest.phone, "sound bath tomorrow for 1")
    token = guest.served.token_by_link(link)
    sign_in(guest.page.context, guest.served, token)
    [booking] = guest.bookings(token)
    guest.opens(f"/bookings/{booking['reference']}")
    guest.served.as_guest(token, "/auth/logout-all/", {})

    guest.taps("Confirm booking")
    guest.expects("You have been signed out")
    guest.page.wait_for_url("**/login")
    guest.signs_in()

    assert guest.booking_on_the_page() == booking["reference"]
    expect(guest.button("Confirm booking")).to_be_visible()


def test_the_time_that_is_left_is_right_though_the_phones_clock_is_wrong(guest: Guest):
    token = guest.is_signed_in()
    booking = hold(guest.served, token, "sound-bath")
    guest.page.clock.install(time=datetime.now(UTC) + timedelta(hours=3))

    guest.opens(f"/bookings/{booking['reference']}")

    expect(guest.button("Confirm booking")).to_be_visible()
    left = guest.page.get_by_role("timer").or_(guest.page.get_by_text(":", exact=False))
    expect(left.filter(has_text="29:").or_(left.filter(has_text="30:")).first).to_be_visible()


def test_a_page_that_may_not_listen_asks_again_and_again(guest: Guest):
    token = guest.is_signed_in()
    booking = hold(guest.served, token, "sound-bath")
    guest.page.route("**/api/v1/live/", lambda route: route.fulfill(status=503))
    guest.opens(f"/bookings/{booking['reference']}")
    expect(guest.button("Confirm booking")).to_be_visible()

    guest.served.as_guest(token, f"/bookings/{booking['id']}/confirm/", {})

    guest.expects("Confirmed", within_ms=13_000)
