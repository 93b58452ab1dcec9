from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.activity import Category
from resortbook.domain.money import Money
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter, CategoryCount, Free
from tests.builders import NOON, TOMORROW, a_rate

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def found(storage):
    """The names of the activities that a filter finds."""

    def find(now=NOON, **wanted):
        page = storage.reads.catalogue.activities(ActivityFilter(**wanted), Page(), now=now)
        return [activity.name for activity in page.items]

    return find


def test_activities_are_found_by_category_price_and_whether_they_are_offered(world, found):
    world.activity("Jet", rates=(a_rate(price="80.00"), a_rate("child", "10.00")))
    world.activity("Massage", category="spa", rates=(a_rate(price="120.00"),))
    world.activity("Old", is_active=False)

    assert found() == ["Jet", "Massage"]
    assert found(include_inactive=True) == ["Jet", "Massage", "Old"]
    assert found(category="spa") == ["Massage"]
    assert found(category="nothing") == []
    assert found(min_price=Money.parse("80.01")) == ["Massage"]
    assert found(max_price=Money.parse("80.00")) == ["Jet"]
    assert found(min_price=Money.parse("80.00"), max_price=Money.parse("80.00")) == ["Jet"]


def test_text_is_found_anywhere_without_regard_to_case_and_accents(world, found):
    texts = ["TARTÁN", "tartan", "oral   co", "water sp", "water-sp", "gente", "100%", "a_b"]
    world.activity(
        "Tartán Tour",
        category="water-sports",
        location="Coral Cove",
        description="Buena GENTE, 100% fun, a_b",
    )
    world.activity("Other", location="Pier", description="1000 fun axb")

    assert {text: found(text=text) for text in texts} == {
        text: ["Tartán Tour"] for text in texts
    }


def test_text_matches_within_one_field_and_nothing_is_a_wildcard(world, found):
    texts = ["tour water", "%", "f_n", "fun\x00", "\ud800", "zzz"]
    world.activity("Tour", category="water", description="fun")

    assert {text: found(text=text) for text in texts} == {text: [] for text in texts}


def test_a_party_must_be_allowed_and_fit_into_a_slot(world, found):
    world.activity("Jet", people_per_seat=2, capacity_per_slot=3, min_party=2, max_party=8)

    assert [number for number in range(1, 10) if found(participants=number)] == [2, 3, 4, 5, 6]


def test_an_activity_is_free_when_a_slot_of_the_stretch_takes_the_party(world, found):
    activity = world.activity("Jet", booking_cutoff_minutes=60)
    slot = world.slot(activity, TOMORROW, capacity=4)
    world.slot(activity, TOMORROW + HOUR, is_available=False)
    world.booking(slot, expires_at=NOON + HOUR)
    day = Free(start=TOMORROW, end=TOMORROW + DAY)

    assert found(free=day) == ["Jet"]
    assert found(free=day, participants=2) == ["Jet"]
    assert found(free=day, participants=3) == []
    assert found(free=Free(start=TOMORROW - DAY, end=TOMORROW)) == []
    assert found(free=Free(start=TOMORROW + HOUR, end=TOMORROW + DAY)) == []


def test_seats_of_a_lapsed_hold_are_free_and_a_cut_off_closes(world, found):
    activity = world.activity("Jet", booking_cutoff_minutes=60)
    slot = world.slot(activity, TOMORROW, capacity=2)
    lapses_at = NOON + HOUR
    world.booking(slot, expires_at=lapses_at)
    day = Free(start=TOMORROW, end=TOMORROW + DAY)

    assert found(lapses_at - timedelta(microseconds=1), free=day) == []
    assert found(lapses_at, free=day, participants=2) == ["Jet"]
    assert found(TOMORROW - HOUR - timedelta(microseconds=1), free=day) == ["Jet"]
    assert found(TOMORROW - HOUR, free=day) == []


def test_categories_count_what_is_offered_and_come_by_label(storage, world):
    with storage.begin() as work:
        for code, label in (("spa", "Órbita spa"), ("food", "Yum"), ("old", "Old")):
            work.activities.name_category(Category(code=code, label=label))
        work.commit()
    for number, category in enumerate(["food", "spa", "spa", "nameless"]):
        world.activity(f"A {number}", category=category)
    world.activity("Past", category="old", is_active=False)

    assert storage.reads.catalogue.categories() == [
        CategoryCount(code="nameless", label="nameless", activity_count=1),
        CategoryCount(code="spa", label="Órbita spa", activity_count=2),
        CategoryCount(code="food", label="Yum", activity_count=1),
    ]


def test_one_activity_is_read_active_or_not_and_odd_keys_find_nothing(storage, world):
    activity = world.activity(is_active=False)

    read = storage.reads.catalogue.activity
    assert read(activity.id) == read(activity.slug) == activity
    assert [read(key) for key in (uuid7(), "none", "a\x00b", "\udfff")] == [None] * 4


def test_a_slot_reads_with_the_seats_of_lapsed_holds(storage, world):
    slot = world.slot(capacity=6)
    world.booking(slot, expires_at=NOON)
    world.booking(slot, expires_at=NOON + HOUR)
    sold = world.booking(slot, expires_at=NOON)
    with storage.begin() as work:
        work.bookings.save(sold.confirm(NOON - HOUR), was=sold)
        work.commit()

    reading = storage.reads.catalogue.slot(slot.id, now=NOON)

    assert (reading.slot.booked_count, reading.lapsed_seats) == (6, 2)
    assert (reading.booked_count, reading.seats_left) == (4, 2)
    assert storage.reads.catalogue.slot(uuid7(), now=NOON) is None


def test_the_next_free_slots_of_several_activities_are_found_at_once(storage, world):
    jet, dive = world.activity("Jet"), world.activity("Dive", booking_cutoff_minutes=120)
    jets = [world.slot(jet, TOMORROW + n * HOUR, capacity=n) for n in range(1, 6)]
    dives = [world.slot(dive, TOMORROW + n * HOUR) for n in range(4)]
    world.slot(dive, TOMORROW + 9 * HOUR, is_available=False)
    now = TOMORROW - HOUR

    free = storage.reads.catalogue.next_free(
        {jet.id: 3, dive.id: 1, uuid7(): 1}, now=now, limit=2
    )

    assert [reading.slot for reading in free[jet.id]] == jets[2:4]
    # The first ones leave within two hours.
    assert [reading.slot for reading in free[dive.id]] == dives[2:4]
    assert len(free) == 3
    assert storage.reads.catalogue.next_free({}, now=now, limit=2) == {}


def test_the_nearest_free_slots_come_first_and_ties_earlier_first(storage, world):
    activity = world.activity()
    around = TOMORROW + 5 * HOUR
    slots = {
        hours: world.slot(activity, around + hours * HOUR) for hours in (-3, -1, 0, 1, 2, 4)
    }
    world.slot(world.activity("Other"), around)

    def nearest(limit, now=NOON, seats=1):
        readings = storage.reads.catalogue.nearest_free(
            activity.id, seats=seats, around=around, now=now, limit=limit
        )
        return [reading.slot for reading in readings]

    assert nearest(4) == [slots[hours] for hours in (0, -1, 1, 2)]
    assert nearest(9) == [slots[hours] for hours in (0, -1, 1, 2, -3, 4)]
    assert nearest(2, now=around) == [slots[1], slots[2]]
    assert nearest(2, seats=11) == []
