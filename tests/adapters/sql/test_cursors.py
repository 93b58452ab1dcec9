import base64
import json
from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.errors import InvalidInput
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter, ActivitySort, BookingFilter, SlotFilter
from tests.builders import NOON, TOMORROW, a_rate


def all_pages(read, *, limit):
    """Follow the cursors to the end; return the items and the sizes of the pages."""
    items, sizes, cursor = [], [], None
    while True:
        page = read(Page(limit=limit, cursor=cursor))
        items += page.items
        sizes.append(len(page.items))
        cursor = page.next_cursor
        if cursor is None:
            return items, sizes


NAMES = {
    ActivitySort.NAME: ["Ágata", "beach", "Coral", "Zip"],
    ActivitySort.PRICE: ["Zip", "Coral", "Ágata", "beach"],
    ActivitySort.PRICE_DOWN: ["beach", "Coral", "Ágata", "Zip"],
    ActivitySort.NEWEST: ["beach", "Ágata", "Coral", "Zip"],
}


def test_every_order_of_activities_can_be_paged_through(storage, world):
    prices = {"Zip": "5.00", "Coral": "20.00", "Ágata": "20.00", "beach": "100.00"}
    for number, (name, price) in enumerate(prices.items()):
        at = NOON + timedelta(seconds=number)
        world.activity(name, slug=name, rates=(a_rate(price=price),), created_at=at)

    found = {
        (sort, limit): all_pages(
            lambda page, sort=sort: storage.reads.catalogue.activities(
                ActivityFilter(sort=sort), page, now=NOON
            ),
            limit=limit,
        )
        for sort in ActivitySort
        for limit in (1, 3, 4)
    }

    for (sort, limit), (items, sizes) in found.items():
        assert [activity.name for activity in items] == NAMES[sort]
        assert all(size == limit for size in sizes[:-1])


def test_bookings_are_paged_newest_first_and_by_id_where_the_moment_is_the_same(storage, world):
    slot = world.slot(capacity=100)
    made = [world.booking(slot) for _ in range(3)]
    made += [world.booking(slot, created_at=NOON + timedelta(minutes=1)) for _ in range(2)]

    items, sizes = all_pages(
        lambda page: storage.reads.sales.bookings(BookingFilter(now=NOON), page), limit=2
    )

    assert [detail.booking for detail in items] == sorted(
        made, key=lambda booking: (booking.created_at, booking.id), reverse=True
    )
    assert sizes == [2, 2, 1]


def test_slots_are_paged_by_start(storage, world):
    activity = world.activity()
    made = [
        world.slot(activity, TOMORROW + timedelta(hours=hour), lane=lane)
        for hour in (2, 0, 1)
        for lane in ("a", "b")
    ]
    wanted = SlotFilter(now=NOON, start=TOMORROW, end=TOMORROW + timedelta(days=1))

    items, sizes = all_pages(lambda page: storage.reads.catalogue.slots(wanted, page), limit=3)

    in_order = sorted(made, key=lambda slot: (slot.start_time, slot.id))
    assert [reading.slot for reading in items] == in_order
    assert [reading.slot for reading in storage.reads.catalogue.slots(wanted).items] == in_order
    assert sizes == [3, 3]


def cursor_of(*parts):
    text = parts[0] if len(parts) == 1 else json.dumps(parts)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


BAD = [
    "",
    "x",
    "%%%",
    "ünï",
    "\x00",
    "\ud800",
    "A" * 5_000,
    cursor_of("null"),
    cursor_of("[" * 60_000),
    cursor_of('["activities-name", "a"]'),
    cursor_of("9" * 5_000),
    cursor_of("bookings", NOON.isoformat(), str(uuid7())),
    cursor_of("activities-price", 5, str(uuid7())),
    cursor_of("activities-name", 5, str(uuid7())),
    cursor_of("activities-name", "a", "no id"),
    cursor_of("activities-name", "a", 5),
    cursor_of("activities-name", "a\x00b", str(uuid7())),
    cursor_of("activities-name", "\ud800", str(uuid7())),
]


@pytest.fixture
def reads(sqlite_url, opened):
    """Cursors are read before any database is asked, so that one kind is enough."""
    return opened(sqlite_url).reads


@pytest.mark.parametrize("cursor", BAD, ids=range(len(BAD)))
def test_a_bad_or_foreign_cursor_is_blamed_on_the_field(reads, cursor):
    with pytest.raises(InvalidInput) as refused:
        reads.catalogue.activities(ActivityFilter(), Page(cursor=cursor), now=NOON)

    problem = "Not a cursor of this list; leave it out to begin anew"
    assert refused.value.details == {"fields": {"cursor": [problem]}}


@pytest.mark.parametrize(
    "first", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-10-15", 7, None]
)
def test_a_moment_that_is_none_is_blamed_too(reads, first):
    page = Page(cursor=cursor_of("bookings", first, str(uuid7())))

    with pytest.raises(InvalidInput):
        reads.sales.bookings(BookingFilter(now=NOON), page)


@pytest.mark.parametrize("first", [10**10, 10**40, -(10**40), 1.5, True, "5"])
def test_an_amount_that_is_none_is_blamed_too(reads, first):
    page = Page(cursor=cursor_of("activities-price", first, str(uuid7())))

    with pytest.raises(InvalidInput):
        reads.catalogue.activities(ActivityFilter(sort=ActivitySort.PRICE), page, now=NOON)
