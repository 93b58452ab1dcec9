"""The front office's arrivals from a file, and what staff see of them."""

from datetime import date

import pytest

from resortbook.application.desk import BookingSearch
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput
from resortbook.ports.paging import Page
from tests.builders import the_guest

GOOD = (
    "Room;Guest Name;Arrival;Departure;Confirmation No;VIP\n"
    "204;López, Maria;15.10.2026;20.10.2026;;yes\n"
    "301;Smith;2026-10-14;16 Oct 2026;;\n"
)


@pytest.fixture
def take(resort):
    """Import a text; return the report."""

    def take_(text):
        return resort.stays.import_file("a.csv", text.encode(), by=Actor.operator())

    return take_


def counts(report):
    return report.created, report.updated, report.unchanged


def test_the_same_file_again_changes_nothing_and_a_longer_stay_is_an_update(resort, take):
    first, again = take(GOOD), take(GOOD)
    longer = take(GOOD.replace("20.10.2026", "22.10.2026"))

    assert counts(first) == (2, 0, 0)
    assert counts(again) == (0, 0, 2)
    assert counts(longer) == (0, 1, 1)
    assert first.ignored == ("VIP",)
    day = date(2026, 10, 21)
    [stay] = resort.reads.stays.in_rooms(["204", "301"], day, day)
    assert (stay.room, stay.last_name) == ("204", "López")


def test_a_number_decides_even_when_the_room_changes(resort, take):
    head = "room,last_name,arrives_on,departs_on,external_ref\n"
    take(f"{head}204,Lopez,2026-10-15,2026-10-20,R-1\n")

    moved = take(f"{head}305,Lopez,2026-10-15,2026-10-20,R-1\n")

    assert counts(moved) == (0, 1, 0)
    day = date(2026, 10, 16)
    assert [one.room for one in resort.reads.stays.in_rooms(["204", "305"], day, day)] == [
        "305"
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",Lopez,2026-10-15,2026-10-20", "Room"),
        ("204,,2026-10-15,2026-10-20", "Name"),
        ("204,***,2026-10-15,2026-10-20", "Name"),
        ("204,Lopez,,2026-10-20", "Arrival"),
        ("204,Lopez,01/02/2026,2026-10-20", "Arrival"),
        ("204,Lopez,2026-02-30,2026-10-20", "Arrival"),
        ("204,Lopez,tomorrow,2026-10-20", "Arrival"),
        ("204,Lopez,2026-10-15,2026-10-14", "Departure"),
        ("204,Lopez,2026-10-15,2028-10-14", "Departure"),
        (f"{'x' * 51},Lopez,2026-10-15,2026-10-20", "Room"),
        ("205,Smith,13/10/2026,10/16/2026\n205,Smith,2026-10-13,2026-10-19", "Room"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_written(resort, take, row, column):
    report = take(f"Room,Name,Arrival,Departure\n100,Good,2026-10-15,2026-10-20\n{row}\n")

    assert [bad.column for bad in report.bad] == [column]
    assert report.bad[0].line == 2 + len(row.splitlines())
    assert not report.written
    assert resort.reads.stays.in_rooms(["100"], date.min, date.max) == []


def test_what_is_no_list_of_stays_is_refused(take):
    with pytest.raises(InvalidInput):
        take("name,price\nBoat,5\n")


def test_staff_see_which_rooms_agree_and_guests_do_not(resort, given, take):
    slot = given.slot()
    maria = given.guest("+14155550123", name="Maria Lopez")
    right = given.hold(slot, guest=maria, room="204").booking
    wrong = given.hold(slot, room="301", lead_name="Maria Lopez").booking
    none = given.hold(slot).booking
    take(GOOD)

    found = resort.desk.find_bookings(BookingSearch(), Page()).items
    told = {
        one.detail.booking.id: one.is_room_verified for one in resort.verifying.verified(found)
    }

    assert told == {right.id: True, wrong.id: False, none.id: None}
    seen = resort.bookings.get_booking(right.id, by=the_guest(right))
    assert not hasattr(seen, "is_room_verified")
