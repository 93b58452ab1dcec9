import csv
import io
import json

import pytest

from resortbook.domain.activity import ActivityImage, PricePer
from resortbook.domain.errors import InvalidInput
from tests.application.importing.lists import LIST, offered, row, take
from tests.builders import a_rate


@pytest.fixture
def filled(resort, given):
    """A resort with activities that have everything, and things that files spoil easily."""
    take(resort, LIST, skip_bad=True)
    given.activity(
        "Plain",
        description='Two lines,\nwith "quotes"; and\ta tab',
        location="=HYPERLINK(1)",
        requirements="'=already guarded",
        bring="+1 friend",
        meeting_point="  between  blanks ",
    )
    image_id = given.container.ids().new()
    given.activity(
        "Rich — é",
        slug="rich",
        rates=(
            a_rate("adult", "80.00", label="Adult"),
            a_rate("baby", "0.00", takes_seat=False, max_age=2),
        ),
        price_per=PricePer.BOOKING,
        people_per_seat=2,
        min_age=0,
        min_party=2,
        max_party=8,
        arrive_minutes_before=10,
        booking_cutoff_minutes=45,
        cancellation_deadline_hours=0,
        is_active=False,
        images=(
            ActivityImage(id=image_id, url="https://example.org/a.jpg", alt_text="A, b"),
            ActivityImage(
                id=given.container.ids().new(),
                url="/media/rich-0123456789abcdef.jpg",
                alt_text="",
                is_primary=True,
                order=3,
            ),
        ),
        metadata={"pier": "north", "depths": [1.5, 20], "deep": {"yes": True, "no": None}},
    )
    return resort


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_importing_an_export_changes_nothing(filled, kind):
    before = {slug: offered(filled, slug) for slug in ("plain", "rich", "glass-kayak")}

    report = take(filled, filled.files.export(kind), name=f"list.{kind}")

    assert report.bad == ()
    assert (report.created, report.updated, report.unchanged) == (0, 0, 8)
    assert {slug: offered(filled, slug) for slug in before} == before


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_empty_resort_that_takes_an_export_exports_the_same(filled, another, kind):
    text = filled.files.export(kind)

    report = take(another, text, name=f"list.{kind}")

    assert (report.bad, report.created) == ((), 8)
    assert another.files.export("csv").replace("  between  blanks ", "between blanks") == (
        filled.files.export("csv").replace("  between  blanks ", "between blanks")
    )


def test_an_export_names_its_columns_and_writes_money_as_text(filled):
    rows = {one["slug"]: one for one in csv.DictReader(io.StringIO(filled.files.export("csv")))}

    assert rows["rich"]["price"] == "80.00"
    assert json.loads(rows["rich"]["rates"])[1]["takes_seat"] is False
    assert rows["rich"]["is_active"] == "no"
    assert rows["glass-kayak"]["category"] == "Water sports"
    assert rows["glass-kayak"]["rates"] == ""


def test_cells_that_a_spreadsheet_would_run_are_exported_with_an_apostrophe(filled):
    rows = {one["slug"]: one for one in csv.DictReader(io.StringIO(filled.files.export("csv")))}

    assert rows["plain"]["location"] == "'=HYPERLINK(1)"
    assert rows["plain"]["bring"] == "'+1 friend"
    assert rows["plain"]["requirements"] == "''=already guarded"


def test_an_empty_resort_exports_its_columns_alone(another):
    assert another.files.export("csv").startswith("name,slug,")
    assert len(another.files.export("csv").splitlines()) == 1
    assert json.loads(another.files.export("json")) == []


def test_another_format_is_refused(resort):
    with pytest.raises(InvalidInput):
        resort.files.export("xlsx")


def test_ids_and_times_of_an_api_answer_are_ignored(resort):
    take(resort, row())
    item = json.loads(resort.files.export("json"))[0]

    report = take(resort, json.dumps({"items": [{**item, "id": "7", "created_at": "now"}]}))

    assert report.unchanged == 1
    assert report.ignored == ("id", "created_at")
