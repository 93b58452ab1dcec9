"""Letting departures go later, and editing them: told once, nothing overwritten."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from resortbook.adapters.sql.tables.messages import outbox
from resortbook.application.departures import SlotChanges
from resortbook.domain.errors import (
    Conflicting,
    FieldConflict,
    InvalidTime,
    PreconditionFailed,
)
from resortbook.domain.events import EventKind
from resortbook.domain.reminders import start_version
from resortbook.domain.resource import Need
from resortbook.ports.sales_storage import SeatClaim, SeatsTaken
from tests.builders import NOON, TOMORROW

DAY = timedelta(days=1)
IN_A_WEEK = NOON + 7 * DAY


pytestmark = pytest.mark.usefixtures("messenger")


def test_a_delay_moves_the_times_and_tells_each_guest_once(resort, given, people, dana, told):
    slot = given.slot(start=IN_A_WEEK)
    held = [given.hold(slot, guest=guest) for guest in (people[0], people[0], people[1])]
    for one in held:
        resort.bookings.confirm_booking(one.booking.id, by=dana)

    delayed = resort.delaying.delay(slot.id, 45, by=dana, reason="Late boat")

    start = IN_A_WEEK + timedelta(minutes=45)
    assert (delayed.slots[0].start_time, delayed.slots[0].end_time) == (
        start,
        start + timedelta(minutes=30),
    )
    addresses = [address for address, kind in told() if kind == "SlotDelayed"]
    assert sorted(addresses) == ["+14155550100", "+14155550101"]
    now = resort.reads.sales.booking(held[0].booking.id).booking
    assert now.cancel_by == start - DAY
    assert resort.check() == []


def test_old_reminders_never_go_out_and_new_ones_do(
    resort, given, people, dana, messenger, clock, told
):
    slot = given.slot(start=IN_A_WEEK)
    held = given.hold(slot, guest=people[0])
    resort.bookings.confirm_booking(held.booking.id, by=dana)
    resort.delaying.delay(slot.id, 120, by=dana)
    told()

    clock.at = IN_A_WEEK - DAY
    told()
    early = [one.kind for one in messenger.accepted if one.kind.startswith("Reminder")]
    clock.advance(hours=2)
    told()
    in_time = [one.kind for one in messenger.accepted if one.kind.startswith("Reminder")]

    assert (early, in_time) == ([], ["Reminder24h"])


def test_who_could_not_cancel_any_more_still_cannot_and_nobody_less_long(
    resort, given, people, dana
):
    slot = given.slot(start=NOON + timedelta(hours=20))
    held = given.hold(slot, guest=people[0])

    resort.delaying.delay(slot.id, 30, by=dana)

    assert held.booking.cancel_by is None
    assert resort.reads.sales.booking(held.booking.id).booking.cancel_by is None


def test_a_guest_may_cancel_later_with_a_delay_even_where_it_was_too_late(
    resort, given, people, dana, clock
):
    slot = given.slot(start=NOON + timedelta(hours=25))
    held = given.hold(slot, guest=people[0])
    resort.bookings.confirm_booking(held.booking.id, by=dana)
    clock.advance(hours=2)

    resort.delaying.delay(slot.id, 300, by=dana)

    booking = resort.reads.sales.booking(held.booking.id).booking
    assert booking.cancel_by == NOON + timedelta(hours=6)
    assert booking.can_cancel(clock.now())


def test_a_delay_into_another_departure_is_refused(resort, given, dana):
    activity = given.activity()
    slot, _ = given.slot(activity), given.slot(activity, TOMORROW + timedelta(hours=1))

    with pytest.raises(FieldConflict):
        resort.delaying.delay(slot.id, 60, by=dana)

    assert resort.departures.get(slot.id).slot == slot


def test_a_delay_into_the_time_of_a_boat_that_is_out_is_refused(resort, given, dana, clock):
    activities = given.activity("Whales"), given.activity("Reef")
    boat = resort.resources.add("The boat", by=dana)
    for activity in activities:
        needs = [Need(resource_id=boat.id)]
        resort.resources.set_needs(activity.id, needs, by=dana)
    whales = given.slot(activities[0])
    reef = given.slot(activities[1], TOMORROW + timedelta(minutes=45))
    for slot in (whales, reef):
        given.hold(slot)

    with pytest.raises(FieldConflict) as refused:
        resort.delaying.delay(whales.id, 30, by=dana)
    clock.advance(minutes=30)  # the holds run out, and with them what they used
    given.hold(whales)

    assert refused.value.details["reason"] == "resource"
    resort.delaying.delay(whales.id, 30, by=dana)
    assert resort.check() == []


@pytest.mark.parametrize("minutes", [30, 31])
def test_a_delay_must_lead_ahead(resort, given, dana, clock, minutes):
    slot = given.slot(start=NOON + timedelta(hours=1))
    clock.advance(hours=1, minutes=29)

    resort.delaying.delay(slot.id, minutes, by=dana)
    clock.advance(hours=2)

    with pytest.raises(InvalidTime):
        resort.delaying.delay(slot.id, 10, by=dana)


def test_a_preview_of_a_delay_changes_nothing(resort, given, people, container):
    slot = given.slot()
    given.hold(slot, guest=people[0])

    shown = resort.delaying.preview(slot.id, 30)

    assert shown.slots[0].start_time == TOMORROW + timedelta(minutes=30)
    assert len(shown.bookings) == 1
    assert resort.departures.get(slot.id).slot.start_time == TOMORROW
    counted = select(func.count()).where(outbox.c.kind == EventKind.SLOT_DELAYED.value)
    with container.storage().engine.connect() as connection:
        assert connection.scalar(counted) == 0


def test_whoever_has_seen_an_older_state_is_told(resort, given, dana):
    slot = given.slot()
    resort.departures.change(slot.id, SlotChanges(capacity=8), by=dana, expected=1)

    for act in (
        lambda: resort.departures.change(slot.id, SlotChanges(capacity=9), by=dana, expected=1),
        lambda: resort.delaying.delay(slot.id, 10, by=dana, expected=1),
        lambda: resort.closing.close_slot(slot.id, reason="", by=dana, expected=1),
    ):
        with pytest.raises(PreconditionFailed):
            act()

    now = resort.departures.get(slot.id).slot
    assert (now.capacity, now.version, now.is_available) == (8, 2, True)


def test_capacity_is_never_under_what_is_sold(resort, given, dana, clock):
    slot = given.slot()
    given.hold(slot, party=4)
    with pytest.raises(FieldConflict) as refused:
        resort.departures.change(slot.id, SlotChanges(capacity=3), by=dana)
    resort.departures.change(slot.id, SlotChanges(capacity=4), by=dana)

    clock.advance(minutes=30)  # what has run out is not sold
    resort.departures.change(slot.id, SlotChanges(capacity=1), by=dana)

    assert refused.value.details["field"] == "capacity"
    assert resort.departures.get(slot.id).slot.capacity == 1


def test_nobody_is_put_on_a_time_that_was_delayed_meanwhile(
    resort, given, people, dana, container
):
    slot = given.slot()
    before = container.refusals().reading(slot.id, now=NOON)

    resort.delaying.delay(slot.id, 30, by=dana)

    seen = SeatClaim(slot_id=slot.id, seats=1, start=before.slot.start_time)
    with container.storage().begin() as work, pytest.raises(SeatsTaken):
        work.slots.claim(seen)
    given.hold(slot, guest=people[0])


def test_delays_and_bookings_at_once_leave_every_booking_right(
    resort, given, people, dana, container, both_at_once
):
    slot = given.slot(start=IN_A_WEEK, capacity=100)
    done: list[int] = []

    def book_or_delay():
        for number in range(8):
            mine = len(done)
            done.append(mine)
            if mine % 4 == 3:
                resort.delaying.delay(slot.id, 1, by=dana)
                continue
            try:
                held = given.hold(slot, guest=people[number % 6])
                resort.bookings.confirm_booking(held.booking.id, by=dana)
            except Conflicting as refused:
                assert refused.details.get("field") == "time_slot_id"

    both_at_once(book_or_delay)

    start = resort.departures.get(slot.id).slot.start_time
    with container.storage().begin() as work:
        open_ = work.bookings.open_on([slot.id], NOON)
    assert {booking.cancel_by for booking in open_} == {start - DAY}
    version = outbox.c.version
    with container.storage().engine.connect() as connection:
        for booking in open_:
            planned = select(func.max(version)).where(
                outbox.c.subject_id == booking.id,
                outbox.c.kind == EventKind.REMINDER_24H.value,
            )
            assert connection.scalar(planned) == start_version(start)
    assert resort.check() == []
