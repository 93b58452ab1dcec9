"""Changing and ending schedules: what is unsold follows, what is sold stays."""

from datetime import date, time

import pytest

from resortbook.application.revising import ScheduleChanges
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput, NotFound
from tests.application.test_schedule import a_rhythm, local

OPERATOR = Actor.operator()


@pytest.fixture
def filled(resort, given):
    """Departures on the 15th at 14:30, on the 16th and 17th at 9:00 and 14:30."""
    return resort.schedule.add_schedule(given.activity(), a_rhythm(), by=OPERATOR)


@pytest.fixture
def there(resort, filled):
    def there_():
        first, last = date(2026, 10, 1), date(2026, 12, 31)
        found = resort.schedule.list_slots(
            first=first, last=last, activity_id=filled.schedule.activity_id
        )
        return [one.slot for one in found.items]

    return there_


def test_other_times_move_what_is_unsold_and_list_what_is_sold(resort, given, filled, there):
    sold = filled.created[1]
    given.hold(sold)

    changes = ScheduleChanges(times=(time(10), time(14, 30)))
    revised = resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert local(resort, revised.created) == ["16 10:00", "17 10:00"]
    assert [slot.id for slot in revised.kept] == [sold.id]
    assert revised.removed == 1
    assert local(resort, there()) == [
        "15 14:30",
        "16 09:00",
        "16 10:00",
        "16 14:30",
        "17 10:00",
        "17 14:30",
    ]


def test_another_capacity_reaches_what_is_unsold(resort, given, filled, there):
    given.hold(filled.created[0])
    changes = ScheduleChanges(capacity=4, sets_capacity=True)

    revised = resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert [slot.capacity for slot in there()] == [10, 4, 4, 4, 4]
    assert [slot.id for slot in revised.kept] == [filled.created[0].id]


def test_an_earlier_end_and_days_off_take_departures_away(resort, filled, there):
    changes = ScheduleChanges(
        until=date(2026, 10, 16), sets_until=True, except_dates=(date(2026, 10, 15),)
    )

    revised = resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert revised.removed == 3
    assert local(resort, there()) == ["16 09:00", "16 14:30"]


def test_an_ended_schedule_makes_nothing_more(resort, given, clock):
    rhythm = a_rhythm(until=None)
    filled = resort.schedule.add_schedule(given.activity(), rhythm, by=OPERATOR)
    held = given.hold(filled.created[5])

    revised = resort.revising.end(filled.schedule.id, by=OPERATOR)
    clock.advance(days=30)

    assert [slot.id for slot in revised.kept] == [held.slot.id]
    assert revised.removed == len(filled.created) - 1
    assert resort.schedule.fill_open_ended() == 0
    assert resort.revising.of_activity(filled.schedule.activity_id) == []
    with pytest.raises(NotFound):
        resort.revising.end(filled.schedule.id, by=OPERATOR)


def test_what_only_old_bookings_name_is_taken_off_sale(resort, given, filled, there):
    once = filled.created[1]
    booking = given.hold(once).booking
    resort.bookings.cancel_booking(booking.id, by=OPERATOR)

    revised = resort.revising.end(filled.schedule.id, by=OPERATOR)

    assert revised.removed == 5
    assert [(slot.id, slot.is_available) for slot in there()] == [(once.id, False)]


def test_a_change_that_cannot_be_changes_nothing(resort, filled, there):
    changes = ScheduleChanges(until=date(2026, 10, 1), sets_until=True)

    with pytest.raises(InvalidInput):
        resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert len(there()) == 5


def test_what_was_delayed_is_not_made_a_second_time(resort, filled, there, given):
    delayed = filled.created[1]
    given.hold(delayed)
    resort.delaying.delay(delayed.id, 45, by=OPERATOR)

    again = resort.schedule.add_schedule(
        resort.catalogue.get_activity(delayed.activity_id), a_rhythm(), by=OPERATOR
    )
    resort.delaying.delay(delayed.id, 15, by=OPERATOR)
    changes = ScheduleChanges(times=(time(9), time(15)))
    revised = resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert again.created == ()
    assert revised.kept == ()
    assert local(resort, there()) == [
        "15 15:00",
        "16 10:00",
        "16 15:00",
        "17 09:00",
        "17 15:00",
    ]


def test_a_hold_that_ran_out_keeps_no_departure(resort, given, filled, there, clock):
    given.hold(filled.created[-1])
    clock.advance(minutes=30)
    resort.bookings.expire_pending_bookings()
    changes = ScheduleChanges(until=date(2026, 10, 16), sets_until=True)

    revised = resort.revising.change(filled.schedule.id, changes, by=OPERATOR)

    assert (revised.removed, revised.kept) == (2, ())
    assert [slot.is_available for slot in there()] == [True, True, True, False]
