"""Changing one's mind: before the yes at once, after it by a yes."""

import pytest

HELD = "jet ski tomorrow at 2pm for 2"
BOTH = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.servers)],
    indirect=True,
)


def test_actually_the_day_after_moves_the_hold(guest):
    guest.says(HELD)
    moved = guest.says("actually saturday")
    guest.says("yes")

    assert "Saturday, October 17 at 2:00 PM" in moved
    assert guest.rows == ["confirmed jet-skiing Sat 17 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 3


def test_actually_tomorrow_moves_the_hold_of_today(guest):
    guest.says("jet ski today at 4pm")
    moved = guest.says("actually tomorrow")
    guest.says("yes")

    assert "Tomorrow, Friday, October 16 at 4:00 PM" in moved
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 16:00 for 1 at 80.00"]


def test_another_time_and_party_at_once(guest):
    guest.says(HELD)
    changed = guest.says("hmm can we do 4pm instead and there will be 3 of us")

    assert "4:00 PM" in changed
    assert "3 people, $240.00" in changed
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 16:00 for 3 at 240.00"]


def test_another_activity_instead_lets_the_first_go(guest):
    guest.says(HELD)
    guest.says("no, parasailing instead, tomorrow at 11")
    guest.says("yes")

    assert guest.rows == [
        "cancelled jet-skiing Fri 16 Oct 14:00 for 2 at 160.00",
        "confirmed parasailing Fri 16 Oct 11:00 for 2 at 240.00",
    ]


@BOTH
def test_a_confirmed_booking_moves_by_a_word_and_a_yes(guest):
    guest.has_booked("parasailing on saturday at 11am for 2")
    asked = guest.says("can we move the parasailing to 3pm?")
    still = guest.rows
    done = guest.says("yes")

    assert "Saturday, October 17 at 3:00 PM" in asked
    assert still == ["confirmed parasailing Sat 17 Oct 11:00 for 2 at 240.00"]
    assert "3:00 PM" in done
    assert guest.rows == ["confirmed parasailing Sat 17 Oct 15:00 for 2 at 240.00"]
    assert guest.turns == 2


def test_a_move_without_a_time_shows_the_choices(guest):
    guest.has_booked("parasailing on saturday at 11am")
    choices = guest.says("I need to reschedule my parasailing")
    guest.says("sunday at 9")
    guest.says("yes")

    assert "3:00 PM" in choices
    assert guest.rows == ["confirmed parasailing Sun 18 Oct 09:00 for 1 at 120.00"]
    assert guest.turns == 3


def test_a_move_to_a_full_time_offers_what_is_free_and_keeps_the_old(guest):
    guest.has_booked("sunset cruise on sunday for 2 adults")
    told = guest.says("move the cruise to saturday")

    assert "sold out" in told
    assert guest.rows == [
        "confirmed sunset-catamaran-cruise Sun 18 Oct 17:15 for 2 adult at 190.00"
    ]


def test_a_move_is_taken_back_before_its_yes(guest):
    guest.has_booked("parasailing on saturday at 11am")
    guest.says("move it to 3pm")
    said = guest.says("no leave it")

    assert "stays" in said
    assert guest.rows == ["confirmed parasailing Sat 17 Oct 11:00 for 1 at 120.00"]


def test_a_confirmed_party_changes_by_a_word_and_a_yes(guest):
    guest.has_booked("parasailing on saturday at 11am for 2")
    asked = guest.says("we will be 3 for the parasailing")
    still = guest.rows
    guest.says("yes")

    assert "3 people, $360.00" in asked
    assert still == ["confirmed parasailing Sat 17 Oct 11:00 for 2 at 240.00"]
    assert guest.rows == ["confirmed parasailing Sat 17 Oct 11:00 for 3 at 360.00"]
    assert guest.turns == 2


def test_my_bookings_needs_one_message(guest):
    guest.has_booked("snorkeling on saturday at 9:30", "jet ski on sunday at 2pm")
    told = guest.says("what have I booked?")

    assert "Snorkeling Tour" in told
    assert "Saturday, October 17 at 9:30 AM" in told
    assert "Jet Skiing" in told
    assert "Sunday, October 18 at 2:00 PM" in told
    assert guest.turns == 1


def test_what_is_booked_already_is_asked_about(guest):
    guest.has_booked(HELD)
    asked = guest.says(HELD)
    one = guest.statuses
    guest.says("yes another one")

    assert "already" in asked
    assert one == ["confirmed"]
    assert guest.statuses == ["confirmed", "pending"]


def test_a_correction_without_a_day_keeps_the_day_of_the_hold(guest):
    guest.says("jet ski tomorrow at 10am")
    told = guest.says("no, the afternoon")
    guest.says("2pm")

    assert "Tomorrow, Friday, October 16: 2:00 PM, 4:00 PM" in told
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_question_for_another_hour_keeps_the_day_of_the_hold(guest):
    guest.says("jet ski tomorrow at 4pm")
    told = guest.says("what about 10?")

    assert "October 16" in told
    assert "October 17" not in told
    assert len(guest.rows) == 1


def test_another_activity_in_place_of_the_hold(guest):
    guest.says("jet ski tomorrow at 2pm for 2")
    guest.says("change to parasailing")
    guest.says("11am")
    guest.says("yes")

    assert guest.rows[-1] == "confirmed parasailing Fri 16 Oct 11:00 for 2 at 240.00"
    assert guest.rows[0].startswith("cancelled jet-skiing")


@pytest.mark.parametrize(
    "words", ["move it to 4", "can you move it to 4pm", "push it to 4", "4pm instead please"]
)
def test_an_hour_alone_moves_the_booking_that_was_told_last(guest, words):
    guest.has_booked("jet ski on saturday at 2pm")
    guest.says("my bookings")
    asked = guest.says(words)
    guest.says("yes")

    assert "4:00 PM" in asked
    assert guest.rows == ["confirmed jet-skiing Sat 17 Oct 16:00 for 1 at 80.00"]


def test_two_fewer_count_from_what_is_booked(guest):
    guest.has_booked("jet ski on saturday at 2pm for 3")
    asked = guest.says("two fewer")
    guest.says("yes")

    assert "1 person, $80.00" in asked
    assert guest.rows == ["confirmed jet-skiing Sat 17 Oct 14:00 for 1 at 80.00"]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("saturday 4pm", "confirmed jet-skiing Sat 17 Oct 16:00 for 1 at 80.00"),
        ("to 3 people", "confirmed jet-skiing Sun 18 Oct 14:00 for 3 at 240.00"),
    ],
)
def test_who_wants_to_change_something_may_say_what_afterwards(guest, words, row):
    guest.has_booked("jet ski on sunday at 2pm")
    guest.says("I'd like to change my booking")
    guest.says(words)
    guest.says("yes")

    assert guest.rows == [row]


def test_a_no_with_a_number_does_not_drop_the_hold(guest):
    guest.says("jet ski tomorrow at 2pm for 2")
    said = guest.says("no, 4")

    assert said
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_another_time_that_is_asked_about_takes_the_place_of_the_hold(guest):
    guest.says("jet ski tomorrow at 2pm")
    told = guest.says("what about 10?")
    guest.says("yes")

    assert "10:00 AM" in told
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 10:00 for 1 at 80.00"]


def test_a_hold_stays_where_another_time_is_refused(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("what about 10?")
    told = guest.says("no")

    assert "Shall I confirm it?" in told
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]
    guest.says("yes")
    assert guest.statuses == ["confirmed"]
