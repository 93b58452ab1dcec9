from datetime import date, timedelta

import pytest

from resortbook.application.catalogue import ActivityQuery
from resortbook.domain.errors import InvalidInput, InvalidTime, NotFound
from resortbook.domain.money import Money
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivitySort
from tests.builders import NOON, TOMORROW, a_rate


def names(page):
    return [activity.name for activity in page.items]


@pytest.fixture
def offered(given):
    return [
        given.activity("Jet Skiing"),
        given.activity("Wine Tasting", category="dining", rates=(a_rate(price="45"),)),
        given.activity("Çatamaran", category="tours", rates=(a_rate(price="95"),), max_party=2),
        given.activity("Gone", is_active=False),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Çatamaran", "Jet Skiing", "Wine Tasting"]),
        ({"category": "dining"}, ["Wine Tasting"]),
        ({"category": "nothing"}, []),
        ({"text": "catamaran"}, ["Çatamaran"]),
        ({"text": "100%"}, []),
        ({"text": "_"}, []),
        ({"min_price": Money(8000)}, ["Çatamaran", "Jet Skiing"]),
        ({"min_price": Money(4500), "max_price": Money(8000)}, ["Jet Skiing", "Wine Tasting"]),
        ({"participants": 3}, ["Jet Skiing", "Wine Tasting"]),
        ({"participants": 11}, []),
        ({"sort": ActivitySort.PRICE}, ["Wine Tasting", "Jet Skiing", "Çatamaran"]),
        ({"sort": ActivitySort.PRICE_DOWN}, ["Çatamaran", "Jet Skiing", "Wine Tasting"]),
    ],
)
def test_activities_are_filtered_and_sorted(resort, offered, query, found):
    listed = names(resort.catalogue.list_activities(ActivityQuery(**query), Page()))

    assert sorted(listed) == sorted(found)
    if "sort" in query:
        assert listed == found


def test_pages_join_into_the_whole_list_once(resort, given):
    for number in range(7):
        given.activity(f"Same price {number}")
    seen, cursor = [], None

    while True:
        page = resort.catalogue.list_activities(
            ActivityQuery(sort=ActivitySort.PRICE), Page(limit=3, cursor=cursor)
        )
        seen += names(page)
        cursor = page.next_cursor
        if cursor is None:
            break

    assert sorted(seen) == [f"Same price {number}" for number in range(7)]


def test_a_made_up_cursor_is_refused(resort, offered):
    with pytest.raises(InvalidInput):
        resort.catalogue.list_activities(ActivityQuery(), Page(cursor="made up"))
    with pytest.raises(InvalidInput):
        resort.catalogue.search("jet", Page(cursor="-1"))


def test_a_day_shows_only_what_has_a_free_slot_for_the_party(resort, given):
    small, big = given.activity("Small", capacity_per_slot=2), given.activity("Big")
    given.slot(small)
    given.slot(big)
    given.slot(given.activity("Other day"), TOMORROW + timedelta(days=1))
    day = TOMORROW.astimezone(resort.facts.zone).date()

    def on_the_day(people):
        query = ActivityQuery(day=day, participants=people)
        return names(resort.catalogue.list_activities(query, Page()))

    assert on_the_day(2) == ["Big", "Small"]
    assert on_the_day(3) == ["Big"]


def test_seats_of_lapsed_holds_are_free_in_every_list(resort, given, clock):
    activity = given.activity(capacity_per_slot=2)
    slot = given.slot(activity)
    given.hold(slot, party=2)
    day = TOMORROW.astimezone(resort.facts.zone).date()

    def free():
        listed = resort.catalogue.list_activities(ActivityQuery(day=day), Page())
        availability = resort.catalogue.availability(activity.slug).choices
        return names(listed), [choice.reading.seats_left for choice in availability]

    assert free() == ([], [0])
    clock.advance(minutes=30)
    assert free() == (["Jet Skiing"], [2])
    assert [one.slot.id for one in resort.catalogue.next_slots([activity])[activity.id]] == [
        slot.id
    ]


def test_availability_covers_a_week_of_resort_days_without_what_has_started(resort, given):
    activity = given.activity()
    for start in (
        NOON - timedelta(hours=1),
        NOON + timedelta(hours=1),
        NOON + timedelta(days=8),
    ):
        given.slot(activity, start)

    found = resort.catalogue.availability(activity.slug).choices

    assert [choice.reading.slot.start_time for choice in found] == [NOON + timedelta(hours=1)]


def test_an_impossible_stretch_of_days_is_refused(resort, given):
    activity = given.activity()

    for last in (date(2026, 10, 14), date(2026, 11, 15)):
        with pytest.raises(InvalidTime):
            resort.catalogue.availability(activity.slug, first=date(2026, 10, 15), last=last)


def test_an_inactive_activity_is_not_found(resort, offered):
    with pytest.raises(NotFound):
        resort.catalogue.get_activity("gone")


def test_categories_count_what_is_offered(resort, offered):
    counted = {
        one.code: (one.label, one.activity_count) for one in resort.catalogue.categories()
    }

    assert counted["dining"] == ("Dining", 1)
    assert counted["watersports"] == ("Watersports", 1)
