from datetime import timedelta

import pytest

from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import (
    AlreadyCancelled,
    AlreadyConfirmed,
    BookingClosed,
    DeadlinePassed,
    HoldExpired,
    InvalidTime,
    NotYours,
)
from resortbook.domain.party import quote
from resortbook.domain.terms import Settlement, cancel_by, hold_until, settle_by
from tests.builders import NOON, a_booking, a_slot, an_activity, some_staff, the_guest

SOON = timedelta(minutes=30)
ACTIVITY = an_activity()
SLOT = a_slot(ACTIVITY, NOON + timedelta(days=3))


def a_hold(**facts):
    return a_booking(ACTIVITY, SLOT, **facts)


def test_a_hold_is_confirmed_in_time():
    confirmed = a_hold().confirm(NOON + SOON - timedelta(microseconds=1))

    assert confirmed.status is BookingStatus.CONFIRMED
    assert confirmed.expires_at is None
    assert confirmed.version == 2


def test_a_hold_cannot_be_confirmed_from_its_end_on():
    with pytest.raises(HoldExpired):
        a_hold().confirm(NOON + SOON)


def test_a_lapsed_hold_reads_as_expired_though_nobody_swept_it():
    hold = a_hold()

    assert hold.status_at(NOON) is BookingStatus.PENDING
    assert hold.status_at(NOON + SOON) is BookingStatus.EXPIRED
    assert not hold.can_cancel(NOON + SOON)


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (BookingStatus.CONFIRMED, AlreadyConfirmed),
        (BookingStatus.CANCELLED, AlreadyCancelled),
        (BookingStatus.EXPIRED, HoldExpired),
        (BookingStatus.COMPLETED, BookingClosed),
        (BookingStatus.NO_SHOW, BookingClosed),
    ],
)
def test_only_a_hold_is_confirmed(status, refusal):
    with pytest.raises(refusal):
        a_hold(status=status, expires_at=None).confirm(NOON)


def test_a_confirmed_booking_is_cancelled_up_to_and_including_its_deadline():
    booking = a_hold().confirm(NOON)
    deadline = SLOT.start_time - timedelta(hours=24)

    cancelled = booking.cancel(
        deadline, actor=the_guest(booking), starts_at=SLOT.start_time, reason="rain"
    )

    assert cancelled.status is BookingStatus.CANCELLED
    assert cancelled.cancellation_reason == "rain"


def test_a_guest_who_is_too_late_is_told_the_deadline_and_staff_are_never_too_late():
    booking = a_hold().confirm(NOON)
    deadline = SLOT.start_time - timedelta(hours=24)
    late = deadline + timedelta(seconds=1)

    with pytest.raises(DeadlinePassed) as refused:
        booking.cancel(late, actor=the_guest(booking), starts_at=SLOT.start_time)
    by_staff = booking.cancel(late, actor=some_staff(), starts_at=SLOT.start_time)

    assert refused.value.details["deadline"] == deadline
    assert by_staff.status is BookingStatus.CANCELLED


def test_a_deadline_that_was_past_at_the_hold_still_allows_declining_it():
    hold = a_hold(deadline_hours=100)

    declined = hold.cancel(NOON, actor=the_guest(hold), starts_at=SLOT.start_time)

    assert hold.cancel_by is None
    assert declined.status is BookingStatus.CANCELLED


def test_a_deadline_that_was_past_at_the_hold_is_told_when_it_is_asked_for():
    booking = a_hold(deadline_hours=100).confirm(NOON)

    with pytest.raises(DeadlinePassed) as refused:
        booking.cancel(NOON, actor=the_guest(booking), starts_at=SLOT.start_time)

    assert refused.value.details["deadline"] == SLOT.start_time - timedelta(hours=100)


def test_the_present_moment_is_not_yet_past_a_deadline():
    start = NOON + timedelta(hours=24)

    assert cancel_by(start, 24, now=NOON) == NOON
    assert cancel_by(start, 24, now=NOON + timedelta(microseconds=1)) is None


def test_a_move_takes_the_new_deadline_and_never_outlives_the_new_cut_off():
    early = a_slot(ACTIVITY, NOON + timedelta(minutes=10))
    hold = a_hold(deadline_hours=2)

    moved = hold.move(
        NOON, actor=the_guest(hold), start=SLOT.start_time, to=early, activity=ACTIVITY
    )

    assert moved.time_slot_id == early.id
    assert moved.cancel_by is None
    assert moved.expires_at == early.start_time


def test_a_confirmed_party_may_grow_late_but_not_shrink():
    booking = a_hold().confirm(NOON)
    late = SLOT.start_time - timedelta(hours=1)
    guest = the_guest(booking)

    grown = booking.change_party(
        late, actor=guest, starts_at=SLOT.start_time, asked=quote(ACTIVITY, 3)
    )
    with pytest.raises(DeadlinePassed):
        booking.change_party(
            late, actor=guest, starts_at=SLOT.start_time, asked=quote(ACTIVITY, 1)
        )

    assert (grown.participants, str(grown.total_price)) == (3, "240.00")


def test_a_booking_is_completed_or_missed_only_from_its_start_on():
    booking = a_hold().confirm(NOON)

    with pytest.raises(InvalidTime):
        booking.complete(NOON, starts_at=SLOT.start_time)
    missed = booking.mark_no_show(SLOT.start_time, starts_at=SLOT.start_time)

    assert missed.status is BookingStatus.NO_SHOW


def test_another_guest_may_not_touch_it_and_staff_may():
    hold, other = a_hold(), a_hold()

    with pytest.raises(NotYours):
        hold.owned_by(the_guest(other))

    assert hold.owned_by(some_staff()) is hold


def test_a_hold_runs_out_at_the_cut_off_where_that_is_sooner():
    activity = an_activity(booking_cutoff_minutes=60)
    slot = a_slot(activity, NOON + timedelta(minutes=75))

    assert hold_until(NOON, minutes=30, slot=slot, activity=activity) == NOON + timedelta(
        minutes=15
    )


def test_a_room_settles_to_the_room_unless_staff_decided_otherwise():
    assert settle_by("204", Settlement.DESK) is Settlement.ROOM
    assert settle_by("", Settlement.ROOM) is Settlement.DESK
    assert settle_by("204", Settlement.COMP) is Settlement.COMP
