from datetime import date, time, timedelta

import pytest

from resortbook.application.recurrence import check_rule, weekly
from resortbook.application.schedule import Rhythm
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput
from resortbook.domain.schedule import Closure
from tests.builders import NOON
from tests.resort_fixtures import Given

OPERATOR = Actor.operator()


def a_rhythm(**facts):
    values = {
        "rrule": "FREQ=DAILY",
        "times": (time(9), time(14, 30)),
        "first": date(2026, 10, 15),
        "until": date(2026, 10, 17),
    }
    return Rhythm(**{**values, **facts})


def local(resort, slots):
    zone = resort.facts.zone
    return [slot.start_time.astimezone(zone).strftime("%d %H:%M") for slot in slots]


def test_a_rhythm_becomes_departures_at_the_resorts_clock_times(resort, given):
    filled = resort.schedule.add_schedule(given.activity(), a_rhythm(), by=OPERATOR)

    assert local(resort, filled.created) == [
        "15 14:30",
        "16 09:00",
        "16 14:30",
        "17 09:00",
        "17 14:30",
    ]
    assert [(one.local.hour, one.reason) for one in filled.skipped] == [(9, "past")]


def test_twice_is_the_same_as_once(resort, given):
    activity = given.activity()
    first = resort.schedule.add_schedule(activity, a_rhythm(), by=OPERATOR)

    second = resort.schedule.add_schedule(activity, a_rhythm(), by=OPERATOR)

    assert second.created == ()
    assert second.schedule.id == first.schedule.id
    assert {one.reason for one in second.skipped} == {"past", "exists"}


def test_an_open_ended_schedule_is_filled_to_the_horizon_and_further_every_night(
    resort, given, clock
):
    rhythm = a_rhythm(rrule=weekly(("mon",)), times=(time(9),), until=None)
    filled = resort.schedule.add_schedule(given.activity(), rhythm, by=OPERATOR)

    clock.advance(days=14)
    more = resort.schedule.fill_open_ended()
    again = resort.schedule.fill_open_ended()

    assert (len(filled.created), more, again) == (13, 2, 0)


def test_days_without_departures_and_closures_are_left_out(resort, given, container):
    activity = given.activity()
    closure = Closure(
        id=resort.ids.new(),
        activity_id=None,
        starts_at=NOON + timedelta(days=1, hours=1),
        ends_at=NOON + timedelta(days=1, hours=4),
        created_at=NOON,
    )
    with container.storage().begin() as work:
        work.closures.add(closure)
        work.commit()

    filled = resort.schedule.add_schedule(
        activity, a_rhythm(except_dates=(date(2026, 10, 17),)), by=OPERATOR
    )

    assert local(resort, filled.created) == ["15 14:30", "16 09:00"]
    assert "closed" in {one.reason for one in filled.skipped}


def test_an_hour_that_daylight_saving_skips_is_named(open_container, sqlite_url):
    container = open_container(sqlite_url, RESORT_TIMEZONE="Europe/Berlin")
    resort, given = container.resort(), Given(container)
    rhythm = a_rhythm(times=(time(2, 30),), first=date(2027, 3, 27), until=date(2027, 3, 29))

    filled = resort.schedule.add_schedule(given.activity(), rhythm, by=OPERATOR)

    assert local(resort, filled.created) == ["27 02:30", "29 02:30"]
    assert [(one.local.day, one.reason) for one in filled.skipped] == [(28, "no_such_hour")]


def test_a_rule_may_name_its_own_hours(resort, given):
    rhythm = a_rhythm(rrule="FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30", times=())

    filled = resort.schedule.add_schedule(given.activity(), rhythm, by=OPERATOR)

    assert local(resort, filled.created)[:2] == ["15 17:30", "16 09:30"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=DAILY;COUNT=3",
        "FREQ=DAILY;UNTIL=20270101",
        "FREQ=WEEKLY;BYDAY=XX",
        "DROP TABLE",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY\nEXDATE:20270101",
    ],
)
def test_what_is_no_rule_of_days_is_refused(text):
    with pytest.raises(InvalidInput):
        check_rule(text, (time(9),))


def test_an_end_before_the_beginning_is_refused(resort, given):
    with pytest.raises(InvalidInput):
        resort.schedule.add_schedule(
            given.activity(), a_rhythm(until=date(2026, 10, 14)), by=OPERATOR
        )
