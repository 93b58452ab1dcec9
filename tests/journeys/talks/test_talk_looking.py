"""Looking for something to do: what fits, what comes near, and nothing held by a question."""

import pytest


@pytest.mark.parametrize(
    "asked", ["what can we do with kids tomorrow?", "is there anything for kids tomorrow?"]
)
def test_a_question_holds_nothing_though_one_departure_fits_it(guest, asked):
    answer = guest.says(asked)
    none = guest.rows
    guest.says("yes")

    assert "Little Pirates" in answer
    assert answer.endswith("?")
    assert none == []
    assert [row.split()[0] for row in guest.rows] == ["pending"]


def test_counted_children_are_who_comes_and_no_kind_of_activity(guest):
    answer = guest.says("what can we do with 2 small kids tomorrow morning?")

    assert "tomorrow" in answer
    assert "Snorkeling" in answer
    assert "Jet Skiing" not in answer
    assert guest.rows == []


def test_little_ones_are_children_of_their_ages(guest):
    answer = guest.says("we have two little ones, 4 and 6, what is there for them?")

    assert "Piñata" in answer
    assert "Jet Skiing" not in answer
    assert "Snorkeling" not in answer


def test_nothing_at_that_hour_shows_what_the_day_has(guest):
    answer = guest.says("something for the kids tomorrow morning")
    guest.says("yes")

    assert "other times of that day" in answer
    assert "Little Pirates" in answer
    assert [row.split()[:2] for row in guest.rows] == [["pending", "little-pirates"]]


def test_nothing_at_that_price_shows_what_there_is_for_others(guest):
    answer = guest.says("a massage under 20 dollars")

    assert "nothing that fits" in answer
    assert "other prices" in answer
    assert "Massage" in answer
    assert guest.rows == []


def test_a_choice_may_say_for_whom_it_is(guest):
    guest.says("jet skiing tomorrow")
    guest.says("book the first one for 3")

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 10:00 for 3 at 240.00"]


def test_a_choice_may_say_when_and_for_whom(guest):
    guest.says("watersports")
    guest.says("the first one tomorrow at 2pm for two")

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_a_day_between_two_words_of_a_name_is_a_day(guest):
    answer = guest.says("2 seats on the catamaran for saturday sunset")

    assert answer.startswith("Sunset Catamaran Cruise on Saturday, October 17")
    assert "sold out" in answer


def test_a_day_that_no_month_has_is_offered_as_the_days_beside_it(guest):
    answer = guest.says("jet ski on the 31st of november at 2pm")

    assert "November 30" in answer
    assert "December 1" in answer
    assert guest.rows == []


def test_another_one_is_one_more_of_what_was_booked(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("yes")
    guest.says("another one at 4pm tomorrow")

    assert guest.rows == [
        "confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
        "pending jet-skiing Fri 16 Oct 16:00 for 1 at 80.00",
    ]


def test_an_age_is_no_hour(guest):
    guest.says("jet skiing tomorrow")
    answer = guest.says("he is 10")

    assert guest.rows == []
    assert "Which time" in answer
