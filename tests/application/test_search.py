import pytest

from resortbook.application.search import best_first
from tests.builders import an_activity

ACTIVITIES = [
    an_activity("Jet Skiing", location="North Pier", description="Fast rides over the bay."),
    an_activity("Parasailing", location="North Pier", description="High above the water."),
    an_activity("Snorkeling Tour", location="Coral House", description="Two reefs, many fish."),
    an_activity(
        "Hot Stone Massage", category="spa", location="Spa Pavilion", description="Warm."
    ),
    an_activity(
        "Chef's Table", category="dining", location="Cellar", description="Seven courses."
    ),
    an_activity(
        "Wine Tasting", category="dining", location="Cellar", description="Five glasses."
    ),
]
LABELS = {"watersports": "Watersports", "spa": "Spa", "dining": "Dining"}


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("jet ski", "Jet Skiing"),
        ("jetski", "Jet Skiing"),
        ("jet sking", "Jet Skiing"),
        ("parasaling", "Parasailing"),
        ("snorkling", "Snorkeling Tour"),
        ("snorkel", "Snorkeling Tour"),
        ("masage", "Hot Stone Massage"),
        ("chefs table", "Chef's Table"),
        ("CHEF\u2019S", "Chef's Table"),
        ("wine tastng", "Wine Tasting"),
        ("coral house", "Snorkeling Tour"),
        ("reefs", "Snorkeling Tour"),
    ],
)
def test_typing_errors_are_forgiven(typed, best):
    found = best_first(typed, ACTIVITIES, LABELS)

    assert found[0].name == best


@pytest.mark.parametrize("typed", ["", "  ", "helicopter", "zzz", "%%%", "\ud800"])
def test_what_is_not_offered_is_not_found(typed):
    assert best_first(typed, ACTIVITIES, LABELS) == []


def test_a_category_finds_all_of_it():
    found = best_first("dinning", ACTIVITIES, LABELS)

    assert {activity.name for activity in found} == {"Chef's Table", "Wine Tasting"}
