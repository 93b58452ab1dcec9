"""Cancelling: a hold at once, a booking by a yes, and thinking better of it."""

import pytest

HELD = "jet ski tomorrow at 2pm for 2"
BOTH = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.servers)],
    indirect=True,
)


def test_a_hold_is_let_go_without_a_yes(guest):
    guest.says(HELD)
    said = guest.says("cancel it please")

    assert "let go" in said
    assert guest.rows == ["cancelled jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 2


@BOTH
def test_one_booking_is_cancelled_by_a_word_and_a_yes(guest):
    guest.has_booked("snorkeling on saturday at 9:30 for 2")
    asked = guest.says("please cancel my booking")
    still = guest.statuses
    done = guest.says("yes")

    assert "Snorkeling Tour on Saturday, October 17" in asked
    assert "2 people, $120.00" in asked
    assert still == ["confirmed"]
    assert "is cancelled" in done
    assert guest.rows == ["cancelled snorkeling-tour Sat 17 Oct 09:30 for 2 at 120.00"]
    assert guest.turns == 2


def test_of_three_bookings_the_one_named_is_cancelled(guest):
    guest.has_booked(
        "snorkeling on saturday at 9:30",
        "parasailing on saturday at 3pm",
        "jet ski on sunday at 2pm",
    )
    asked = guest.says("cancel the parasailing")
    guest.says("yes")

    assert "Parasailing" in asked
    assert guest.statuses == ["confirmed", "cancelled", "confirmed"]
    assert guest.turns == 2


def test_of_three_bookings_it_asks_which(guest):
    guest.has_booked(
        "snorkeling on saturday at 9:30",
        "parasailing on saturday at 3pm",
        "jet ski on sunday at 2pm",
    )
    asked = guest.says("I want to cancel")
    none = guest.statuses
    guest.says("2")
    still = guest.statuses
    guest.says("yes")

    assert "1. Snorkeling Tour" in asked
    assert "3. Jet Skiing" in asked
    assert none == still == ["confirmed"] * 3
    assert guest.statuses == ["confirmed", "cancelled", "confirmed"]


def test_a_plain_yes_to_which_one_cancels_nothing(guest):
    guest.has_booked("snorkeling on saturday at 9:30", "jet ski on sunday at 2pm")
    guest.says("cancel my booking")
    guest.says("yes")

    assert guest.statuses == ["confirmed", "confirmed"]


def test_all_of_them_are_named_and_cancelled_by_one_yes(guest):
    guest.has_booked("snorkeling on saturday at 9:30", "jet ski on sunday at 2pm")
    asked = guest.says("cancel all my bookings")
    guest.says("yes")

    assert "Snorkeling Tour" in asked
    assert "Jet Skiing" in asked
    assert guest.statuses == ["cancelled", "cancelled"]
    assert guest.turns == 2


def test_without_a_booking_there_is_nothing_to_cancel(guest):
    said = guest.says("cancel my booking")

    assert "no booking" in said
    assert guest.rows == []


def test_inside_the_deadline_it_offers_to_ask_the_desk(guest):
    guest.has_booked("jet ski today at 4pm")
    told = guest.says("cancel my jet ski")
    guest.says("yes please")

    assert "desk" in told
    assert guest.statuses[-1] == "confirmed"
    talk = guest.resort.handover.get(guest.guest_id).conversation
    assert talk.status == "waiting"
    assert "Jet Skiing" in talk.summary


@pytest.mark.parametrize(
    "words",
    ["no wait, don't cancel", "no", "keep it", "wait no, I want to keep it", "actually don't"],
)
def test_a_cancellation_is_taken_back_before_its_yes(guest, words):
    guest.has_booked("snorkeling on saturday at 9:30")
    guest.says("cancel my snorkeling")
    said = guest.says(words)
    guest.says("thanks")

    assert "stays" in said
    assert guest.statuses == ["confirmed"]


def test_dont_cancel_out_of_the_blue_cancels_nothing(guest):
    guest.has_booked("snorkeling on saturday at 9:30")
    guest.says("please don't cancel my booking")
    guest.says("ok")

    assert guest.statuses == ["confirmed"]


def test_a_bare_cancel_is_about_the_booking_and_asks(guest):
    guest.has_booked("snorkeling on saturday at 9:30")
    asked = guest.says("CANCEL")

    assert "Shall I cancel Snorkeling Tour" in asked
    assert guest.statuses == ["confirmed"]


@pytest.mark.parametrize("words", ["we can't come after all", "actually we can't make it"])
def test_who_cannot_come_is_asked_about_cancelling(guest, words):
    guest.has_booked("jet ski on saturday at 2pm")
    asked = guest.says(words)
    still = guest.statuses
    guest.says("yes")

    assert "Shall I cancel Jet Skiing" in asked
    assert still == ["confirmed"]
    assert guest.statuses == ["cancelled"]


def test_what_was_cancelled_can_be_had_again(guest):
    guest.has_booked("jet ski on sunday at 2pm")
    guest.says("cancel it")
    guest.says("yes")
    guest.says("oh no, book it again")
    guest.says("yes")

    assert guest.statuses[0] == "cancelled"
    assert guest.statuses[1:] in (["pending"], ["confirmed"])
