from datetime import UTC, date, datetime, time, timedelta

import pytest

from resortbook.application.chat.times import Found, Times
from resortbook.application.chat.understanding.when import DayPart, When
from resortbook.domain.slot import Reason
from tests.builders import NOON

DAY = date(2026, 10, 16)  # a Friday; NOON is the Thursday before, at noon in Cancún


def at(day: int, hour: int) -> datetime:
    """A clock time of October in Cancún, which is five hours behind."""
    return datetime(2026, 10, day, hour, tzinfo=UTC) + timedelta(hours=5)


@pytest.fixture
def jet_ski(given):
    activity = given.activity("Jet Skiing", capacity_per_slot=2)
    for day in (15, 16, 17):
        for hour in (10, 14, 19):
            given.slot(activity, at(day, hour))
    return activity


@pytest.fixture
def seek(container, resort, jet_ski):
    times = Times(reads=resort.reads.catalogue, policy=container.policy())

    def ask(*, seats=1, shown=(), **said):
        return times.seek(jet_ski, When(**said), seats=seats, now=NOON, shown=shown)

    return ask


def clock(sought):
    return [one.slot.start_time for one in sought.slots]


def test_a_day_and_a_time_mean_one_departure(seek):
    sought = seek(days=(DAY,), times=(time(14),))

    assert sought.found is Found.ONE
    assert clock(sought) == [at(16, 14)]


def test_a_day_alone_leaves_a_choice(seek):
    sought = seek(days=(DAY,))

    assert sought.found is Found.SEVERAL
    assert clock(sought) == [at(16, 10), at(16, 14), at(16, 19)]


def test_two_readings_of_a_day_are_offered_both_ways(seek):
    sought = seek(days=(DAY, DAY + timedelta(days=1)), times=(time(14),))

    assert sought.found is Found.BOTH_WAYS
    assert clock(sought) == [at(16, 14), at(17, 14)]


def test_of_two_readings_of_a_time_the_only_departure_counts(seek):
    sought = seek(days=(DAY,), times=(time(7), time(19)))

    assert sought.found is Found.ONE
    assert clock(sought) == [at(16, 19)]


def test_a_part_of_the_day_narrows_the_choice(seek):
    assert clock(seek(days=(DAY,), part=DayPart.MORNING)) == [at(16, 10)]
    assert clock(seek(days=(DAY,), after=time(12), before=time(15))) == [at(16, 14)]


def test_a_time_alone_is_one_of_the_times_that_are_shown(seek):
    sought = seek(times=(time(14),), shown=(DAY,))

    assert sought.found is Found.ONE
    assert clock(sought) == [at(16, 14)]


def test_a_time_alone_with_nothing_shown_is_offered_on_several_days(seek):
    sought = seek(times=(time(14),))

    assert sought.found is Found.SEVERAL
    assert clock(sought) == [at(15, 14), at(16, 14), at(17, 14)]


def test_nothing_said_shows_the_first_day_that_leaves_a_choice(seek):
    assert clock(seek()) == [at(15, 14), at(15, 19)]


def test_what_is_taken_is_told_with_what_is_near(seek, given, jet_ski, resort):
    (slot,) = [one for one in seek(days=(DAY,)).slots if one.slot.start_time == at(16, 14)]
    given.hold(slot.slot, party=2)

    sought = seek(days=(DAY,), times=(time(14),))

    assert (sought.found, sought.reason) == (Found.TAKEN, Reason.SOLD_OUT)
    assert len(sought.slots) == 3
    assert slot.slot.id not in {one.slot.id for one in sought.slots}


def test_a_time_without_a_departure_leads_to_the_nearest_ones_of_that_day(seek):
    sought = seek(days=(DAY,), times=(time(15),))

    assert sought.found is Found.NO_SUCH_TIME
    assert clock(sought) == [at(16, 10), at(16, 14), at(16, 19)]


def test_a_day_without_departures_leads_to_the_nearest_days(seek):
    sought = seek(days=(DAY + timedelta(days=30),), times=(time(14),))

    assert sought.found is Found.NO_SUCH_DAY
    assert at(17, 14) in clock(sought)


def test_what_is_past_is_told_so(seek):
    assert seek(days=(DAY - timedelta(days=3),)).found is Found.PAST
    assert seek(is_past=True, days=(date(2026, 10, 15),), times=(time(10),)).found is Found.PAST


def test_nothing_is_found_where_no_departure_takes_so_many(seek):
    assert seek(seats=3).found is Found.NOTHING
