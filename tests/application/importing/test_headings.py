import pytest

from resortbook.application.importing.headings import FIELDS, columns_of, known_fields


@pytest.mark.parametrize(
    ("heading", "field", "unit"),
    [
        ("Title", "name", ""),
        ("TYPE", "category", ""),
        ("cost", "price", ""),
        ("Cost (USD)", "price", "USD"),
        ("Price [€]", "price", "€"),
        ("price in USD", "price", "USD"),
        ("Price USD", "price", "USD"),
        ("Duration", "duration_minutes", ""),
        ("Duration (h)", "duration_minutes", "h"),
        ("duration-minutes", "duration_minutes", ""),
        ("Capacity", "capacity_per_slot", ""),
        ("Max  people", "capacity_per_slot", ""),
        ("place", "location", ""),
        ("Notes", "requirements", ""),
        ("MIN_AGE", "min_age", ""),
        ("Minimum age", "min_age", ""),
        ("meeting point", "meeting_point", ""),
    ],
)
def test_a_heading_is_known_by_the_usual_words(heading, field, unit):
    columns = columns_of((heading,))

    assert [(name, column.unit) for name, column in columns.by_field.items()] == [(field, unit)]


def test_every_field_is_known_by_its_own_name_however_it_is_joined():
    for joint in ("_", "-", " "):
        assert known_fields([field.replace("_", joint).upper() for field in FIELDS]) == set(
            FIELDS
        )


def test_what_means_nothing_here_is_ignored_by_name():
    columns = columns_of(("Name", "Days", "", "Duration (weeks)"))

    assert columns.ignored == ("Days", "column 3", "Duration (weeks)")


def test_a_fields_own_name_goes_before_another_word_for_it():
    columns = columns_of(("Notes", "Requirements"))

    assert columns.by_field["requirements"].index == 1
    assert columns.ignored == ("Notes",)
    assert columns.doubled == ()


def test_two_words_for_the_same_are_a_conflict():
    assert columns_of(("title", "activity")).doubled == (("title", "activity"),)
