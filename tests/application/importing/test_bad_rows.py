import json

import pytest

from tests.application.importing.lists import named, quoted, row, take


def test_everything_wrong_with_one_row_is_named(resort):
    bad = row(
        name="x" * 201,
        price="EUR 5",
        duration="0",
        capacity="-1",
        slug="Not A Slug",
        min_party="5",
        max_party="2",
        is_active="perhaps",
        currency="EUR",
        min_age="121",
        people_per_seat="0",
        metadata="[1]",
    )

    report = take(resort, bad)

    assert {bad.column for bad in report.bad} == {
        "name",
        "price",
        "duration",
        "capacity",
        "slug",
        "max_party",
        "is_active",
        "currency",
        "min_age",
        "people_per_seat",
        "metadata",
    }


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"name": ""}, "name"),
        ({"name": "日本"}, "name"),
        ({"name": "Search"}, "name"),
        ({"slug": "categories"}, "slug"),
        ({"slug": "01890a5d-ac96-774b-bcce-b302099a8057"}, "slug"),
        ({"slug": "jet--ski"}, "slug"),
        ({"category": "!!"}, "category"),
        ({"category": ""}, "category"),
        ({"capacity": "0"}, "capacity"),
        ({"capacity": "1.5"}, "capacity"),
        ({"capacity": "10001"}, "capacity"),
        ({"duration": "10081"}, "duration"),
        ({"place": "x" * 201}, "place"),
        ({"price_per": "boat"}, "price_per"),
        ({"rates": "[]"}, "rates"),
        ({"rates": '[{"code":"infant","price":"45.00","takes_seat":false}]'}, "rates"),
        ({"rates": '[{"code":"A b","price":"45.00"}]'}, "rates"),
        ({"rates": '[{"code":"adult","price":"45.00","cost":"1"}]'}, "rates"),
        ({"rates": '[{"code":"adult"}]'}, "rates"),
        ({"rates": '[{"code":"adult","price":"45.00","min_age":9,"max_age":3}]'}, "rates"),
        ({"rates": '[{"code":"adult","price":"50.00"}]'}, "price"),
        ({"rates": "adult"}, "rates"),
        ({"images": '[{"alt_text":"x"}]'}, "images"),
        ({"images": '[{"url":"ftp://x/y.jpg"}]'}, "images"),
        ({"image": "https://"}, "image"),
        ({"image": "boat.jpg"}, "image"),
        ({"metadata": '{"a": "\\u0000"}'}, "metadata"),
        ({"metadata": '{"a": "\\ud800"}'}, "metadata"),
        ({"metadata": '{"a": 1, "a": 2}'}, "metadata"),
        ({"metadata": '{"a": 1e999}'}, "metadata"),
    ],
)
def test_a_rule_that_is_broken_is_named_with_its_column(resort, cells, column):
    report = take(resort, row(**{name: quoted(cell) for name, cell in cells.items()}))

    assert named(report) == [(2, column)]
    assert not report.written


def test_a_price_in_another_currency_by_the_heading_makes_every_row_bad(resort):
    report = take(resort, "name;type;Cost (EUR);duration;capacity\nA;B;5;30;2\nC;B;6;30;2\n")

    assert named(report) == [(2, "Cost (EUR)"), (3, "Cost (EUR)")]


@pytest.mark.parametrize("value", [True, 1.5, "1.5", -1, [6], {"n": 6}, 10**30])
def test_json_numbers_are_as_strict(resort, value):
    item = {
        "name": "Water Bikes",
        "category": "Watersports",
        "price": 45,
        "duration": 30,
        "capacity": value,
    }

    assert named(take(resort, json.dumps([item]))) == [(1, "capacity")]


def test_two_columns_for_one_field_make_every_row_bad(resort):
    report = take(resort, row(title="Bikes", activity="Boats").replace("name;", "slug;", 1))

    assert "activity" in {bad.column for bad in report.bad}
