import json

import pytest
from sqlalchemy import text

from resortbook.application.catalogue import ActivityQuery
from resortbook.domain.activity import PricePer
from resortbook.domain.errors import FieldConflict, InvalidInput, Unavailable
from resortbook.ports.paging import Page
from tests.application.importing.lists import (
    LIST,
    OPERATOR,
    named,
    offered,
    quoted,
    row,
    take,
)


def audit_lines(container):
    with container.storage().engine.begin() as connection:
        return connection.execute(text("SELECT count(*) FROM audit")).scalar_one()


def slugs(resort):
    query = ActivityQuery(include_inactive=True)
    page = resort.catalogue.list_activities(query, Page(limit=100))
    return {activity.slug for activity in page.items}


def test_everything_wrong_is_named_and_nothing_is_written(resort):
    report = take(resort, LIST)

    assert named(report) == [
        (8, "Duration"),
        (9, "column 12"),
        (10, "Activity"),
        (12, "Type"),
        (12, "Cost (USD)"),
        (12, "Duration"),
        (12, "Max people"),
    ]
    assert "line 2" in report.bad[2].reason
    assert (report.written, report.bad_lines, report.created) == (False, 4, 6)
    assert report.ignored == ("Days", "Times")
    assert slugs(resort) == set()


def test_the_clear_rows_are_taken_where_bad_ones_may_be_left_out(resort):
    report = take(resort, LIST, skip_bad=True)

    assert (report.written, report.created, report.bad_lines) == (True, 6, 4)
    prices = {slug: str(offered(resort, slug).price) for slug in slugs(resort)}
    assert prices == {
        "water-bikes": "45.00",
        "banana-boat-over-the-reef": "25.00",
        "reef-snorkel-3-stops": "1060.00",
        "glass-kayak": "35.50",
        "moonlight-sail": "1295.00",
        "lighthouse-walk": "0.00",
    }


def test_a_row_becomes_an_activity_with_what_it_says(resort):
    take(resort, LIST, skip_bad=True)

    bikes = offered(resort, "water-bikes")

    assert bikes.name == "Water Bikes"
    assert bikes.category == "watersports"
    assert bikes.duration_minutes == 30
    assert bikes.capacity_per_slot == 6
    assert bikes.location == "Jetty"
    assert bikes.requirements == "no licence"
    assert bikes.bring == "towel"
    assert bikes.min_age == 14
    assert [(rate.code, rate.label) for rate in bikes.rates] == [("person", "Person")]


def test_a_categorys_code_is_its_slug_and_its_label_the_text_as_first_seen(resort):
    take(resort, LIST, skip_bad=True)

    labels = {
        one.code: (one.label, one.activity_count) for one in resort.catalogue.categories()
    }

    assert labels == {
        "watersports": ("Watersports", 3),
        "water-sports": ("Water sports", 1),
        "tours": ("Tours", 2),
    }


def test_the_same_file_again_changes_nothing_and_says_so(resort, container):
    take(resort, LIST, skip_bad=True)
    before = offered(resort, "water-bikes")
    lines = audit_lines(container)

    again = take(resort, LIST, skip_bad=True)

    assert (again.created, again.updated, again.unchanged) == (0, 0, 6)
    assert offered(resort, "water-bikes") == before
    assert audit_lines(container) == lines


def test_a_changed_cell_is_one_update_with_an_audit_line_that_names_the_field(
    resort, container, clock
):
    take(resort, row(place="Pier"))
    clock.advance(hours=1)

    report = take(resort, row(place="Pier", price="49,5"))

    bikes = offered(resort, "water-bikes")
    assert (report.created, report.updated) == (0, 1)
    assert (str(bikes.price), bikes.location, bikes.version) == ("49.50", "Pier", 2)
    assert bikes.updated_at == clock.now()
    with container.storage().engine.begin() as connection:
        query = text("SELECT action, changed FROM audit ORDER BY id DESC LIMIT 1")
        action, changed = connection.execute(query).one()
    assert (action, json.loads(changed)) == ("activity.update", ["rates"])


def test_a_column_that_is_not_there_leaves_its_field_and_a_blank_cell_clears_it(resort):
    take(resort, row(place="Pier", bring="towel", min_age="12"))

    take(resort, row(bring="", min_age=""))

    bikes = offered(resort, "water-bikes")
    assert (bikes.location, bikes.bring, bikes.min_age) == ("Pier", "", None)


def test_a_list_of_new_prices_needs_no_other_columns(resort):
    take(resort, row(slug="bikes", place="Pier"))

    report = take(resort, "slug;price\nbikes;60\nboats;70\n")

    assert named(report) == [
        (3, "name"),
        (3, "category"),
        (3, "duration_minutes"),
        (3, "capacity_per_slot"),
    ]
    assert take(resort, "slug;price\nbikes;60\n").updated == 1
    assert str(offered(resort, "bikes").price) == "60.00"


def test_rates_are_taken_in_their_order_and_the_price_is_the_firsts(resort):
    rates = [
        {"code": "adult", "price": "45.00", "min_age": 12},
        {"code": "child", "label": "Child (6–11)", "price": "22.50", "max_age": 11},
        {"code": "infant", "price": "free", "takes_seat": False, "max_age": 5},
    ]
    item = {
        "name": "Water Bikes",
        "category": "Watersports",
        "rates": rates,
        "duration_minutes": 30,
        "capacity_per_slot": 6,
        "price_per": "seat",
        "metadata": {"weight": 0.5, "pier": ["north"]},
    }

    report = take(resort, json.dumps([item]), name="list.json")

    bikes = offered(resort, "water-bikes")
    assert report.bad == ()
    assert [(rate.code, rate.label, str(rate.price)) for rate in bikes.rates] == [
        ("adult", "Adult", "45.00"),
        ("child", "Child (6–11)", "22.50"),
        ("infant", "Infant", "0.00"),
    ]
    assert bikes.price_per is PricePer.SEAT
    assert bikes.metadata == {"weight": 0.5, "pier": ["north"]}


def test_a_new_price_alone_changes_the_first_rate_and_keeps_the_others(resort):
    rates = '[{"code":"adult","price":"45.00"},{"code":"child","price":"20.00"}]'
    take(resort, row(rates=quoted(rates)))

    take(resort, row(price="50"))

    assert [str(rate.price) for rate in offered(resort, "water-bikes").rates] == [
        "50.00",
        "20.00",
    ]


def test_an_inactive_activity_stays_so_where_nothing_is_said(resort):
    take(resort, row(is_active="no"))

    take(resort, row(is_active="", place="Pier"))

    assert not offered(resort, "water-bikes").is_active


def test_somebody_who_changes_the_same_activity_all_the_time_is_not_overwritten(
    resort, container
):
    take(resort, row())
    storage = RestlessStorage(container.storage(), resort)
    hurried = container.files.cls(**{**fields_of(resort.files), "storage": storage})

    with pytest.raises(Unavailable):
        hurried.import_file("list.csv", row(price="50").encode(), skip_bad=False, by=storage.by)

    assert str(offered(resort, "water-bikes").price) == "45.00"


def fields_of(service):
    return {name: getattr(service, name) for name in service.__slots__}


class RestlessStorage:
    """Lets somebody else write before every unit of work."""

    def __init__(self, storage, resort):
        self._storage = storage
        self._resort = resort
        self._round = 0
        self.by = OPERATOR

    def begin(self):
        self._round += 1
        take(self._resort, row(place=f"Pier {self._round}"))
        return self._storage.begin()


def test_what_is_no_catalogue_is_refused_as_a_whole(resort):
    with pytest.raises(InvalidInput):
        take(resort, "just;some\nwords;here\n")


def test_a_slug_is_not_taken_twice_by_two_who_come_at_once(resort, container):
    take(resort, row())

    with pytest.raises(FieldConflict), container.storage().begin() as work:
        work.activities.add(offered(resort, "water-bikes"))
