"""`resortbook bookings create`: a hold for a guest."""

import json

import pytest


@pytest.fixture
def jets(given):
    """An activity with a departure at noon tomorrow."""
    activity = given.activity()
    given.slot(activity)
    return activity


def test_a_hold_is_made_at_a_clock_time_of_the_resort(run, resort, jets):
    words = ("--name", "Ana Díaz", "--room", "204", "--phone", "+1 415 555 0123")
    start = "2026-10-16 12:00"

    made = run(
        "bookings", "create", "jet-skiing", start, "--participants", "2", *words, "--json"
    )

    shown = json.loads(made.stdout)
    assert (shown["status"], shown["booking_source"], shown["lead_name"]) == (
        "pending",
        "cli",
        "Ana Díaz",
    )
    assert (shown["expires_at"], shown["total_price"]) == ("2026-10-15T17:30:00Z", "160.00")
    confirmed = run("bookings", "confirm", shown["reference"])
    assert confirmed.exit_code == 0
    assert [str(one.charge.amount) for one in resort.charges.list_charges().items] == ["160.00"]


@pytest.mark.parametrize("start", ["2026-10-16T17:00:00Z", "2026-10-16T12:00"])
def test_the_time_may_have_an_offset(run, jets, start):
    made = run("bookings", "create", "jet-skiing", start, "--participants", "1")

    assert made.exit_code == 0
    assert "pending" in made.stdout


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("jet-skiing", "2026-10-16T13:00", "--participants", "1"), 1),
        (("boat", "2026-10-16T12:00", "--participants", "1"), 1),
        (("jet-skiing", "2026-10-16T12:00", "--participants", "99"), 1),
        (("jet-skiing", "2026-10-16T12:00", "--participants", "1", "--phone", "7"), 1),
        (("jet-skiing", "tomorrow", "--participants", "1"), 2),
        (("jet-skiing", "2026-10-16T12:00", "--participants", "0"), 2),
        (("jet-skiing", "2026-10-16T12:00"), 2),
    ],
)
def test_what_cannot_be_held_is_told_in_a_line(run, jets, args, status):
    result = run("bookings", "create", *args)

    assert result.exit_code == status
    assert "Traceback" not in result.output
