from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from uuid_utils.compat import uuid7

from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import NotFound
from resortbook.ports.sales_storage import SeatClaim, SeatsTaken, Stale
from tests.adapters.sql.conftest import an_event
from tests.builders import NOON, TOMORROW, an_activity


def test_leaving_a_unit_of_work_without_commit_changes_nothing(storage):
    activity = an_activity()

    with storage.begin() as work:
        work.activities.add(activity)

    with storage.begin() as work, pytest.raises(NotFound):
        work.activities.get(activity.id)
    assert not storage.reads.catalogue.all_active()


def test_an_error_inside_a_unit_of_work_undoes_it(storage):
    with pytest.raises(ZeroDivisionError), storage.begin() as work:
        work.activities.add(an_activity())
        raise ZeroDivisionError

    with storage.begin() as work:
        assert not work.activities.has_any()


def test_readers_see_what_was_committed_and_do_not_wait_for_a_writer(storage):
    with storage.begin() as work:
        work.activities.add(an_activity())

        assert storage.reads.catalogue.all_active() == []
        work.commit()

    assert len(storage.reads.catalogue.all_active()) == 1


def test_seats_are_claimed_and_released_by_what_the_count_is_then(storage, world):
    slot = world.slot(capacity=5)

    with storage.begin() as work:
        work.slots.claim(SeatClaim(slot_id=slot.id, seats=3))
        work.slots.claim(SeatClaim(slot_id=slot.id, seats=2))
        with pytest.raises(SeatsTaken):
            work.slots.claim(SeatClaim(slot_id=slot.id, seats=1))
        work.slots.release(slot.id, 4)
        with pytest.raises(SeatsTaken):
            work.slots.claim(SeatClaim(slot_id=slot.id, seats=1, whole=True))
        work.commit()

    assert world.slot_now(slot).booked_count == 1


def test_seats_that_somebody_else_has_given_back_cannot_be_given_back_again(storage, world):
    slot = world.slot()

    with pytest.raises(Stale), storage.begin() as work:
        work.slots.release(slot.id, 1)


def test_the_constraint_on_seats_refuses_as_if_they_were_taken(storage, world):
    world.slot()

    with pytest.raises(SeatsTaken), storage.engine.begin() as connection:
        connection.execute(text("UPDATE time_slots SET booked_count = capacity + 1"))


def test_a_booking_that_was_changed_meanwhile_cannot_be_saved(storage, world):
    held = world.booking(world.slot())

    with storage.begin() as work:
        work.bookings.save(held.confirm(NOON), was=held)
        work.commit()
    with pytest.raises(Stale), storage.begin() as work:
        work.bookings.save(held.expire(NOON), was=held)

    assert world.booking_now(held).status is BookingStatus.CONFIRMED


def test_an_activity_that_was_changed_meanwhile_cannot_be_saved(storage, world):
    was = world.activity()

    with storage.begin() as work:
        work.activities.save(replace(was, name="Jet Ski", version=2), was=was)
        work.commit()
    with pytest.raises(Stale), storage.begin() as work:
        work.activities.save(replace(was, name="Jets", version=2), was=was)


def test_only_one_of_ten_who_confirm_at_once_wins(storage, world, at_once):
    held = world.booking(world.slot())

    def confirm(_: int) -> None:
        with storage.begin() as work:
            work.bookings.save(held.confirm(NOON), was=held)
            work.commit()

    answers = at_once(confirm, threads=10)

    assert sum(answer is None for answer in answers) == 1
    assert sum(isinstance(answer, Stale) for answer in answers) == 9


def test_lapsed_holds_are_told_oldest_first(storage, world):
    activity, guest = world.activity(), world.guest()
    slot, other = world.slot(activity), world.slot(activity, TOMORROW + timedelta(hours=1))
    late = world.booking(slot, expires_at=NOON + timedelta(minutes=5))
    early = world.booking(other, guest=guest, expires_at=NOON)
    world.booking(slot)
    now = NOON + timedelta(minutes=5)

    with storage.begin() as work:
        assert work.bookings.lapsed(now, limit=9) == [early, late]
        assert work.bookings.lapsed(now, limit=1) == [early]
        assert work.bookings.lapsed(now, slot_id=slot.id, limit=9) == [late]
        assert work.bookings.lapsed(now, guest_id=guest.id, limit=9) == [early]


def test_what_is_over_and_what_is_ahead_are_told(storage, world):
    slot, guest = world.slot(), world.guest()
    held, sold, other = (world.booking(slot, guest=guest) for _ in range(3))
    confirmed = sold.confirm(NOON)
    with storage.begin() as work:
        work.bookings.save(confirmed, was=sold)
        work.bookings.save(other.expire(NOON), was=other)
        work.commit()

    with storage.begin() as work:
        assert work.bookings.ahead_of(guest.id, NOON) == [held, confirmed]
        assert work.bookings.ahead_of(guest.id, held.expires_at) == [confirmed]
        assert work.bookings.ahead_of(guest.id, slot.end_time) == []
        assert work.bookings.ended(slot.end_time - timedelta(seconds=1), limit=9) == []
        assert work.bookings.ended(slot.end_time, limit=9) == [confirmed]


def test_slots_follow_their_activitys_new_cut_off(storage, world):
    was = world.activity(booking_cutoff_minutes=0)
    slot = world.slot(was)
    just_before = slot.start_time - timedelta(minutes=30)

    with storage.begin() as work:
        work.activities.save(replace(was, booking_cutoff_minutes=60, version=2), was=was)
        work.commit()

    later = world.slot(was, TOMORROW + timedelta(days=1))
    free = storage.reads.catalogue.next_free({was.id: 1}, now=just_before, limit=9)
    assert [reading.slot for reading in free[was.id]] == [later]
    assert storage.reads.sales.discrepancies() == []


def test_the_same_event_is_there_once(storage, world):
    event = an_event()

    with storage.begin() as work:
        work.outbox.add(event)
        work.outbox.add(replace(event, id=uuid7()))
        work.outbox.add(replace(event, id=uuid7(), version=2))
        work.commit()

    assert world.rows("SELECT count(*) FROM outbox") == [(2,)]


@pytest.mark.parametrize(
    "change", ["UPDATE audit SET reason = 'x'", "DELETE FROM audit", "TRUNCATE audit"]
)
def test_nobody_changes_the_audit(storage, world, change):
    world.booking(world.slot())
    if change.startswith("TRUNCATE") and storage.engine.dialect.name == "sqlite":
        change = "DELETE FROM audit WHERE true"  # SQLite knows no other way

    with storage.engine.connect() as connection:
        with pytest.raises(Exception, match="audit rows are never changed"):
            connection.exec_driver_sql(change)
        connection.rollback()

    assert world.rows("SELECT count(*) FROM audit") == [(1,)]
