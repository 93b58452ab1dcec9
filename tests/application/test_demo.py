from collections.abc import Callable

import pytest

from resortbook.application.catalogue import ActivityQuery
from resortbook.application.desk import BookingSearch
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor, Role
from resortbook.domain.errors import FieldConflict
from resortbook.ports.paging import Page

OPERATOR = Actor.operator()


@pytest.fixture
def container(sqlite_url: str, open_container: Callable[..., Container]) -> Container:
    return open_container(sqlite_url)


def test_the_demo_is_a_resort_that_one_can_book_in(resort, tmp_path):
    report = resort.demo.load(by=OPERATOR)

    page = resort.catalogue.list_activities(ActivityQuery(), Page(limit=100))
    known = {one.slug: (str(one.price), one.duration_minutes) for one in page.items}
    assert known["jet-skiing"] == ("80.00", 30)
    assert known["parasailing"] == ("120.00", 45)
    assert known["snorkeling-tour"] == ("60.00", 120)
    assert len(known) == report.activities >= 24
    assert len(resort.catalogue.categories()) >= 6
    kept = {f"/media/{path.name}" for path in (tmp_path / "media").iterdir()}
    assert all(one.images for one in page.items)
    urls = {image.url for one in page.items for image in one.images}
    smaller = {url.replace(".webp", f"-{size}.webp") for url in urls for size in (400, 800)}
    assert urls | smaller == kept
    assert [(one.phone, one.role) for one in resort.staff.all()] == [
        (report.admin_phone, Role.ADMIN)
    ]
    assert resort.check() == []


def test_jet_skis_leave_every_day_at_ten_two_and_four(resort):
    resort.demo.load(by=OPERATOR)

    choices = resort.catalogue.availability("jet-skiing").choices

    zone = resort.facts.zone
    times = [f"{one.reading.slot.start_time.astimezone(zone):%d %H:%M}" for one in choices]
    assert times[:5] == ["15 14:00", "15 16:00", "16 10:00", "16 14:00", "16 16:00"]


def test_some_departures_are_nearly_full_by_real_bookings_of_nobody(resort):
    report = resort.demo.load(by=OPERATOR)

    page = resort.desk.find_bookings(BookingSearch(), Page(limit=100))
    assert len(page.items) == report.bookings > 20
    assert not any(one.guest.addresses for one in page.items)
    full = {one.detail.slot.id for one in page.items}
    left = [resort.reads.catalogue.slot(id_, now=resort.clock.now()).seats_left for id_ in full]
    assert max(left) <= 5
    assert min(left) == 0


def test_the_demo_is_never_put_into_a_resort_that_has_something(resort, given):
    given.activity("Our own")

    with pytest.raises(FieldConflict):
        resort.demo.load(by=OPERATOR)

    assert not resort.staff.all()
