"""Quiet hours and the desk's hours."""

from datetime import datetime, time

import pytest

from resortbook.domain.hours import DailyHours, WeeklyHours


def at(text: str) -> datetime:
    """Return a clock time of the week whose Monday is 2 November 2026."""
    day, clock = text.split()
    date = 2 + ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day)
    return datetime.fromisoformat(f"2026-11-{date:02}T{clock}")


@pytest.mark.parametrize(
    ("hours", "within", "without"),
    [
        ("08:00-20:00", ["08:00", "19:59"], ["07:59", "20:00"]),
        ("22:00-07:00", ["22:00", "00:00", "06:59"], ["21:59", "07:00"]),
        ("18:00-24:00", ["18:00", "23:59"], ["00:00", "17:59"]),
        ("00:00-24:00", ["00:00", "23:59"], []),
    ],
)
def test_daily_hours_begin_at_their_start_and_are_over_at_their_end(hours, within, without):
    parsed = DailyHours.parse(hours)

    assert all(parsed.contains(time.fromisoformat(clock)) for clock in within)
    assert not any(parsed.contains(time.fromisoformat(clock)) for clock in without)


@pytest.mark.parametrize(
    "text", ["", "8:00-20:00", "08:00", "08:00-08:00", "24:00-08:00", "08:60-09:00", "08-20"]
)
def test_hours_written_otherwise_are_refused(text):
    with pytest.raises(ValueError, match=r"hour|minute"):
        DailyHours.parse(text)


@pytest.mark.parametrize(
    ("hours", "opened", "closed"),
    [
        ("08:00-20:00", ["mon 08:00", "sun 19:59"], ["sat 07:59", "mon 20:00"]),
        (
            "mon-fri 08:00-18:00; sat,sun 09:00-14:00",
            ["fri 17:59", "sat 09:00"],
            ["fri 18:00", "sat 08:59", "sun 14:00"],
        ),
        ("Sat-Mon 09:00-10:00", ["sat 09:30", "sun 09:30", "mon 09:30"], ["tue 09:30"]),
        ("fri 18:00-02:00", ["fri 18:00", "sat 01:59"], ["fri 01:00", "sat 18:00"]),
        ("mon 08:00-12:00; mon 14:00-18:00", ["mon 11:00", "mon 15:00"], ["mon 13:00"]),
        ("sun 20:00-04:00", ["mon 03:00"], ["sun 03:00"]),
    ],
)
def test_weekly_hours_count_for_the_day_they_begin_on(hours, opened, closed):
    parsed = WeeklyHours.parse(hours)

    assert all(parsed.is_open_at(at(moment)) for moment in opened)
    assert not any(parsed.is_open_at(at(moment)) for moment in closed)


@pytest.mark.parametrize(
    "text",
    ["mon-fry 08:00-18:00", "08:00-18:00;", "monday 08:00-18:00", "mon", "mon- 08:00-09:00"],
)
def test_weeks_written_otherwise_are_refused(text):
    with pytest.raises(ValueError, match=r"hours|days"):
        WeeklyHours.parse(text)
