"""Looking for something to do: what fits, what comes nearest, and nothing held by a question."""

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
