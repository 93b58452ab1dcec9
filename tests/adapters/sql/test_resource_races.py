"""Forty guests at once for two activities that share one boat: never both are sold."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from resortbook.domain.booking import BookingStatus
from resortbook.domain.resource import Need, Resource
from resortbook.ports.sales_storage import ResourcesTaken, SeatClaim, SeatsTaken, Stale
from tests.adapters.sql.conftest import World
from tests.builders import NOON, TOMORROW, an_activity

SOLD = "SELECT DISTINCT time_slot_id FROM bookings WHERE status = 'pending'"
BOAT = Resource(id=an_activity().id, name="The boat", units=1, created_at=NOON)


def on_one_boat(world: World) -> list[Any]:
    """Two departures of two activities, half an hour apart, of an hour each."""
    with world.storage.begin() as work:
        work.resources.add(BOAT)
        work.commit()
    slots = []
    for number, name in enumerate(("Whales", "Reef")):
        activity = world.activity(name, duration_minutes=60, capacity_per_slot=30)
        with world.storage.begin() as work:
            work.resources.set_needs(activity.id, [Need(resource_id=BOAT.id)])
            work.commit()
        slots.append(world.slot(activity, TOMORROW + timedelta(minutes=30 * number)))
    return slots


def wishes_for(world: World, slots: list[Any]) -> list[Any]:
    wishes = [world.placement(slots[number % 2], party=1) for number in range(40)]
    return [replace(wish, claim=replace(wish.claim, shares=True)) for wish in wishes]


def no_guard(connection: Connection, slot_id: Any) -> None:
    """Let anybody have anything."""


def move(storage: Any, booking: Any, to: Any) -> None:
    """Move a booking as the application does: resources, slots by id, booking."""
    left = booking.time_slot_id
    with storage.begin() as work:
        work.resources.take(to.id, leaving=left, seats_leaving=1)
        for slot_id, seats in sorted([(left, -1), (to.id, 1)]):
            if seats > 0:
                work.slots.claim(SeatClaim(slot_id=slot_id, seats=1, shares=True))
            else:
                work.slots.release(slot_id, 1)
        moved = replace(booking, time_slot_id=to.id, version=booking.version + 1)
        work.bookings.save(moved, was=booking)
        work.commit()


def cancel(storage: Any, booking: Any) -> None:
    """Cancel a booking: slot, booking."""
    off = replace(
        booking,
        status=BookingStatus.CANCELLED,
        expires_at=None,
        version=booking.version + 1,
    )
    with storage.begin() as work:
        work.slots.release(booking.time_slot_id, 1)
        work.bookings.save(off, was=booking)
        work.commit()


def test_forty_at_once_on_one_boat_never_sell_both_activities(world, storage, at_once):
    slots = on_one_boat(world)
    wishes = wishes_for(world, slots)

    answers = at_once(lambda number: storage.place(wishes[number]), threads=40)

    sold = {str(slot_id) for (slot_id,) in world.rows(SOLD)}
    assert len(sold) == 1
    assert sum(answer is None for answer in answers) == 20
    assert sum(isinstance(answer, ResourcesTaken) for answer in answers) == 20
    assert storage.reads.sales.discrepancies() == []


def test_the_same_race_without_the_guard_sells_both(url, opened, at_once):
    world = World(opened(url, pool_size=16, guard=no_guard))
    wishes = wishes_for(world, on_one_boat(world))

    at_once(lambda number: world.storage.place(wishes[number]), threads=40)

    assert len(world.rows(SOLD)) == 2
    found = world.storage.reads.sales.discrepancies()
    assert {one.what for one in found} == {"resources that departures use at the same time"}


def test_whoever_does_not_know_of_the_boat_gets_no_seat(world, storage):
    slots = on_one_boat(world)

    unaware = world.placement(slots[0], party=1)

    with pytest.raises(SeatsTaken):
        storage.place(unaware)
    assert world.rows(SOLD) == []


def test_moves_and_claims_and_cancels_at_once_never_end_up_with_both(world, storage, at_once):
    slots = on_one_boat(world)
    activity = slots[0].activity_id
    hour = an_activity(id=activity, duration_minutes=60)
    far = world.slot(hour, TOMORROW + timedelta(days=5))
    held = []
    for _ in range(10):
        wish = world.placement(far, party=1)
        storage.place(replace(wish, claim=replace(wish.claim, shares=True)))
        held.append(wish.booking)
    wishes = wishes_for(world, slots)

    def act(number: int) -> None:
        if number % 4 == 0:
            move(storage, held[number // 4], slots[0])
        else:
            storage.place(wishes[number])
            if number % 4 == 1:
                cancel(storage, wishes[number].booking)

    answers = at_once(act, threads=40)

    refusals = [answer for answer in answers if answer is not None]
    assert all(isinstance(answer, ResourcesTaken | Stale) for answer in refusals)
    assert storage.reads.sales.discrepancies() == []
