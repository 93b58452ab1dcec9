"""Booking by talking: from the first wish to the confirming yes."""

import re

import pytest

BOTH = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.servers)],
    indirect=True,
)


@BOTH
def test_the_first_conversation_anybody_has_here(guest):
    kinds = guest.says("I want to book a watersport activity")
    times = guest.says("Jet skiing")
    held = guest.says("2pm")
    pending = guest.rows
    confirmed = guest.says("yes")

    assert "1. Jet Skiing, $80.00" in kinds
    assert "2. Parasailing, $120.00 a person, 45 minutes" in kinds
    assert "3. Snorkeling Tour, $60.00 a person, 2 hours" in kinds
    assert kinds.endswith("?")
    assert "Today, Thursday, October 15: 10:00 AM, 2:00 PM, 4:00 PM" in times
    for fact in ("*Jet Skiing*", "2:00 PM", "$80.00", "30 minutes", "1 person", "cancel"):
        assert fact in held
    assert re.search(r"\?\n\nhttp\S+/link#token=\S+&booking=[2-9A-HJ-NP-Z]{8}$", held)
    assert pending == ["pending jet-skiing Thu 15 Oct 14:00 for 1 at 80.00"]
    assert "Confirmed: *Jet Skiing*" in confirmed
    assert guest.rows == ["confirmed jet-skiing Thu 15 Oct 14:00 for 1 at 80.00"]
    assert guest.bookings[0].booking.booking_source == "whatsapp"
    assert guest.turns == 4


@BOTH
def test_everything_said_at_once_needs_one_message_and_a_yes(guest):
    held = guest.says("Jet ski tomorrow at 2pm for two please")
    guest.says("yes")

    assert "Tomorrow, Friday, October 16 at 2:00 PM" in held
    assert "2 people, $160.00" in held
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 2


def test_an_activity_and_a_day_need_two_messages_and_a_yes(guest):
    times = guest.says("parasailing on saturday")
    guest.says("11")
    guest.says("yes please")

    assert "Saturday, October 17: 9:00 AM, 11:00 AM, 3:00 PM" in times
    assert guest.rows == ["confirmed parasailing Sat 17 Oct 11:00 for 1 at 120.00"]
    assert guest.turns == 3


def test_a_vague_wish_needs_three_messages_and_a_yes(guest):
    guest.says("something on the water")
    guest.says("the snorkeling")
    guest.says("tomorrow morning")
    guest.says("yes")

    assert guest.rows == ["confirmed snorkeling-tour Fri 16 Oct 09:30 for 1 at 60.00"]
    assert guest.turns <= 4


def test_the_only_time_of_a_day_is_held_at_once(guest):
    held = guest.says("sunset cruise on sunday for 2 adults")
    guest.says("yes")

    assert "Sunday, October 18 at 5:15 PM" in held
    assert guest.rows == [
        "confirmed sunset-catamaran-cruise Sun 18 Oct 17:15 for 2 adult at 190.00"
    ]
    assert guest.turns == 2


@pytest.mark.parametrize(
    "typed",
    [
        "jetsky tomorow at 2pm for 2",
        "Jet sking tmrw 2 pm 2 ppl",
        "hi!! can i bok jet skiin tommorow at 14:00 for two pls",
        "JET SKI TOMORROW 2PM 2 PERSONS",
    ],
)
def test_typing_errors_are_read_as_they_were_meant(guest, typed):
    held = guest.says(typed)
    guest.says("yess")

    assert "Tomorrow, Friday, October 16 at 2:00 PM" in held
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 2


@pytest.mark.parametrize(
    "spoken",
    [
        "um hi there so we were thinking like me and my wife we'd love to go parasailing "
        "uh tomorrow at eleven in the morning if that's okay",
        "hello yes so i would like to book the parasailing for tomorrow um eleven a m for two "
        "people please thank you",
    ],
)
def test_a_dictated_message_is_read_through_its_filling_words(guest, spoken):
    held = guest.says(spoken)
    guest.says("yeah that sounds good")

    assert "11:00 AM" in held
    assert guest.rows == ["confirmed parasailing Fri 16 Oct 11:00 for 2 at 240.00"]
    assert guest.turns == 2


def test_a_number_a_tap_and_words_are_equal(talker):
    by_number, by_tap, by_word = (talker(address=f"+1415555020{number}") for number in range(3))

    by_number.says("watersports")
    by_number.says("2")
    by_number.says("3")
    by_tap.says("watersports")
    by_tap.taps("Parasailing")
    by_tap.taps("3:00 PM")
    by_word.says("watersports")
    by_word.says("the second one")
    by_word.says("the last one")

    for one in (by_number, by_tap, by_word):
        assert one.rows == ["pending parasailing Thu 15 Oct 15:00 for 1 at 120.00"]


def test_the_cheaper_one_of_what_was_offered(guest):
    guest.says("spa")
    guest.says("the cheapest one")
    guest.says("today at 3pm")
    guest.says("yes")

    assert guest.rows == ["confirmed warm-stone-massage Thu 15 Oct 15:00 for 1 at 110.00"]
    assert guest.turns == 4


def test_the_earliest_time_and_the_latest(talker):
    early, late = talker(address="+14155550201"), talker(address="+14155550202")

    early.says("tennis coaching tomorrow")
    early.says("the earliest")
    late.says("jet skiing tomorrow")
    late.says("the latest one please")

    assert early.rows == ["pending tennis-coaching Fri 16 Oct 08:00 for 1 at 60.00"]
    assert late.rows == ["pending jet-skiing Fri 16 Oct 16:00 for 1 at 80.00"]


def test_more_shows_what_was_left_out(guest):
    first = guest.says("watersports")
    more = guest.says("more")
    guest.says("first scuba dive")

    assert "First Scuba Dive" not in first
    assert "First Scuba Dive" in more
    assert "Jet Skiing" not in more
    assert guest.rows == []


def test_repeat_says_the_same_again_and_holds_nothing_twice(guest):
    guest.says("jet ski tomorrow 2pm")
    again = guest.says("sorry, can you repeat that?")

    assert "Jet Skiing" in again
    assert "2:00 PM" in again
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_never_mind_drops_it_and_lets_the_hold_go(guest):
    guest.says("jet ski tomorrow 2pm")
    dropped = guest.says("never mind")
    after = guest.says("yes")

    assert "Jet Skiing" in dropped
    assert "Confirmed" not in after
    assert guest.rows == ["cancelled jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_no_to_a_hold_lets_it_go_without_a_question(guest):
    guest.says("jet ski tomorrow 2pm")
    said = guest.says("no thanks")

    assert "?" not in said
    assert guest.statuses == ["cancelled"]


def test_a_special_request_is_written_down_as_it_was_said(guest):
    guest.says("a warm stone massage tomorrow at 11am")
    noted = guest.says("please note: I am allergic to almond oil")
    guest.says("yes")

    assert "allergic to almond oil" in noted
    assert "allergic to almond oil" in guest.bookings[0].booking.special_requests
    assert guest.rows == ["confirmed warm-stone-massage Fri 16 Oct 11:00 for 1 at 110.00"]
    assert guest.turns == 3


def test_words_of_a_choice_pick_it(guest):
    guest.says("a massage tomorrow at noon")
    guest.says("warm stone")
    guest.says("yes")

    assert guest.rows == ["confirmed warm-stone-massage Fri 16 Oct 12:00 for 1 at 110.00"]


def test_for_two_is_a_party_though_there_is_a_second_choice(guest):
    guest.says("a massage tomorrow at noon")
    said = guest.says("for two please")

    assert said.endswith("?")
    assert all(" for 1 " not in row for row in guest.rows)
