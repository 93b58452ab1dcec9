import json

import pytest

from tests.apps.cli.conftest import lines_of

DECEMBER = ("--from", "2026-12-01", "--until", "2026-12-31")


@pytest.fixture
def jet_ski(given):
    return given.activity("Jet Skiing")


def test_departures_are_made_at_the_resorts_own_times(run, jet_ski):
    result = run(
        "slots",
        "generate",
        "jet-skiing",
        *("--days", "mon,wed,fri", "--times", "09:00,14:30", *DECEMBER),
        *("--except", "2026-12-25", "--capacity", "4"),
    )

    found = lines_of(run("slots", "list", "jet-skiing"))
    assert result.exit_code == 0
    assert "Created 24 departures of Jet Skiing" in result.stdout
    assert found[:2] == [
        ["Wed 2026-12-02 09:00", "0", "4", "4", "free"],
        ["Wed 2026-12-02 14:30", "0", "4", "4", "free"],
    ]
    assert len(found) == 24
    assert not any("12-25" in line[0] for line in found)


def test_twice_is_once_and_what_is_skipped_is_counted(run, jet_ski):
    rhythm = ("--days", "thu", "--times", "10:00", "--from", "2026-10-01")
    until = ("--until", "2026-10-31")
    run("slots", "generate", "jet-skiing", *rhythm, *until)

    again = run("slots", "generate", "jet-skiing", *rhythm, *until)

    assert again.exit_code == 0
    assert again.stdout.splitlines() == [
        "Created 0 departures of Jet Skiing from 2026-10-01, until 2026-10-31.",
        "Skipped 3 in the past.",
        "Skipped 2 there already.",
    ]


def test_an_hour_that_daylight_saving_skips_is_named(run, jet_ski):
    result = run(
        "slots",
        "generate",
        "jet-skiing",
        *("--days", "sun", "--times", "02:30", "--from", "2027-03-14", "--until", "2027-03-14"),
        RESORT_TIMEZONE="America/New_York",
    )

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Created 0 departures of Jet Skiing from 2027-03-14, until 2027-03-14.",
        "Skipped 1 at an hour that does not exist that day: 2027-03-14 02:30.",
    ]


def test_without_an_end_they_are_filled_to_the_horizon(run, jet_ski):
    result = run(
        *("slots", "generate", "jet-skiing", "--rrule", "FREQ=DAILY;BYHOUR=10"),
        SCHEDULE_HORIZON_DAYS="10",
    )

    assert "Created 10 departures of Jet Skiing from 2026-10-15, open-ended." in result.stdout


@pytest.mark.parametrize(
    "args",
    [
        ("--times", "09:00"),
        ("--days", "mon"),
        ("--days", "mon", "--times", "24:00"),
        ("--days", "moon", "--times", "09:00"),
        ("--days", "mon", "--times", "09:00", "--rrule", "FREQ=DAILY"),
        ("--days", "mon", "--times", "09:00", "--from", "2026-02-30"),
        ("--days", "mon", "--times", "09:00", "--from", "20261201"),
        ("--days", "mon", "--times", "09:00", "--capacity", "0"),
    ],
)
def test_wrong_usage_is_one_line_and_status_two(run, args):
    result = run("slots", "generate", "jet-skiing", *args)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [
        ("nothing", "--days", "mon", "--times", "09:00"),
        ("jet-skiing", "--rrule", "FREQ=SOMETIMES", "--times", "09:00"),
        ("jet-skiing", "--days", "mon", "--times", "09:00", "--until", "2026-10-01"),
    ],
)
def test_what_cannot_be_is_one_line_and_status_one(run, jet_ski, args):
    result = run("slots", "generate", *args)

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_the_list_says_what_stands_against_a_departure(run, given, jet_ski):
    slot = given.slot(jet_ski, capacity=1)
    given.hold(slot)

    [line] = lines_of(run("slots", "list", "jet-skiing"))
    [shown] = json.loads(run("slots", "list", "jet-skiing", "--json").stdout)

    assert line == ["Fri 2026-10-16 12:00", "1", "1", "0", "sold_out"]
    assert shown["id"] == str(slot.id)
    assert (shown["is_available"], shown["reason"]) == (False, "sold_out")


def test_days_of_the_list_are_the_resorts_with_both_ends(run, given, jet_ski):
    given.slot(jet_ski)

    inside = run("slots", "list", "jet-skiing", "--from", "2026-10-16", "--to", "2026-10-16")
    outside = run("slots", "list", "jet-skiing", "--from", "2026-10-17")

    assert len(lines_of(inside)) == 1
    assert lines_of(outside) == []
