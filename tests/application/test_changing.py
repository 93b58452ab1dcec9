from datetime import timedelta

import pytest

from resortbook.application.amending import BookingChanges
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import (
    AlreadyCancelled,
    DeadlinePassed,
    InvalidInput,
    SlotUnavailable,
)
from tests.builders import NOON, TOMORROW


def owner(detail):
    return Actor.guest(detail.booking.guest_id, door=Door.WEB)


def booked(resort, slot):
    return resort.reads.catalogue.slot(slot.id, now=resort.clock.now()).slot.booked_count


def told(container, detail):
    engine = container.storage().engine
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT kind FROM outbox ORDER BY id")
        return [kind for (kind,) in rows if kind.startswith("Booking")]


def test_a_confirmed_booking_tells_of_it_once(resort, given, container):
    held = given.hold(given.slot())

    done = resort.bookings.confirm_booking(held.booking.id, by=owner(held))

    assert done.booking.status is BookingStatus.CONFIRMED
    assert told(container, held) == ["BookingCreated", "BookingConfirmed"]


def test_cancelling_gives_the_seats_back_once(resort, given):
    slot = given.slot()
    held = given.hold(slot, party=3)

    resort.bookings.cancel_booking(held.booking.id, by=owner(held), reason="ill")
    with pytest.raises(AlreadyCancelled):
        resort.bookings.cancel_booking(held.booking.id, by=owner(held))

    assert booked(resort, slot) == 0


def test_a_move_takes_the_new_seats_and_lets_the_old_go(resort, given):
    activity = given.activity()
    old, new = given.slot(activity), given.slot(activity, TOMORROW + timedelta(days=2))
    held = given.hold(old, party=3)

    moved = resort.bookings.reschedule_booking(held.booking.id, new.id, by=owner(held))

    assert (booked(resort, old), booked(resort, new)) == (0, 3)
    assert moved.slot.id == new.id
    assert moved.booking.cancel_by == new.start_time - timedelta(hours=24)


def test_a_move_to_a_full_slot_changes_nothing(resort, given):
    activity = given.activity(capacity_per_slot=3)
    old, new = given.slot(activity), given.slot(activity, TOMORROW + timedelta(days=2))
    held = given.hold(old, party=2)
    given.hold(new, party=2)

    with pytest.raises(SlotUnavailable) as refused:
        resort.bookings.reschedule_booking(held.booking.id, new.id, by=owner(held))

    assert refused.value.details["reason"] == "sold_out"
    assert (booked(resort, old), booked(resort, new)) == (2, 2)


def test_a_move_takes_the_seats_of_a_lapsed_hold(resort, given, clock):
    activity = given.activity(capacity_per_slot=3)
    old, new = given.slot(activity), given.slot(activity, TOMORROW + timedelta(days=2))
    given.hold(new, party=3)
    clock.advance(minutes=31)
    held = given.hold(old, party=2)

    resort.bookings.reschedule_booking(held.booking.id, new.id, by=owner(held))

    assert (booked(resort, old), booked(resort, new)) == (0, 2)


def test_a_move_to_its_own_slot_changes_nothing_and_tells_nobody(resort, given, container):
    slot = given.slot()
    held = given.hold(slot)

    same = resort.bookings.reschedule_booking(held.booking.id, slot.id, by=owner(held))

    assert same.booking == held.booking
    assert told(container, held) == ["BookingCreated"]


def test_a_move_to_another_activity_is_refused(resort, given):
    held = given.hold(given.slot())
    other = given.slot(given.activity("Parasailing"))

    with pytest.raises(InvalidInput):
        resort.bookings.reschedule_booking(held.booking.id, other.id, by=owner(held))


def test_a_bigger_party_takes_more_seats_at_a_new_price(resort, given):
    slot = given.slot(given.activity(capacity_per_slot=4))
    held = given.hold(slot, party=2)

    changed = resort.bookings.change_party(held.booking.id, 4, by=owner(held))

    assert booked(resort, slot) == 4
    assert str(changed.booking.total_price) == "320.00"
    assert changed.booking.expires_at == held.booking.expires_at


def test_a_party_that_does_not_fit_changes_nothing(resort, given):
    slot = given.slot(given.activity(capacity_per_slot=4))
    held = given.hold(slot, party=2)
    given.hold(slot, party=1)
    changes = BookingChanges(party=4, room="301")

    with pytest.raises(SlotUnavailable):
        resort.bookings.amend_booking(held.booking.id, changes, by=owner(held))

    stored = resort.reads.sales.booking(held.booking.id).booking
    assert (stored.participants, stored.room) == (2, "")
    assert booked(resort, slot) == 3


def test_a_smaller_party_gives_seats_back_until_the_deadline(resort, given, clock):
    slot = given.slot(start=NOON + timedelta(days=3))
    held = given.hold(slot, party=3)
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))

    resort.bookings.change_party(held.booking.id, 2, by=owner(held))
    clock.at = slot.start_time - timedelta(hours=23)
    with pytest.raises(DeadlinePassed):
        resort.bookings.change_party(held.booking.id, 1, by=owner(held))

    assert booked(resort, slot) == 2


def test_words_change_without_touching_price_or_seats(resort, given):
    held = given.hold(given.slot(), party=2)
    changes = BookingChanges(special_requests="no nuts", lead_name="Ana", room="204")

    changed = resort.bookings.amend_booking(held.booking.id, changes, by=owner(held)).booking

    assert (changed.special_requests, changed.lead_name, changed.room) == (
        "no nuts",
        "Ana",
        "204",
    )
    assert changed.total_price == held.booking.total_price


def test_lapsed_holds_are_swept_and_what_ended_a_day_ago_is_completed(resort, given, clock):
    slot = given.slot()
    lapsing, kept = given.hold(slot, party=2), given.hold(slot)
    resort.bookings.confirm_booking(kept.booking.id, by=owner(kept))

    clock.advance(minutes=30)
    swept = resort.bookings.expire_pending_bookings()
    clock.at = slot.end_time + timedelta(hours=24)
    completed = resort.bookings.expiry.complete_ended_bookings()
    resort.clockwork.relay.sweep()

    statuses = [
        resort.reads.sales.booking(one.booking.id).booking.status for one in (lapsing, kept)
    ]
    assert (swept, completed) == (1, 1)
    assert statuses == [BookingStatus.EXPIRED, BookingStatus.COMPLETED]
    assert booked(resort, slot) == 1
    assert resort.check() == []
