"""The figures are sums over the bookings, by day and activity, on both databases."""

from collections import Counter
from datetime import date, timedelta

import pytest

from resortbook.application.amending import BookingChanges
from resortbook.application.desk import BookingSearch
from resortbook.application.figures import Grouping
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import InvalidTime
from resortbook.domain.figures import Figures
from resortbook.domain.terms import Settlement
from resortbook.ports.paging import Page
from tests.builders import TOMORROW, the_guest

FIRST, LAST = date(2026, 10, 16), date(2026, 10, 18)


@pytest.fixture
def busy(resort, given, clock):
    """Two activities over three days, with bookings in every state."""
    by = given.staff()
    boats, jets = given.activity("Boat", capacity_per_slot=12), given.activity()
    slots = [
        given.slot(activity, TOMORROW + timedelta(days=day, hours=hour))
        for activity in (boats, jets)
        for day in (0, 1)
        for hour in (0, 3)
    ]
    given.close(given.slot(jets, TOMORROW + timedelta(hours=6)))

    def sell(slot, party):
        held = given.hold(slot, party=party).booking
        return resort.bookings.confirm_booking(held.id, by=the_guest(held)).booking

    sold = [sell(slot, party) for party, slot in enumerate(slots, start=1)]
    given.hold(slots[0], party=2)  # runs out, and nobody sweeps it
    resort.bookings.cancel_booking(sold[1].id, by=by)
    free = BookingChanges(settlement=Settlement.COMP)
    resort.bookings.amend_booking(sold[2].id, free, by=by)
    clock.at = TOMORROW + timedelta(hours=1)
    no_show = BookingChanges(status=BookingStatus.NO_SHOW)
    resort.bookings.amend_booking(sold[0].id, no_show, by=by)
    return sold


def everything(resort):
    found = resort.desk.find_bookings(BookingSearch(), Page(limit=100)).items
    return [one.detail for one in found]


def test_the_sums_are_those_of_the_bookings(resort, busy):
    report = resort.figures.report(first=FIRST, last=LAST)

    now = resort.clock.now()
    details = everything(resort)
    standing = ("confirmed", "completed", "no_show")
    sold = [d for d in details if d.booking.status_at(now).value in standing]
    states = Counter(d.booking.status_at(now).value for d in details)
    total = report.total
    assert total.booked == sum(d.booking.seats for d in sold) == 34
    assert total.participants == sum(d.booking.participants for d in sold)
    assert total.revenue.minor == sum(
        d.booking.total_price.minor for d in sold if d.booking.settlement.value != "comp"
    )
    assert (total.cancelled, total.expired, total.no_shows) == (
        states["cancelled"],
        states["expired"],
        states["no_show"],
    )
    assert (total.cancelled, total.expired, total.no_shows) == (1, 1, 1)
    assert (total.departures, total.capacity) == (8, 4 * 12 + 4 * 10)
    assert dict(total.doors) == {"web": 7}


def test_every_day_is_there_and_every_activity_that_departed(resort, busy):
    by_day = resort.figures.report(first=FIRST, last=LAST)
    by_activity = resort.figures.report(first=FIRST, last=LAST, grouping=Grouping.ACTIVITY)

    assert list(by_day.groups) == ["2026-10-16", "2026-10-17", "2026-10-18"]
    assert by_day.groups["2026-10-18"] == Figures()
    assert list(by_activity.groups) == ["boat", "jet-skiing"]
    assert by_day.total == by_activity.total
    assert by_activity.groups["jet-skiing"].rate == round(26 / 40, 4)


def test_rows_are_kept_and_computed_anew(resort, given, busy, container):
    resort.figures.keep(FIRST, LAST)
    first = resort.reads.figures.kept(FIRST, LAST)

    resort.bookings.cancel_booking(busy[3].id, by=given.staff())
    resort.figures.keep(FIRST, LAST)

    again = resort.reads.figures.kept(FIRST, LAST)
    assert sum((row.figures for row in first), Figures()).booked == 34
    assert sum((row.figures for row in again), Figures()).booked == 30
    assert list(again) == list(resort.figures.compute(FIRST, LAST))


def test_the_clock_work_keeps_the_last_days(resort, busy, clock):
    clock.advance(days=2)

    resort.clockwork.tidy()

    kept = resort.reads.figures.kept(FIRST, LAST)
    assert sum((row.figures for row in kept), Figures()).booked == 34


@pytest.mark.parametrize(
    ("first", "last"),
    [(LAST, FIRST), (FIRST, FIRST + timedelta(days=366)), (date.min, date.max)],
)
def test_a_stretch_that_is_none_is_refused(resort, first, last):
    with pytest.raises(InvalidTime):
        resort.figures.report(first=first, last=last)
