"""Many at once, counted by the bookings and never by the counter."""

from typing import Any

from sqlalchemy import func, select, update

from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.ports.idempotency import AnswerKept
from resortbook.ports.sales_storage import HoldLimitHit, SeatsTaken
from tests.adapters.sql.conftest import World, an_answer

SEATS_SOLD = "SELECT coalesce(sum(seats), 0) FROM bookings WHERE status = 'pending'"


def look_then_write(slot_id: Any, seats: Any, whole: Any) -> Any:
    """Claim as one must not: read the count, judge it, and write what it ought to be; with a
    pause to think, that even on a busy machine some read before others have written.
    """
    slots = time_slots.alias("seen")
    seen = (
        select(slots.c.booked_count + seats)
        .where(slots.c.id == slot_id, slots.c.booked_count + seats <= slots.c.capacity)
        .where(func.pg_sleep(0.05).is_not(None))
        .scalar_subquery()
    )
    claimed = update(time_slots).where(time_slots.c.id == slot_id, seen.is_not(None))
    return claimed.values(booked_count=seen)


def look_at_nothing(slot_id: Any, seats: Any, whole: Any) -> Any:
    """Claim without any guard; a single writer would lose no race."""
    most = func.min(time_slots.c.booked_count + seats, time_slots.c.capacity)
    return update(time_slots).where(time_slots.c.id == slot_id).values(booked_count=most)


def test_forty_at_once_never_get_more_than_the_ten_seats(world, storage, at_once):
    slot = world.slot()
    wishes = [world.placement(slot, party=1 + number % 4) for number in range(40)]

    answers = at_once(lambda number: storage.place(wishes[number]), threads=40)

    assert all(answer is None or isinstance(answer, SeatsTaken) for answer in answers)
    (sold,) = world.rows(SEATS_SOLD)[0]
    assert 7 <= sold <= 10
    assert world.slot_now(slot).booked_count == sold


def test_the_same_race_without_the_guard_oversells(url, opened, at_once):
    unguarded = look_at_nothing if url.startswith("sqlite") else look_then_write
    world = World(opened(url, pool_size=16, claim=unguarded))
    slot = world.slot()
    wishes = [world.placement(slot, party=1 + number % 4) for number in range(40)]

    at_once(lambda number: world.storage.place(wishes[number]), threads=40)

    (sold,) = world.rows(SEATS_SOLD)[0]
    assert sold > 10


def test_twenty_at_once_make_exactly_as_many_holds_as_a_guest_may_have(world, storage, at_once):
    limit = 5
    activity, guest = world.activity(), world.guest()
    slots = [world.slot(activity, lane=f"boat {number}", capacity=100) for number in range(2)]
    wishes = [
        world.placement(slots[number % 2], guest=guest, hold_limit=limit)
        for number in range(20)
    ]

    answers = at_once(lambda number: storage.place(wishes[number]), threads=20)

    assert sum(answer is None for answer in answers) == limit
    assert sum(isinstance(answer, HoldLimitHit) for answer in answers) == 20 - limit
    assert world.rows("SELECT count(*) FROM bookings") == [(limit,)]
    assert sum(world.slot_now(slot).booked_count for slot in slots) == 2 * limit


def test_one_key_used_ten_times_at_once_makes_one_booking(world, storage, at_once):
    slot, guest = world.slot(), world.guest()
    wishes = [
        world.placement(slot, guest=guest, answer=an_answer(), hold_limit=5) for _ in range(10)
    ]

    answers = at_once(lambda number: storage.place(wishes[number]), threads=10)

    assert sum(answer is None for answer in answers) == 1
    assert sum(isinstance(answer, AnswerKept) for answer in answers) == 9
    assert world.rows("SELECT count(*) FROM bookings") == [(1,)]


def test_seats_given_back_and_claimed_at_once_add_up(world, storage, at_once):
    slot = world.slot(capacity=8)
    held = [world.booking(slot) for _ in range(4)]

    def cancel_and_rebook(number: int) -> None:
        with storage.begin() as work:
            work.slots.release(slot.id, held[number].seats)
            work.bookings.save(held[number].expire(slot.start_time), was=held[number])
            work.commit()
        storage.place(world.placement(slot))

    answers = at_once(cancel_and_rebook, threads=4)

    assert answers == [None] * 4
    assert world.rows(SEATS_SOLD) == [(8,)]
    assert world.slot_now(slot).booked_count == 8
