"""The chat beside the other doors: links, the web, STOP and START, guests without a number."""

import re

import pytest

from resortbook.application.hold import BookingRequest
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import ResortError
from resortbook.domain.guest import Channel
from tests.journeys.talk import local

HELD = "jet ski on saturday at 2pm"


def token_in(body):
    found = re.search(r"#token=([^&\s]+)", body)
    assert found
    return found[1]


def test_the_link_of_a_hold_signs_in_once(guest, resort):
    held = guest.says(HELD)
    signed_in = resort.login.use_link(token_in(held))

    assert signed_in.person.id == guest.guest_id
    assert guest.bookings[0].booking.reference in held.splitlines()[-1]
    with pytest.raises(ResortError):
        resort.login.use_link(token_in(held))


def test_the_link_of_a_hold_is_dead_after_half_an_hour(guest, resort, clock):
    held = guest.says(HELD)
    clock.advance(minutes=31)

    with pytest.raises(ResortError):
        resort.login.use_link(token_in(held))
    assert guest.statuses == ["expired"]


def test_a_link_is_given_to_who_asks_for_one(guest, resort):
    told = guest.says("can you send me the link to the web app?")

    assert resort.login.use_link(token_in(told)).person.id == guest.guest_id
    assert guest.rows == []


def test_what_is_done_in_the_chat_is_told_by_its_reply_alone(guest):
    guest.says(HELD)
    guest.says("yes")
    guest.says("skip")
    guest.says("move it to 4pm")
    guest.says("yes")
    guest.says("cancel it")
    guest.says("yes")

    assert guest.is_told() == []
    assert {one.kind for one in guest.heard} == {"ChatReply"}
    assert guest.statuses == ["cancelled"]


def test_what_is_done_on_the_web_is_told_in_the_chat(guest, resort):
    guest.says(HELD)
    by = Actor.guest(guest.guest_id, door=Door.WEB)
    resort.bookings.confirm_booking(guest.bookings[0].booking.id, by=by)
    told = guest.is_told()
    after = guest.says("yes")

    assert len(told) == 1
    assert "Confirmed: *Jet Skiing*" in told[0]
    assert "already" in after
    assert guest.statuses == ["confirmed"]


def test_what_was_cancelled_on_the_web_is_not_confirmed_by_a_yes(guest, resort):
    guest.says(HELD)
    by = Actor.guest(guest.guest_id, door=Door.WEB)
    resort.bookings.cancel_booking(guest.bookings[0].booking.id, by=by)
    guest.is_told()
    said = guest.says("yes")

    assert "Confirmed" not in said
    assert guest.statuses == ["cancelled"]


def held_on_the_web(guest, resort):
    """Hold a departure through the web's door; return the message that tells of it."""
    guest.says("hello")
    activity = resort.catalogue.get_activity("parasailing")
    start = local(resort, 2026, 10, 17, 9)
    reading, _ = resort.bookings.check_availability(activity.id, start)
    wanted = BookingRequest(activity_id=activity.id, time_slot_id=reading.slot.id, party=1)
    resort.bookings.create_booking(wanted, by=Actor.guest(guest.guest_id, door=Door.WEB))
    assert len(guest.is_told()) == 1
    return guest.heard[-1]


def test_a_hold_of_the_web_is_confirmed_by_a_tap_on_its_notice(guest, resort):
    held_on_the_web(guest, resort)
    told = guest.taps_on(guest.options[0])

    assert "Confirmed: *Parasailing*" in told
    assert guest.rows == ["confirmed parasailing Sat 17 Oct 09:00 for 1 at 120.00"]


def test_a_reply_to_the_notice_of_a_hold_is_about_it(guest, resort):
    notice = held_on_the_web(guest, resort)
    guest.replies_to(notice, "yes")

    assert guest.statuses == ["confirmed"]


def test_a_booking_of_the_web_is_cancelled_in_the_chat(guest, resort):
    held_on_the_web(guest, resort)
    guest.says("cancel my parasailing")

    assert guest.statuses == ["cancelled"]


def test_a_guest_without_a_number_books_and_cancels_all_the_same(talker):
    guest = talker(address="US.ABC123", channel=Channel.WHATSAPP_ID)
    guest.says(HELD)
    guest.says("yes")
    guest.says("skip")
    booked = guest.statuses
    guest.says("cancel my booking")
    guest.says("yes")

    assert booked == ["confirmed"]
    assert guest.rows == ["cancelled jet-skiing Sat 17 Oct 14:00 for 1 at 80.00"]
    assert guest.guest.phone is None


def test_stop_is_answered_once_and_what_one_asks_for_is_answered_still(guest):
    stopped = guest.says("STOP")
    again = guest.says("stop")
    held = guest.says(HELD)
    guest.says("yes")
    started = guest.says("START")
    twice = guest.says("START")

    assert "no more messages" in stopped
    assert again == ""
    assert "Held" in held
    assert "Welcome back" in started
    assert twice == ""
    assert guest.statuses == ["confirmed"]


def test_after_stop_a_lapsed_hold_is_not_told(guest, resort, clock):
    guest.says(HELD)
    guest.says("STOP")
    clock.advance(minutes=31)
    resort.bookings.expire_pending_bookings()

    assert guest.is_told() == []
    assert guest.statuses == ["expired"]


def test_a_bare_cancel_without_a_booking_is_no_stop(guest):
    said = guest.says("CANCEL")
    after = guest.says("hello")

    assert "no booking" in said
    assert "no more messages" not in said
    assert after
    assert guest.rows == []


def test_a_bare_cancel_lets_a_hold_go(guest):
    guest.says(HELD)
    guest.says("Cancel")

    assert guest.statuses == ["cancelled"]


def test_a_sign_in_code_leaves_what_is_pending(guest, resort):
    guest.says(HELD)
    resort.login.request_code(guest.address, client_address="127.0.0.1")
    code = guest.is_told()
    guest.says("yes")

    assert len(code) == 1
    assert guest.statuses == ["confirmed"]
