from dataclasses import replace
from datetime import timedelta

import pytest

from resortbook.domain.booking import BookingStatus
from resortbook.ports.idempotency import AnswerKept
from resortbook.ports.sales_storage import HoldLimitHit, ReferenceTaken, SeatsTaken
from tests.adapters.sql.conftest import an_answer
from tests.builders import NOON


def test_placing_writes_the_booking_and_everything_that_belongs_to_it(world, storage):
    slot = world.slot()
    placement = world.placement(
        slot, lead_name="Ana María Ruiz", room="Suite 12", answer=an_answer(), hold_limit=5
    )

    storage.place(placement)

    assert world.booking_now(placement.booking) == placement.booking
    assert world.slot_now(slot).booked_count == 2
    assert world.rows("SELECT count(*) FROM outbox") == [(1,)]
    assert world.rows("SELECT count(*) FROM audit") == [(1,)]
    assert world.rows("SELECT count(*) FROM booking_words") == [(5,)]
    assert storage.reads.sales.kept_answer("guest:1", "a key", now=NOON) == placement.answer


def test_a_slot_with_too_few_seats_refuses_and_nothing_is_written(world, storage):
    slot = world.slot(capacity=3)
    world.booking(slot)

    refused = world.placement(slot, answer=an_answer())
    with pytest.raises(SeatsTaken):
        storage.place(refused)

    assert world.rows("SELECT count(*) FROM bookings") == [(1,)]
    assert world.rows("SELECT count(*) FROM outbox") == [(1,)]
    assert world.rows("SELECT count(*) FROM audit") == [(1,)]
    assert world.rows("SELECT count(*) FROM idempotency_keys") == [(0,)]


def test_a_closed_slot_refuses(world, storage):
    slot = world.slot(is_available=False)

    with pytest.raises(SeatsTaken):
        storage.place(world.placement(slot))


def test_a_whole_slot_is_had_only_while_it_is_empty(world, storage):
    taken, empty = world.slot(), world.slot(start=NOON + timedelta(days=2))
    world.booking(taken)

    with pytest.raises(SeatsTaken):
        storage.place(world.placement(taken, whole=True))
    storage.place(world.placement(empty, whole=True))

    assert world.slot_now(empty).booked_count == 2


def test_a_guest_has_as_many_counted_holds_as_the_limit_says(world, storage):
    slot, guest = world.slot(), world.guest()
    held = [world.booking(slot, guest=guest, hold_limit=2) for _ in range(2)]

    with pytest.raises(HoldLimitHit):
        storage.place(world.placement(slot, guest=guest, hold_limit=2))
    world.booking(slot, guest=world.guest(), hold_limit=2)
    world.booking(slot, guest=guest)  # nobody counts this one

    assert world.slot_now(slot).booked_count == 8
    assert len(held) == 2


def test_a_hold_that_is_confirmed_makes_room_for_another(world, storage):
    slot, guest = world.slot(), world.guest()
    held = world.booking(slot, guest=guest, hold_limit=1)

    with storage.begin() as work:
        work.bookings.save(held.confirm(NOON), was=held)
        work.commit()
    again = world.booking(slot, guest=guest, hold_limit=1)

    assert world.booking_now(again).status is BookingStatus.PENDING


def test_a_key_that_was_used_refuses_and_nothing_is_written(world, storage):
    slot = world.slot()
    storage.place(world.placement(slot, answer=an_answer()))

    with pytest.raises(AnswerKept):
        storage.place(world.placement(slot, answer=an_answer(body=b"other")))

    assert world.slot_now(slot).booked_count == 2
    assert world.rows("SELECT count(*) FROM bookings") == [(1,)]


def test_a_key_that_was_used_is_told_even_when_the_slot_has_sold_out_since(world, storage):
    slot = world.slot(capacity=2)
    storage.place(world.placement(slot, answer=an_answer()))

    with pytest.raises(AnswerKept):
        storage.place(world.placement(slot, answer=an_answer()))


def test_a_key_is_free_again_after_its_time(world, storage):
    slot = world.slot()
    storage.place(world.placement(slot, answer=an_answer(body=b"old")))

    day_after = NOON + timedelta(hours=24)
    new = an_answer(body=b"new", created_at=day_after, expires_at=day_after + timedelta(1))
    storage.place(world.placement(slot, answer=new))

    assert storage.reads.sales.kept_answer("guest:1", "a key", now=day_after) == new
    assert world.slot_now(slot).booked_count == 4


def test_a_reference_that_is_taken_refuses_and_nothing_is_written(world, storage):
    slot = world.slot()
    first = world.booking(slot)
    second = world.placement(slot)
    second = replace(
        second, booking=replace(second.booking, reference=first.reference), answer=an_answer()
    )

    with pytest.raises(ReferenceTaken):
        storage.place(second)

    assert world.slot_now(slot).booked_count == 2
    assert world.rows("SELECT count(*) FROM idempotency_keys") == [(0,)]
