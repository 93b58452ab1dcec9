"""How many come, in the words of four languages."""

import pytest

from resortbook.application.chat.understanding.party import read_party


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("table for 4", 4),
        ("a table for two please", 2),
        ("for 6", 6),
        ("make it 3", 3),
        ("make it three please", 3),
        ("just me", 1),
        ("only for myself", 1),
        ("me and my wife", 2),
        ("my wife and I", 2),
        ("hi, my wife and I want to do something nice", 2),
        ("my husband and I need a massage", 2),
        ("my husband and I will be there", 2),
        ("me, my wife and our 2 kids", 4),
        ("I'm coming with my dad", 2),
        ("we are 6", 6),
        ("there are 10 of us", 10),
        ("the four of us", 4),
        ("both of us", 2),
        ("a family of five", 5),
        ("party of 11", 11),
        ("group of 8", 8),
        ("two families of 4", 8),
        ("a couple", 2),
        ("two couples", 4),
        ("a dozen people", 12),
        ("half a dozen people", 6),
        ("2 adults and 9 kids", 11),
        ("2 adults, one child and a baby", 4),
        ("3 grown-ups and 7 children", 10),
        ("4 people and 2 kids", 6),
        ("8 people including 3 kids", 8),
        ("a family of 5 (2 adults, 3 kids)", 5),
        ("no kids, just 2 adults", 2),
        ("4 of us, not 5", 4),
        ("I didn't say 4 people I said 8", 8),
        ("it was for 4, now change it to 3", 3),
        ("3 tickets", 3),
        ("me and 3 friends", 4),
        ("me + 3", 4),
        ("2x adult 1x child", 3),
        ("2 peopel", 2),
        ("3 adutls and a kid", 4),
        ("my parents and me", 3),
        ("me and my 6 year old son", 2),
        ("treasure hunt for my son", 1),
        ("para 2 personas", 2),
        ("para dos", 2),
        ("somos cuatro", 4),
        ("mi esposa y yo", 2),
        ("dos adultos y tres niños", 5),
        ("pour quatre personnes", 4),
        ("nous sommes 5", 5),
        ("ma femme et moi", 2),
        ("deux adultes et un enfant", 3),
        ("für zwei Personen", 2),
        ("wir sind zu viert", 4),
        ("meine Frau und ich", 2),
        ("zwei Erwachsene und ein Kind", 3),
    ],
)
def test_parties_are_read(text, total):
    said = read_party(text)

    assert said is not None
    assert said.total == total


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2 adults and 9 kids", (2, 9, None)),
        ("2 adults, one child and a baby", (2, 1, 1)),
        ("8 people including 3 kids", (5, 3, None)),
        ("me, my wife and our 2 kids", (2, 2, None)),
        ("dos adultos y tres niños", (2, 3, None)),
        ("zwei Erwachsene und ein Kind", (2, 1, None)),
        ("4 people", (None, None, None)),
    ],
)
def test_who_they_are_is_told_where_it_was_said(text, told):
    said = read_party(text)

    assert said is not None
    assert (said.adults, said.children, said.infants) == told


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("2 adults and 2 kids aged 5 and 7", (5, 7)),
        ("2 adults, kids 5 and 7 years old", (5, 7)),
        ("me and my 6 year old son", (6,)),
        ("2 adults and 2 kids (8, 10)", (8, 10)),
        ("my 2 sons 12 and 15", (12, 15)),
        ("ein Erwachsener, ein Kind 6 Jahre", (6,)),
        ("dos adultos y un niño de 8 años", (8,)),
        ("deux adultes et un enfant de 9 ans", (9,)),
        ("zwei Erwachsene und ein Kind, 4 Jahre alt", (4,)),
    ],
)
def test_ages_are_kept_and_count_nobody(text, ages):
    said = read_party(text)

    assert said is not None
    assert said.ages == ages
    assert said.total < 5


@pytest.mark.parametrize(
    "text",
    [
        "room 204",
        "$50",
        "for 3 hours",
        "for 2 nights",
        "option 2",
        "the second one",
        "a family counselor",
        "a surprise for my wife",
        "that's fine with me",
        "can you schedule me with him",
        "it's for me and make it quick",
        "one of my friends",
        "find one for me",
        "I want a ticket",
        "we don't have 3 hours",
        "5 years old",
        "hello",
        "",
    ],
)
def test_other_numbers_and_words_are_no_party(text):
    said = read_party(text)

    assert said is None


@pytest.mark.parametrize(
    ("text", "total"),
    [("4", 4), ("four", 4), ("cuatro", 4), ("quatre", 4), ("vier", 4), ("4!", 4)],
)
def test_a_bare_number_is_the_party_where_that_was_asked(text, total):
    asked = read_party(text, expects=True)
    unasked = read_party(text)

    assert asked is not None
    assert asked.total == total
    assert unasked is None


@pytest.mark.parametrize("number", ["1000000", "99999999999999999999"])
def test_too_many_people_stay_too_many(number):
    said = read_party(f"for {number} people")

    assert said is not None
    assert said.total >= 1_000_000


@pytest.mark.parametrize("number", ["0", "-3", "2.5"])
def test_no_whole_number_of_people_is_no_party(number):
    said = read_party(f"for {number} people")

    assert said is None


def test_two_families_are_who_they_are():
    said = read_party("we are two families: 4 adults and 5 kids")

    assert said is not None
    assert (said.total, said.adults, said.children) == (9, 4, 5)


def test_somebody_may_be_told_by_age_alone():
    said = read_party("2 adults and a 14 year old")

    assert said is not None
    assert (said.total, said.children, said.ages) == (3, 1, (14,))
