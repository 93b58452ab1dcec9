import json

import pytest

from tests.apps.cli.conftest import lines_of


@pytest.fixture
def hold(given):
    guest = given.guest("+14155550123", name="Maria Lopez", room="204")
    return given.hold(
        given.slot(given.activity()), guest=guest, party=2, lead_name="Maria Lopez"
    )


def with_hyphen(reference: str) -> str:
    return f"{reference[:4]}-{reference[4:]}".lower()


def test_bookings_are_listed_as_they_read_now(run, hold):
    [line] = lines_of(run("bookings", "list"))

    assert line == [
        hold.booking.reference,
        "pending",
        "Fri 2026-10-16 12:00",
        "jet-skiing",
        "2",
        "160.00 USD",
    ]


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (("--status", "pending", "--status", "confirmed"), 1),
        (("--status", "confirmed"), 0),
        (("--date", "2026-10-16"), 1),
        (("--date", "2026-10-15"), 0),
        (("--activity", "jet-skiing"), 1),
        (("--q", "lopez"), 1),
        (("--q", "+1 415 555 0123"), 1),
        (("--q", "nobody"), 0),
    ],
)
def test_bookings_are_found_by_what_is_known_of_them(run, hold, args, found):
    assert len(lines_of(run("bookings", "list", *args))) == found


def test_a_booking_is_shown_by_its_reference_or_id_with_the_phone_masked(run, hold):
    by_reference = run("bookings", "show", with_hyphen(hold.booking.reference))
    by_id = run("bookings", "show", str(hold.booking.id))

    assert by_reference.stdout == by_id.stdout
    facts = dict(line.split(maxsplit=1) for line in by_id.stdout.splitlines())
    assert facts["status"] == "pending"
    assert facts["guest"] == "Maria Lopez"
    assert "+1415•••0123" in by_id.stdout
    assert "+14155550123" not in by_id.stdout


def test_a_hold_is_confirmed_and_a_booking_cancelled(run, resort, hold):
    confirmed = run("bookings", "confirm", hold.booking.reference, "--json")
    cancelled = run("bookings", "cancel", hold.booking.reference, "--reason", "Wind", "--json")

    assert json.loads(confirmed.stdout)["status"] == "confirmed"
    assert json.loads(cancelled.stdout)["status"] == "cancelled"
    assert json.loads(cancelled.stdout)["cancellation_reason"] == "Wind"
    reading = resort.reads.catalogue.slot(hold.slot.id, now=resort.clock.now())
    assert reading.seats_left == reading.slot.capacity


def test_a_refusal_is_one_line_and_status_one(run, hold):
    run("bookings", "cancel", hold.booking.reference)

    again = run("bookings", "cancel", hold.booking.reference)
    unknown = run("bookings", "show", "ABCD2345")

    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr == "Error: This booking is already cancelled\n"
    assert (unknown.exit_code, unknown.stderr) == (1, "Error: There is no such booking\n")


def test_holds_run_out_by_the_clock_file(run, hold, tmp_path):
    clock_file = tmp_path / "clock"
    clock_file.write_text("+31m")

    before = run("expire")
    read = run("bookings", "list", CLOCK_FILE=str(clock_file))
    after = run("expire", CLOCK_FILE=str(clock_file))

    assert before.stdout == "Expired 0 holds.\n"
    assert lines_of(read)[0][1] == "expired"
    assert after.stdout == "Expired 1 hold.\n"


def test_holds_run_out_by_the_clock_that_the_simulator_moves(run, hold, tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "clock").write_text("+31m")

    assert run("expire").stdout == "Expired 1 hold.\n"


def test_check_says_that_everything_adds_up(run, hold):
    result = run("check")

    assert (result.exit_code, result.stdout) == (0, "Everything adds up.\n")


def test_check_names_what_does_not_and_ends_with_status_one(run, container, hold):
    with container.storage().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE time_slots SET booked_count = 7")

    result = run("check")

    assert result.exit_code == 1
    assert str(hold.slot.id) in result.stdout
    assert len(result.stderr.splitlines()) == 1
