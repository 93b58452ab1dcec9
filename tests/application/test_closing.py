"""Calling departures off: shown before, told once, never lost, opened again."""

from datetime import timedelta

import pytest

from resortbook.application.closing import ClosingService
from resortbook.application.departures import SlotChanges
from resortbook.application.stretch import Stretch, stretch_of
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import (
    Conflicting,
    FieldConflict,
    InvalidTime,
    SlotUnavailable,
)
from tests.builders import NOON, TOMORROW

DAY = timedelta(days=1)
IN_A_WEEK = NOON + 7 * DAY


pytestmark = pytest.mark.usefixtures("messenger")


class PowerCut(Exception):
    """The process ends here."""


class DyingStorage:
    """Real storage, whose process is killed at a commit: that one is lost."""

    def __init__(self, storage, *, after):
        self._storage = storage
        self._left = after

    def begin(self):
        return _Dying(self, self._storage.begin())

    def count(self):
        self._left -= 1
        if self._left < 0:
            raise PowerCut


class _Dying:
    def __init__(self, owner, work):
        self._owner, self._work = owner, work

    def __enter__(self):
        self._work.__enter__()
        return self

    def __exit__(self, *how):
        self._work.__exit__(*how)

    def __getattr__(self, name):
        return getattr(self._work, name)

    def commit(self):
        self._owner.count()
        self._work.commit()


def dying(container, *, after):
    """The service that closes, in a process that dies after so many commits."""
    whole = container.closing()
    parts = {name: getattr(whole, name) for name in ClosingService.__slots__}
    return ClosingService(**{**parts, "storage": DyingStorage(whole.storage, after=after)})


def the_day_of(slot, resort, *activities):
    local = slot.start_time.astimezone(resort.facts.zone).date()
    ids = tuple(activity.id for activity in activities) or None
    return stretch_of(local, local, zone=resort.facts.zone, activity_ids=ids)


def status_of(resort, held):
    return resort.reads.sales.booking(held.booking.id).booking.status


def test_a_preview_tells_everything_and_changes_nothing(resort, given, people):
    slot = given.slot()
    given.hold(slot, guest=people[0], party=2)
    given.hold(slot, guest=people[0])
    given.hold(slot, guest=people[1])

    shown = resort.closing.preview_slot(slot.id)

    assert (shown.closing_id, len(shown.bookings), len(shown.guests)) == (None, 3, 2)
    assert (shown.people, str(shown.total)) == (4, "320.00")
    assert resort.departures.get(slot.id).slot.is_available
    assert resort.departures.get(slot.id).booked_count == 4


def test_closing_a_day_cancels_and_tells_each_guest_once(
    resort, given, people, dana, messenger, told
):
    activity = given.activity()
    first, second = given.slot(activity), given.slot(activity, TOMORROW + timedelta(hours=1))
    other_day = given.slot(activity, IN_A_WEEK)
    both = [given.hold(slot, guest=people[0]) for slot in (first, second)]
    one = given.hold(second, guest=people[1])
    stays = given.hold(other_day, guest=people[2])

    stretch = the_day_of(first, resort)
    done = resort.closing.close_stretch(stretch, reason="Storm", by=dana)

    assert len(done.bookings) == 3
    assert {status_of(resort, held) for held in (*both, one)} == {BookingStatus.CANCELLED}
    assert status_of(resort, stays) is BookingStatus.PENDING
    messages = told()
    assert sorted(address for address, kind in messages if kind == "SlotClosed") == [
        "+14155550100",
        "+14155550101",
    ]
    assert all("Storm" in m.body for m in messenger.accepted if m.kind == "SlotClosed")
    assert resort.check() == []


def test_nobody_books_what_is_closed_and_others_are_offered(resort, given, dana):
    activity = given.activity()
    slot, later = given.slot(activity), given.slot(activity, IN_A_WEEK)
    resort.closing.close_slot(slot.id, reason="Wind", by=dana)

    with pytest.raises(SlotUnavailable) as refused:
        given.hold(slot)

    assert refused.value.details["reason"] == "closed"
    assert refused.value.details["alternative_slots"] == [later.start_time]


@pytest.mark.parametrize("after", [0, 1, 2, 4, 6])
def test_a_process_that_dies_half_way_is_gone_on_with_and_nobody_is_told_twice(
    resort, given, people, dana, container, after, told
):
    activity = given.activity()
    slots = [given.slot(activity, TOMORROW + timedelta(hours=hour)) for hour in range(2)]
    held = [given.hold(slot, guest=guest) for guest in people for slot in slots]
    stretch = the_day_of(slots[0], resort)
    with pytest.raises(PowerCut):
        dying(container, after=after).close_stretch(stretch, reason="Storm", by=dana)
    if not after:
        assert {status_of(resort, one) for one in held} == {BookingStatus.PENDING}
        resort.closing.close_stretch(stretch, reason="Storm", by=dana)

    resort.clockwork.call_off()
    again = resort.clockwork.call_off()

    assert again == 0
    assert {status_of(resort, one) for one in held} == {BookingStatus.CANCELLED}
    addresses = [address for address, kind in told() if kind == "SlotClosed"]
    assert sorted(addresses) == sorted(guest.phone for guest in people)
    assert resort.check() == []


def test_two_who_close_at_once_tell_nobody_twice(
    resort, given, people, dana, both_at_once, told
):
    activity = given.activity()
    slots = [given.slot(activity, TOMORROW + timedelta(hours=hour)) for hour in range(2)]
    for guest in people:
        for slot in slots:
            given.hold(slot, guest=guest)
    stretch = the_day_of(slots[0], resort)

    both_at_once(lambda: resort.closing.close_stretch(stretch, reason="Storm", by=dana))
    resort.clockwork.call_off()

    addresses = [address for address, kind in told() if kind == "SlotClosed"]
    assert sorted(addresses) == sorted(guest.phone for guest in people)
    assert resort.check() == []


def test_what_has_started_is_not_closed_with_its_day(resort, given, dana, clock):
    slot = given.slot(start=NOON + timedelta(hours=1))
    held = given.hold(slot)
    resort.bookings.confirm_booking(held.booking.id, by=dana)
    clock.advance(hours=1)

    resort.closing.close_stretch(the_day_of(slot, resort), reason="Wind", by=dana)

    assert status_of(resort, held) is BookingStatus.CONFIRMED


def test_what_is_over_cannot_be_closed(resort, given, dana, clock):
    slot = given.slot(start=NOON + timedelta(hours=1))
    clock.advance(hours=2)

    with pytest.raises(InvalidTime):
        resort.closing.close_slot(slot.id, reason="", by=dana)


def test_an_activity_alone_is_closed_where_it_alone_is_named(resort, given, dana):
    windy, calm = given.activity("Kites"), given.activity("Spa")
    slots = given.slot(windy), given.slot(calm)

    resort.closing.close_stretch(the_day_of(slots[0], resort, windy), reason="Wind", by=dana)

    now = [resort.departures.get(slot.id).slot.is_available for slot in slots]
    assert now == [False, True]


def test_what_is_closed_can_be_opened_again(resort, given, dana):
    activity = given.activity()
    slot = given.slot(activity)
    stretch = the_day_of(slot, resort)
    resort.closing.close_stretch(stretch, reason="Wind", by=dana)
    with pytest.raises(FieldConflict):
        resort.departures.add(activity, TOMORROW + timedelta(hours=2), by=dana)

    opened = resort.departures.reopen(stretch, by=dana)

    assert [one.id for one in opened] == [slot.id]
    given.hold(slot)
    resort.departures.add(activity, TOMORROW + timedelta(hours=2), by=dana)


def test_opening_a_part_leaves_the_rest_closed_to_schedules(resort, given, dana):
    activity = given.activity()
    week = Stretch(start=NOON, end=NOON + 7 * DAY)
    resort.closing.close_stretch(week, reason="Hurricane", by=dana)

    resort.departures.reopen(Stretch(start=NOON + 2 * DAY, end=NOON + 3 * DAY), by=dana)

    resort.departures.add(activity, NOON + 2 * DAY, by=dana)
    for start in (NOON + DAY, NOON + 3 * DAY):
        with pytest.raises(FieldConflict):
            resort.departures.add(activity, start, by=dana)


def test_nothing_is_opened_while_it_is_still_being_closed(
    resort, given, people, dana, container
):
    slot = given.slot()
    given.hold(slot, guest=people[0])
    with pytest.raises(PowerCut):
        dying(container, after=1).close_slot(slot.id, reason="Wind", by=dana)

    with pytest.raises(Conflicting):
        resort.departures.change(slot.id, SlotChanges(is_available=True), by=dana)
