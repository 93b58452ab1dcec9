"""Calling departures off and letting them go later: shown before, told once, never lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from dependency_injector import providers
from sqlalchemy import func, select

from resortbook.adapters.sql.tables.messages import outbox
from resortbook.application.closing import ClosingService
from resortbook.application.departures import SlotChanges
from resortbook.application.stretch import Stretch, stretch_of
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import (
    Conflicting,
    FieldConflict,
    InvalidTime,
    PreconditionFailed,
    SlotUnavailable,
)
from resortbook.domain.events import EventKind
from resortbook.domain.reminders import start_version
from resortbook.domain.resource import Need
from resortbook.ports.sales_storage import SeatClaim, SeatsTaken
from tests.builders import NOON, TOMORROW
from tests.fakes import ScriptedMessenger

DAY = timedelta(days=1)
IN_A_WEEK = NOON + 7 * DAY


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def dana(given):
    return given.staff()


@pytest.fixture
def people(given):
    return [given.guest(f"+1415555010{number}") for number in range(6)]


@pytest.fixture
def both_at_once():
    """Do the same thing twice at the same moment."""

    def run(act):
        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(act) for _ in range(2)]:
                done.result()

    return run


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


def told(resort, messenger):
    while resort.clockwork.deliver():
        pass
    return [
        (one.address, one.kind) for one in messenger.accepted if one.kind.startswith("Slot")
    ]


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
    resort, given, people, dana, messenger
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
    messages = told(resort, messenger)
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
    resort, given, people, dana, container, messenger, after
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
    addresses = [address for address, kind in told(resort, messenger) if kind == "SlotClosed"]
    assert sorted(addresses) == sorted(guest.phone for guest in people)
    assert resort.check() == []


def test_two_who_close_at_once_tell_nobody_twice(
    resort, given, people, dana, messenger, both_at_once
):
    activity = given.activity()
    slots = [given.slot(activity, TOMORROW + timedelta(hours=hour)) for hour in range(2)]
    for guest in people:
        for slot in slots:
            given.hold(slot, guest=guest)
    stretch = the_day_of(slots[0], resort)

    both_at_once(lambda: resort.closing.close_stretch(stretch, reason="Storm", by=dana))
    resort.clockwork.call_off()

    addresses = [address for address, kind in told(resort, messenger) if kind == "SlotClosed"]
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


def test_a_delay_moves_the_times_and_tells_each_guest_once(
    resort, given, people, dana, messenger
):
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
    addresses = [address for address, kind in told(resort, messenger) if kind == "SlotDelayed"]
    assert sorted(addresses) == ["+14155550100", "+14155550101"]
    now = resort.reads.sales.booking(held[0].booking.id).booking
    assert now.cancel_by == start - DAY
    assert resort.check() == []


def test_old_reminders_never_go_out_and_new_ones_do(
    resort, given, people, dana, messenger, clock
):
    slot = given.slot(start=IN_A_WEEK)
    held = given.hold(slot, guest=people[0])
    resort.bookings.confirm_booking(held.booking.id, by=dana)
    resort.delaying.delay(slot.id, 120, by=dana)
    told(resort, messenger)

    clock.at = IN_A_WEEK - DAY
    told(resort, messenger)
    early = [one.kind for one in messenger.accepted if one.kind.startswith("Reminder")]
    clock.advance(hours=2)
    told(resort, messenger)
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
    done = []

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
