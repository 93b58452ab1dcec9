"""When: days and clock times as people say them, and those that could mean two things."""

import pytest

from tests.journeys.talk import local


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("the day after tomorrow at 2", "Sat 17 Oct 14:00"),
        ("on october 20 at 4pm", "Tue 20 Oct 16:00"),
        ("2026-10-20 16:00", "Tue 20 Oct 16:00"),
        ("on the 21st at 10 am", "Wed 21 Oct 10:00"),
        ("in 3 days at two in the afternoon", "Sun 18 Oct 14:00"),
        ("this afternoon at four", "Thu 15 Oct 16:00"),
        ("next monday 10 o'clock", "Mon 19 Oct 10:00"),
    ],
)
def test_a_day_and_a_clock_time_are_held_at_once(guest, said, when):
    guest.says(f"jet ski {said}")

    assert guest.rows == [f"pending jet-skiing {when} for 1 at 80.00"]
    assert guest.turns == 1


def test_half_past_is_thirty_minutes_later(guest):
    guest.says("snorkeling tomorrow at half past nine")

    assert guest.rows == ["pending snorkeling-tour Fri 16 Oct 09:30 for 1 at 60.00"]


def test_noon_is_twelve(guest):
    guest.says("warm stone massage tomorrow at noon")
    guest.says("yes")

    assert guest.rows == ["confirmed warm-stone-massage Fri 16 Oct 12:00 for 1 at 110.00"]
    assert guest.turns == 2


def test_midnight_is_the_end_of_the_day(guest, given, resort):
    swim = given.activity("Phosphor Swim")
    given.slot(swim, local(resort, 2026, 10, 17))
    guest.says("phosphor swim tomorrow at midnight")

    assert guest.rows == ["pending phosphor-swim Sat 17 Oct 00:00 for 1 at 80.00"]


def test_friday_on_a_friday_is_offered_both_ways_and_nothing_is_held(guest, clock):
    clock.advance(days=1)
    offered = guest.says("jet ski on friday at 2pm")
    none = guest.rows
    guest.says("the second one")
    guest.says("yes")

    assert "October 16" in offered
    assert "October 23" in offered
    assert none == []
    assert guest.rows == ["confirmed jet-skiing Fri 23 Oct 14:00 for 1 at 80.00"]


def test_seven_is_offered_both_ways_where_there_are_both(guest, given, resort):
    walk = given.activity("Harbor Walk")
    for hour in (7, 19):
        given.slot(walk, local(resort, 2026, 10, 16, hour))
    offered = guest.says("harbor walk tomorrow at 7")
    none = guest.rows
    guest.says("evening")
    guest.says("yes")

    assert "7:00 AM" in offered
    assert "7:00 PM" in offered
    assert none == []
    assert guest.rows == ["confirmed harbor-walk Fri 16 Oct 19:00 for 1 at 80.00"]


def test_seven_is_clear_where_only_one_of_them_is_sailed(guest):
    guest.says("beach horse ride tomorrow at 7")

    assert guest.rows == ["pending beach-horse-ride Fri 16 Oct 07:00 for 1 at 90.00"]


@pytest.mark.parametrize("said", ["today at 8am", "yesterday at 2pm", "this morning at 8"])
def test_a_time_that_is_over_is_told_so_and_nothing_is_held(guest, said):
    told = guest.says(f"jet ski {said}")
    guest.says("yes")

    assert "over" in told
    assert "confirmed" not in guest.statuses


def test_a_time_without_a_departure_offers_the_nearest(guest):
    told = guest.says("jet ski tomorrow at 1pm")
    none = guest.rows
    guest.says("2 pm is fine")

    assert "2:00 PM" in told
    assert none == []
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_part_of_the_day_with_one_departure_is_clear(guest):
    guest.says("jet ski tomorrow morning")

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 10:00 for 1 at 80.00"]


def test_a_part_of_the_day_with_two_departures_asks_which(guest):
    told = guest.says("jet ski tomorrow afternoon")

    assert "2:00 PM" in told
    assert "4:00 PM" in told
    assert "10:00 AM" not in told
    assert guest.rows == []


def test_two_as_an_answer_to_times_is_the_hour_that_is_shown(guest):
    guest.says("jet skiing tomorrow")
    guest.says("2")

    # The second one and two o'clock are the same here: 10:00, 14:00, 16:00.
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_day_far_ahead_has_no_departures_yet(guest):
    told = guest.says("jet ski on december 24 2027 at 2pm")

    assert guest.rows == []
    assert told


def test_tonight_after_midnight_is_the_night_that_goes_on(guest, clock):
    clock.advance(hours=16)  # 1:00 AM on Friday
    told = guest.says("stargazing tonight")

    # There is none on Fridays: it must not become Saturday's without being asked.
    assert guest.rows == []
    assert "Saturday" in told
