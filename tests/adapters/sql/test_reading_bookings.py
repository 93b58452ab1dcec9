from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.booking import BookingStatus
from resortbook.domain.events import EventKind
from resortbook.ports.paging import Page
from resortbook.ports.reads import BookingFilter
from tests.adapters.sql.conftest import an_event
from tests.builders import NOON, TOMORROW

HOUR = timedelta(hours=1)


@pytest.fixture
def found(storage):
    """The ids of the bookings that a filter finds."""

    def find(now=NOON, **wanted):
        page = storage.reads.sales.bookings(BookingFilter(now=now, **wanted), Page(limit=100))
        return {detail.booking.id for detail in page.items}

    return find


def test_statuses_are_as_everybody_reads_them(storage, world, found):
    slot = world.slot()
    held, lapsed, sold = (
        world.booking(slot, expires_at=NOON + HOUR),
        world.booking(slot, expires_at=NOON),
        world.booking(slot),
    )
    with storage.begin() as work:
        work.bookings.save(sold.confirm(NOON), was=sold)
        work.commit()

    assert found(statuses=(BookingStatus.PENDING,)) == {held.id}
    assert found(statuses=(BookingStatus.EXPIRED,)) == {lapsed.id}
    assert found(statuses=(BookingStatus.EXPIRED, BookingStatus.CONFIRMED)) == {
        lapsed.id,
        sold.id,
    }
    assert found(statuses=(BookingStatus.CANCELLED,)) == set()
    assert found() == {held.id, lapsed.id, sold.id}


def test_bookings_are_found_by_guest_activity_and_time(world, found):
    jet, dive = world.activity("Jet"), world.activity("Dive")
    early, late = world.slot(jet, TOMORROW), world.slot(dive, TOMORROW + 3 * HOUR)
    guest = world.guest()
    one, two = world.booking(early, guest=guest), world.booking(late)

    assert found(guest_id=guest.id) == {one.id}
    assert found(activity_id=dive.id) == {two.id}
    assert found(starts_from=TOMORROW + HOUR) == {two.id}
    assert found(starts_before=TOMORROW + HOUR) == {one.id}
    assert found(now=early.end_time, upcoming=True) == {two.id}
    assert found(now=early.end_time, upcoming=False) == {one.id}
    assert found(now=early.end_time - timedelta(microseconds=1), upcoming=True) == {
        one.id,
        two.id,
    }


def test_staff_find_bookings_by_reference_phone_or_words(world, found):
    slot = world.slot()
    ana = world.guest("+14155550123", name="Ana Ruiz", room="12")
    one = world.booking(slot, guest=ana, lead_name="Zoë Ångström", room="Villa 7")
    two = world.booking(slot, guest=world.guest("+14155550124", name="Ana Lind"))

    assert found(reference=one.reference) == {one.id}
    assert found(phones=("+14155550199", "+14155550124")) == {two.id}
    assert found(words=("ana",)) == {one.id, two.id}
    assert found(words=("ana", "angstrom")) == {one.id}
    assert found(words=("RUIZ", "villa", "7")) == {one.id}
    assert found(words=("12",)) == {one.id}
    assert found(words=("ana", "nobody")) == set()
    assert found(reference=two.reference, words=("zoë",)) == {one.id, two.id}
    assert found(reference="A\x00", phones=("\x00",), words=("\x00",)) == set()


def test_words_follow_a_guest_who_changes_the_name(storage, world, found):
    guest = world.guest(name="Ana Ruiz")
    booking = world.booking(world.slot(), guest=guest)

    with storage.begin() as work:
        work.guests.save(replace(guest, name="Ana Lind"))
        work.commit()

    assert found(words=("ruiz",)) == set()
    assert found(words=("lind",)) == {booking.id}


def test_one_booking_is_read_by_id_or_reference_and_odd_keys_find_nothing(storage, world):
    booking = world.booking(world.slot())

    read = storage.reads.sales.booking
    assert read(booking.id) == read(booking.reference)
    assert read(booking.id).booking == booking
    assert [read(key) for key in (uuid7(), "NONE2345", "A\x00", "\ud800")] == [None] * 4


def test_changes_are_told_from_an_event_on_with_the_present_status(storage, world):
    slot = world.slot()
    first, second = world.booking(slot), world.booking(slot)
    with storage.begin() as work:
        work.bookings.save(first.confirm(NOON), was=first)
        confirmed = an_event(first.id, kind=EventKind.BOOKING_CONFIRMED, version=2)
        work.outbox.add(confirmed)
        work.outbox.add(an_event(kind=EventKind.SIGN_IN_CODE_REQUESTED))
        work.commit()

    everything = storage.reads.sales.changes_since(UUID(int=0), limit=9)
    assert [change.booking_id for change in everything] == [first.id, second.id, first.id]
    assert everything[0].status is BookingStatus.CONFIRMED
    assert everything[0].guest_id == first.guest_id
    since = storage.reads.sales.changes_since
    assert since(everything[0].event_id, limit=9) == everything[1:]
    assert since(UUID(int=0), limit=2) == everything[:2]
    assert since(confirmed.id, limit=9) == []


def test_kept_answers_of_odd_keys_are_none(storage):
    read = storage.reads.sales.kept_answer
    assert [read("o", key, now=NOON) for key in ("none", "\x00", "\ud800")] == [None] * 3
