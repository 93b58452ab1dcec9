"""The room: asked once in a stay, after the first confirmation, and kept as typed."""

import pytest

from resortbook.domain.actor import Actor, Door


def books(guest, wish):
    guest.says(wish)
    return guest.says("yes")


def test_the_room_is_asked_once_after_the_first_confirmation(guest):
    first = books(guest, "jet ski tomorrow at 2pm")
    noted = guest.says("Bungalow 7-B")
    second = books(guest, "parasailing tomorrow at 11")

    assert first.endswith("?")
    assert "room" in first
    assert "Bungalow 7-B" in noted
    assert "room" not in second.casefold()
    assert guest.guest.room == "Bungalow 7-B"
    assert [one.booking.room for one in guest.bookings] == ["Bungalow 7-B", "Bungalow 7-B"]
    assert [one.booking.settlement for one in guest.bookings] == ["room", "room"]


def test_the_room_may_be_skipped_and_is_not_asked_again(guest):
    books(guest, "jet ski tomorrow at 2pm")
    guest.taps("Skip")
    second = books(guest, "parasailing tomorrow at 11")

    assert "room" not in second.casefold()
    assert guest.guest.room == ""
    assert guest.statuses == ["confirmed", "confirmed"]


def test_the_question_for_the_room_may_be_passed_over(guest):
    books(guest, "jet ski tomorrow at 2pm")
    held = guest.says("and parasailing tomorrow at 11")
    second = guest.says("yes")

    assert "Parasailing" in held
    assert "room" not in second.casefold()
    assert guest.guest.room == ""
    assert guest.statuses == ["confirmed", "confirmed"]


def test_a_room_number_alone_is_the_room(guest):
    books(guest, "jet ski tomorrow at 2pm")
    guest.says("305")

    assert guest.guest.room == "305"
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_room_in_a_sentence_is_the_room(guest):
    books(guest, "jet ski tomorrow at 2pm")
    guest.says("we're in room 1204")

    assert guest.guest.room == "1204"


def test_a_cancellation_instead_of_the_room_is_no_room(guest):
    books(guest, "jet ski on saturday at 2pm")
    asked = guest.says("cancel my booking")

    assert "Shall I cancel" in asked
    assert guest.guest.room == ""


def test_a_room_that_is_known_is_not_asked_for(guest, resort):
    guest.says("hello")
    by = Actor.guest(guest.guest_id, door=Door.WEB)
    resort.account.update_profile(guest.guest_id, by=by, room="812")
    told = books(guest, "jet ski tomorrow at 2pm")

    assert "room" not in told.casefold()
    assert guest.bookings[0].booking.room == "812"


@pytest.mark.parametrize(
    "words", ["thanks", "when is breakfast?", "my bookings", "how long does it take?"]
)
def test_the_question_for_the_room_is_not_repeated(guest, words):
    books(guest, "jet ski tomorrow at 2pm")
    said = guest.says(words)
    guest.says("305")

    assert said
    assert "which room" not in said
    assert guest.guest.room == "305"


@pytest.mark.parametrize(
    ("wish", "room"),
    [
        ("Book jet ski tomorrow 14:00 2 pax room 305 please", "305"),
        ("we are in room 12, jet ski tomorrow at 2pm for 2", "12"),
    ],
)
def test_a_room_that_was_said_along_is_not_asked_for(guest, wish, room):
    told = books(guest, wish)

    assert "which room" not in told
    assert guest.guest.room == room
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_a_room_that_is_said_before_the_yes_is_kept(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("room 12")
    told = guest.says("yes")

    assert "which room" not in told
    assert guest.guest.room == "12"
    assert guest.statuses == ["confirmed"]
