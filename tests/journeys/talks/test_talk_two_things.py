"""Two things at once, several holds, and which of them a plain yes is about."""

import pytest

BOTH_HELD = [
    "pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
    "pending warm-stone-massage Fri 16 Oct 16:00 for 1 at 110.00",
]


def test_two_activities_in_one_message_are_held_and_confirmed_by_one_tap(guest):
    told = guest.says("jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm")
    held, titles = guest.rows, guest.titles
    guest.taps("Confirm both")

    assert "Jet Skiing" in told
    assert "Warm Stone Massage" in told
    assert held == BOTH_HELD
    assert titles[0] == "Confirm both"
    assert guest.statuses == ["confirmed", "confirmed"]
    assert guest.turns == 2


@pytest.mark.parametrize("words", ["yes", "yes both please", "confirm both", "confirm all"])
def test_yes_to_both_confirms_both(guest, words):
    guest.says("jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm")
    guest.says(words)

    assert guest.statuses == ["confirmed", "confirmed"]


def test_only_one_of_two_is_confirmed_by_its_button(guest):
    guest.says("jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm")
    guest.taps("Jet Skiing")

    assert guest.statuses == ["confirmed", "pending"]


def test_only_one_of_two_is_confirmed_by_its_name(guest):
    guest.says("jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm")
    guest.says("only the massage")

    assert guest.statuses[1] == "confirmed"
    assert guest.statuses[0] != "confirmed"


def test_one_of_two_that_has_no_time_yet_is_asked_for(guest):
    guest.says("I'd like jet skiing tomorrow at 2pm and parasailing")
    guest.says("tomorrow at 11")
    guest.says("yes")

    assert sorted(guest.rows) == [
        "confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
        "confirmed parasailing Fri 16 Oct 11:00 for 1 at 120.00",
    ]


def test_two_requests_one_after_the_other_come_to_two_bookings(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("yes")
    guest.says("205")
    guest.says("now a warm stone massage tomorrow at 4pm")
    guest.says("yes")

    assert guest.statuses == ["confirmed", "confirmed"]
    assert guest.guest.room == "205"
    assert guest.turns == 5


def test_a_plain_yes_confirms_the_hold_told_last(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("also a warm stone massage tomorrow at 4pm")
    before = guest.rows
    guest.says("yes")

    assert before == BOTH_HELD
    assert guest.statuses[1] == "confirmed"


def test_a_reply_to_an_older_message_means_its_hold(guest):
    guest.says("jet ski tomorrow at 2pm")
    first = guest.heard[-1]
    guest.says("also a warm stone massage tomorrow at 4pm")
    guest.replies_to(first, "yes")

    assert guest.statuses == ["confirmed", "pending"]


def test_a_reply_to_an_older_message_lets_its_hold_go(guest):
    guest.says("jet ski tomorrow at 2pm")
    first = guest.heard[-1]
    guest.says("also a warm stone massage tomorrow at 4pm")
    guest.replies_to(first, "no, not that one")

    assert guest.statuses == ["cancelled", "pending"]


def test_also_asks_for_one_more_of_the_same(guest):
    guest.says("jet ski tomorrow at 10am")
    guest.says("also a jet ski tomorrow at 2pm")

    assert guest.rows == [
        "pending jet-skiing Fri 16 Oct 10:00 for 1 at 80.00",
        "pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
    ]


FIVE = (
    "jet ski tomorrow at 2pm",
    "parasailing tomorrow at 9am",
    "snorkeling on saturday at 9:30",
    "warm stone massage tomorrow at 5pm",
    "sunrise yoga on sunday",
)


def test_at_the_hold_limit_the_holds_are_named(guest):
    for wish in FIVE:
        guest.says(wish)
    told = guest.says("horse ride tomorrow at 5pm")

    assert guest.statuses == ["pending"] * 5
    assert "5 holds" in told
    for name in ("Jet Skiing", "Parasailing", "Snorkeling Tour", "Warm Stone", "Sunrise Yoga"):
        assert name in told


def test_at_the_hold_limit_one_can_be_let_go(guest):
    for wish in FIVE:
        guest.says(wish)
    guest.says("horse ride tomorrow at 5pm")
    guest.says("the parasailing")

    assert guest.statuses == ["pending", "cancelled", "pending", "pending", "pending"]


def test_one_thing_is_cancelled_and_another_held_in_one_message(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("cancel the jet ski and book a warm stone massage tomorrow at 4pm")

    assert guest.statuses == ["cancelled", "pending"]
    guest.says("yes")
    assert guest.statuses == ["cancelled", "confirmed"]


def test_what_is_confirmed_is_cancelled_by_a_yes_before_the_new_hold_is_asked_about(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("yes")
    told = guest.says("book a warm stone massage tomorrow at 4pm and cancel my jet ski")

    assert "Warm Stone Massage" in told
    assert told.count("?") == 1
    guest.says("yes")
    assert guest.statuses == ["cancelled", "pending"]
    guest.says("yes")
    assert guest.statuses == ["cancelled", "confirmed"]


def test_two_holds_of_one_activity_are_told_apart_by_their_times(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("also a jet ski tomorrow at 4pm")
    guest.says("cancel the jet ski")

    assert guest.titles == ["Fri 2:00 PM Jet Skiing", "Fri 4:00 PM Jet Skiing"]
