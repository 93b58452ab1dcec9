"""`resortbook guests` and `keys`."""

import json

import pytest

PHONE = "+14155550123"
FILE = "Phone;Name;Room\n+1 415 555 0123;Ana Díaz;204\n+44 20 7946 0018;Bo;\n"


@pytest.fixture
def guests(run, tmp_path):
    path = tmp_path / "guests.csv"
    path.write_text(FILE, encoding="utf-8")
    return lambda: run("guests", "import", str(path))


def test_guests_come_from_a_file_and_again_nothing_changes(guests):
    first, second = guests(), guests()

    assert "2 created, 0 updated, 0 unchanged" in first.stdout
    assert "0 created, 0 updated, 2 unchanged" in second.stdout


def test_a_bad_row_is_named_and_nothing_is_written(run, tmp_path):
    path = tmp_path / "guests.csv"
    path.write_text("phone,name\n+14155550123,Ana\nnobody,Bo\n,Cy\n", encoding="utf-8")

    done = run("guests", "import", str(path))

    assert done.exit_code == 1
    assert "line 3, phone:" in done.stdout
    assert "line 4, phone: missing" in done.stdout
    assert run("guests", "export", PHONE).exit_code == 1


def test_everything_held_of_a_guest_is_printed_and_forgotten(guests, run):
    guests()

    held = json.loads(run("guests", "export", PHONE).stdout)
    assert (held["user"]["name"], held["user"]["room"]) == ("Ana Díaz", "204")
    assert run("guests", "erase", PHONE).exit_code == 2
    assert "Forgotten" in run("guests", "erase", PHONE, "--yes").stdout

    again = run("guests", "erase", PHONE, "--yes")
    assert again.exit_code == 0
    assert "nothing to forget" in again.stdout


def test_keys_are_rotated_and_everything_stays_readable(guests, run):
    guests()
    new = "YW5vdGhlciBrZXksIHRoaXJ0eS10d28gYnl0ZXMhISE="
    old = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

    done = run("keys", "rotate", ENCRYPTION_KEYS=f"{new},{old}")
    again = run("keys", "rotate", ENCRYPTION_KEYS=f"{new},{old}")
    held = run("guests", "export", PHONE, ENCRYPTION_KEYS=new)

    assert "sealed anew" in done.stdout
    assert "Nothing to do" in again.stdout
    assert json.loads(held.stdout)["user"]["name"] == "Ana Díaz"
