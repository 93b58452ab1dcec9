from dataclasses import replace

import pytest

from resortbook.domain.booking import BookingStatus


@pytest.fixture
def told(storage):
    """What the check tells, by kind."""

    def told_():
        return [one.what for one in storage.reads.sales.discrepancies()]

    return told_


@pytest.fixture
def write(storage):
    def write_(statement):
        with storage.engine.begin() as connection:
            connection.exec_driver_sql(statement)

    return write_


def test_bookings_in_every_status_add_up(storage, world, told):
    slot = world.slot(capacity=20)
    for status in BookingStatus:
        held = world.booking(slot)
        taken = status not in (BookingStatus.CANCELLED, BookingStatus.EXPIRED)
        with storage.begin() as work:
            if not taken:
                work.slots.release(slot.id, held.seats)
            changed = replace(held, status=status, expires_at=None, version=2)
            work.bookings.save(changed, was=held)
            work.commit()

    assert told() == []


def test_a_count_that_is_not_its_bookings_is_told_with_both_figures(storage, world, write):
    slot = world.slot()
    world.booking(slot)
    write("UPDATE time_slots SET booked_count = 5")

    (one,) = storage.reads.sales.discrepancies()

    assert (one.subject, one.expected, one.found) == (f"slot {slot.id}", "2", "5")


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE booking_lines SET quantity = 3", "price of a booking and sum of its lines"),
        ("DELETE FROM booking_lines", "price of a booking and sum of its lines"),
        ("UPDATE bookings SET total_price = 1", "price of a booking and sum of its lines"),
        (
            "UPDATE activities SET booking_cutoff_minutes = 9",
            "cut-off of a slot and of its activity",
        ),
        ("UPDATE outbox SET version = 9", "an event and the change it tells of"),
    ],
)
def test_each_contradiction_is_told(world, told, write, statement, what):
    world.booking(world.slot())
    assert told() == []

    write(statement)

    assert told() == [what]


def test_a_party_that_is_not_its_participants_is_told(world, told, write):
    world.booking(world.slot(), participants=3)

    assert told() == ["participants of a booking and its party"]


def test_an_event_that_waits_or_was_given_up_is_no_contradiction(world, told, write):
    world.booking(world.slot())

    write("UPDATE outbox SET state = 'failed'")

    assert told() == []


def test_a_lapsed_hold_that_nobody_swept_is_no_contradiction(world, told):
    world.booking(world.slot())

    assert told() == []
