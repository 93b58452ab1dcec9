"""Names of a catalogue as guests write them."""

import pytest

from resortbook.application.chat.understanding.names import Catalogue, CatalogueEntry

ROWS = (
    ("Jet Skiing", "Watersports", "Carve a course across the open bay"),
    ("Parasailing", "Watersports", "Rise under a striped canopy"),
    ("Snorkeling Tour", "Watersports", "Two reefs with parrotfish and turtles"),
    ("Lagoon Kayaking", "Watersports", "Follow your guide into the mangroves"),
    ("First Scuba Dive", "Watersports", "Breathe under water"),
    ("Sunset Catamaran Cruise", "Tours", "Sail out with the breeze"),
    ("Chichén Itzá at Dawn", "Tours", "Stand before El Castillo"),
    ("Warm Stone Massage", "Spa", "Smooth basalt stones"),
    ("Massage for Two", "Spa", "Side by side under the palapa"),
    ("Ceviche Kitchen", "Dining", "Why the lime goes in last"),
    ("Sunrise Yoga", "Wellness", "Roll out your mat"),
    ("Little Pirates' Treasure Hunt", "Kids", "Captain Barbarroja has lost his map"),
    ("Beach Horse Ride", "Sports", "Luna, Canela and their friends"),
)
CATALOGUE = Catalogue(
    CatalogueEntry(id=name, name=name, category=category, words=words)
    for name, category, words in ROWS
)


def named(text: str) -> list[list[str]]:
    return [[match.id for match in group] for group in CATALOGUE.find(text).groups]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jet skiing", "Jet Skiing"),
        ("jetski", "Jet Skiing"),
        ("jet sky", "Jet Skiing"),
        ("jet-ski tomorrow at 2", "Jet Skiing"),
        ("motos de agua mañana", "Jet Skiing"),
        ("parasaling", "Parasailing"),
        ("para sailing", "Parasailing"),
        ("snorkling", "Snorkeling Tour"),
        ("schnorcheln", "Snorkeling Tour"),
        ("kayak", "Lagoon Kayaking"),
        ("scuba diving", "First Scuba Dive"),
        ("plongée", "First Scuba Dive"),
        ("buceo", "First Scuba Dive"),
        ("the sunset cruise", "Sunset Catamaran Cruise"),
        ("chichen itza", "Chichén Itzá at Dawn"),
        ("warm stone massage", "Warm Stone Massage"),
        ("book me a massage for two", "Massage for Two"),
        ("a couples massage", "Massage for Two"),
        ("cooking class", "Ceviche Kitchen"),
        ("yoga", "Sunrise Yoga"),
        ("horse riding", "Beach Horse Ride"),
        ("reiten", "Beach Horse Ride"),
        ("treasure hunt for my son", "Little Pirates' Treasure Hunt"),
        ("something with turtles", "Snorkeling Tour"),
    ],
)
def test_an_activity_is_found(text, name):
    best = CATALOGUE.find(text).best

    assert best is not None
    assert best.id == name


def test_several_activities_are_as_many_groups():
    groups = named("a jet ski and parasailing for 4 on friday")

    assert groups == [["Jet Skiing"], ["Parasailing"]]


def test_what_may_be_several_is_told():
    found = CATALOGUE.find("a massage")

    assert found.is_ambiguous
    assert {match.id for match in found.groups[0]} == {"Warm Stone Massage", "Massage for Two"}


def test_the_same_thing_twice_is_one_group():
    groups = named("jet ski... how much is the jet ski")

    assert groups == [["Jet Skiing"]]


@pytest.mark.parametrize(
    "text",
    [
        "hello there",
        "the beach",
        "2 adults and 3 kids",
        "I want to book a table for 2",
        "can I get a ticket",
        "where is the pool",
        "what time is it",
        "",
    ],
)
def test_other_words_name_nothing(text):
    groups = named(text)

    assert groups == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("watersports", "Watersports"),
        ("a watersport", "Watersports"),
        ("something on the water", "Watersports"),
        ("deportes acuáticos", "Watersports"),
        ("sports nautiques", "Watersports"),
        ("wassersport", "Watersports"),
        ("a spa treatment", "Spa"),
        ("something for the kids", "Kids"),
        ("excursions", "Tours"),
    ],
)
def test_a_category_is_found(text, category):
    categories = [match.category for match in CATALOGUE.find(text).categories]

    assert categories == [category]


def test_what_follows_a_name_is_left_to_others():
    text = "a yoga lesson on friday evening"

    rest = CATALOGUE.find(text).rest(text)

    assert "friday evening" in rest


def test_the_names_are_masked_with_their_numbers():
    text = "Massage for Two at 2"

    rest = CATALOGUE.find(text).rest(text)

    assert "Two" not in rest
    assert rest.endswith("2")
    assert len(rest) == len(text)
