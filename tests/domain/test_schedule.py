from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from resortbook.domain.schedule import day_bounds, departures

BERLIN = ZoneInfo("Europe/Berlin")
SANTIAGO = ZoneInfo("America/Santiago")


def test_clock_times_hold_across_daylight_saving():
    locals_ = [datetime(2026, 3, day, 14, 0) for day in (28, 29, 30)]

    found = [departure.start for departure in departures(locals_, BERLIN)]

    assert [start and start.hour for start in found] == [13, 12, 12]


def test_an_hour_that_does_not_exist_has_no_moment():
    (found,) = departures([datetime(2026, 3, 29, 2, 30)], BERLIN)

    assert found.start is None


def test_a_doubled_hour_is_its_first():
    (found,) = departures([datetime(2026, 10, 25, 2, 30)], BERLIN)

    assert found.start == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_southern_zone_skips_its_hour_in_september():
    (found,) = departures([datetime(2026, 9, 6, 0, 30)], SANTIAGO)

    assert found.start is None


def test_a_day_of_the_resort_has_23_or_25_hours_when_the_clock_changes():
    spring = day_bounds(date(2026, 3, 29), date(2026, 3, 29), BERLIN)
    autumn = day_bounds(date(2026, 10, 25), date(2026, 10, 25), BERLIN)

    assert [(end - start).total_seconds() / 3600 for start, end in (spring, autumn)] == [23, 25]
