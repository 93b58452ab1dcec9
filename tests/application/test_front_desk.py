from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from resortbook.application.front_desk import FrontDesk
from resortbook.domain.hours import WeeklyHours

CANCUN = ZoneInfo("America/Cancun")  # five hours behind, all year
WEEK = "mon-fri 08:00-18:00; sat,sun 09:00-14:00"


def a_desk(hours=WEEK, zone=CANCUN):
    return FrontDesk(phone=None, hours=WeeklyHours.parse(hours), zone=zone)


def utc(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_without_hours_somebody_is_there_as_far_as_anybody_knows():
    desk = FrontDesk(phone=None, hours=None, zone=CANCUN)

    assert desk.is_open(utc(2026, 10, 15, 3))
    assert desk.opens_at(utc(2026, 10, 15, 3)) is None


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (utc(2026, 10, 15, 13), None),  # Thursday, 08:00
        (utc(2026, 10, 15, 12, 59), utc(2026, 10, 15, 13)),
        (utc(2026, 10, 15, 23), utc(2026, 10, 16, 13)),  # Thursday, 18:00
        (utc(2026, 10, 16, 23), utc(2026, 10, 17, 14)),  # Friday, 18:00: opens later
        (utc(2026, 10, 18, 19), utc(2026, 10, 19, 13)),  # Sunday, 14:00
        (utc(2026, 10, 19, 1), utc(2026, 10, 19, 13)),  # still Sunday there
    ],
)
def test_it_knows_when_somebody_is_there_next(now, opens):
    desk = a_desk()

    assert desk.opens_at(now) == opens
    assert desk.is_open(now) is (opens is None)


def test_a_desk_of_one_day_opens_a_week_later():
    desk = a_desk("thu 08:00-09:00")

    assert desk.opens_at(utc(2026, 10, 15, 14)) == utc(2026, 10, 22, 13)


def test_a_night_desk_opens_in_the_evening_and_is_open_over_midnight():
    desk = a_desk("22:00-06:00")

    assert desk.opens_at(utc(2026, 10, 15, 17)) == utc(2026, 10, 16, 3)
    assert desk.is_open(utc(2026, 10, 16, 10))


def test_clock_times_hold_when_the_clocks_are_put_back():
    desk = a_desk("08:00-20:00", ZoneInfo("Europe/Madrid"))

    assert desk.opens_at(utc(2026, 10, 24, 20)) == utc(2026, 10, 25, 7)
