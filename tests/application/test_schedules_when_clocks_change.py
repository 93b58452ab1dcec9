"""Recurring schedules over a whole year of both hemispheres, against a clock that is simply
watched: every quarter of an hour of it, what do the resort's clocks show?
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from resortbook.application.schedule import Rhythm
from resortbook.domain.actor import Actor
from tests.resort_fixtures import Given

FIRST, LAST = date(2026, 10, 20), date(2027, 10, 19)
TIMES = tuple(
    time.fromisoformat(clock)
    for clock in ("00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "23:45")
)
QUARTER = timedelta(minutes=15)
ZONES = (
    "America/New_York",  # north: back in November, forward in March
    "Europe/Lisbon",
    "Australia/Sydney",  # south: forward in October, back in April
    "Australia/Lord_Howe",  # by half an hour
    "America/Santiago",  # at midnight, so that a day begins at one
    "America/Cancun",  # never
)
RULES = {
    "FREQ=WEEKLY;BYDAY=SA,SU,MO": lambda day: day.weekday() in (5, 6, 0),
    "FREQ=DAILY;INTERVAL=2": lambda day: (day - FIRST).days % 2 == 0,
    "FREQ=MONTHLY;BYMONTHDAY=1,-1": lambda day: (
        day.day == 1 or (day + timedelta(days=1)).day == 1
    ),
}


def watched(zone):
    """The first moment at which the clocks show each quarter of an hour of the year."""
    seen: dict[datetime, datetime] = {}
    moment = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) - timedelta(days=1)
    while moment.date() <= LAST + timedelta(days=1):
        shown = moment.astimezone(zone).replace(tzinfo=None)
        seen.setdefault(shown.replace(fold=0), moment)
        moment += QUARTER
    return seen


def expected(zone, departs):
    seen = watched(zone)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    wanted = [datetime.combine(day, clock) for day in days if departs(day) for clock in TIMES]
    return (
        sorted(seen[local] for local in wanted if local in seen),
        [local for local in wanted if local not in seen],
    )


@pytest.fixture
def resort_in(open_container, sqlite_url):
    return lambda zone: open_container(sqlite_url, RESORT_TIMEZONE=zone)


@pytest.fixture
def an_offer():
    return lambda container: Given(container).activity()


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_departures_is_what_a_watched_clock_shows(resort_in, zone, rule, an_offer):
    container = resort_in(zone)
    rhythm = Rhythm(rrule=rule, times=TIMES, first=FIRST, until=LAST)
    starts, missing = expected(ZoneInfo(zone), RULES[rule])

    filled = container.resort().schedule.add_schedule(
        an_offer(container), rhythm, by=Actor.operator()
    )

    assert [slot.start_time for slot in filled.created] == starts
    assert [one.local for one in filled.skipped] == missing
    assert {one.reason for one in filled.skipped} <= {"no_such_hour"}


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Sydney"])
def test_nights_of_filling_make_what_one_year_of_it_makes(resort_in, zone, an_offer, clock):
    container = resort_in(zone)
    rule = "FREQ=WEEKLY;BYDAY=SA,SU,MO"
    rhythm = Rhythm(rrule=rule, times=TIMES, first=FIRST, until=None)
    activity = an_offer(container)
    schedule = container.resort().schedule
    schedule.add_schedule(activity, rhythm, by=Actor.operator())
    starts, _ = expected(ZoneInfo(zone), RULES[rule])

    while clock.at.date() < LAST - timedelta(days=91):
        clock.advance(days=9)
        schedule.fill_open_ended()
    found = schedule.list_slots(first=FIRST, last=LAST, activity_id=activity.id).items

    filled_to = clock.at.astimezone(ZoneInfo(zone)).date() + timedelta(days=90)
    made = [one.slot.start_time for one in found]
    zoned = [(at, at.astimezone(ZoneInfo(zone)).date()) for at in starts]
    assert made == [at for at, day in zoned if day <= filled_to]
