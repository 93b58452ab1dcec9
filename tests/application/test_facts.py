"""Facts from files: all of a file, or nothing of it."""

import json
from importlib.resources import files

import pytest

from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput

BY = Actor.operator()
GOOD = (
    "Topic;Example questions;Answer\n"
    "Wi-Fi;Is there wifi?|¿Hay wifi?| ;Yes, everywhere.\n"
    'Pool;When is it open?;"From 7.\nTo 9."\n'
)


@pytest.fixture
def take(resort):
    def take_(text, name="facts.csv"):
        return resort.knowledge.import_file(name, text.encode(), by=BY)

    return take_


def told(resort):
    return {fact.topic: (fact.examples, fact.answer) for fact in resort.knowledge.all()}


def problems(report):
    return [(bad.line, bad.column, bad.reason) for bad in report.bad]


def test_a_file_is_taken_once(resort, take):
    first, again = take(GOOD), take(GOOD)

    assert (first.created, first.updated, first.unchanged, first.bad) == (2, 0, 0, ())
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert told(resort) == {
        "Wi-Fi": (("Is there wifi?", "¿Hay wifi?"), "Yes, everywhere."),
        "Pool": (("When is it open?",), "From 7.\nTo 9."),
    }


def test_json_says_the_same(resort, take):
    take(GOOD)
    items = [
        {"topic": "Wi-Fi", "examples": ["Is there wifi?", "¿Hay wifi?"], "answer": "No."},
        {"topic": "Pool", "examples": "When is it open?|Heated?", "id": "anything"},
    ]

    report = take(json.dumps(items), "facts.json")

    assert (report.updated, report.ignored) == (2, ())
    assert told(resort)["Wi-Fi"] == (("Is there wifi?", "¿Hay wifi?"), "No.")
    assert told(resort)["Pool"] == (("When is it open?", "Heated?"), "From 7.\nTo 9.")


def test_the_topic_decides_and_what_has_no_column_stays(resort, take):
    take(GOOD)
    before = {fact.topic: fact.id for fact in resort.knowledge.all()}

    report = take("answer,topic\nNowhere.,WI-FI\n")

    assert (report.created, report.updated) == (0, 1)
    after = {fact.topic: fact for fact in resort.knowledge.all()}
    assert after["WI-FI"].id == before["Wi-Fi"]
    assert after["WI-FI"].examples == ("Is there wifi?", "¿Hay wifi?")
    assert after["WI-FI"].answer == "Nowhere."


def test_one_bad_row_stops_all_and_every_bad_thing_is_named(resort, take):
    report = take(
        "topic,questions,answer,mood\n"
        "Wi-Fi,Is there wifi?,Yes,gay\n"
        ",Where?,Here,\n"
        "Pool, | ,,\n"
        f"Bar,{'x' * 201},{'y' * 601},\n"
        "wi-fi,Internet?,Yes,\n"
        "Net,IS THERE WIFI?,Yes,\n"
        "Gym,When?,Open,fit,too much\n"
    )

    assert problems(report) == [
        (3, "topic", "missing"),
        (4, "questions", "missing"),
        (4, "answer", "missing"),
        (5, "questions", "at most 200 characters; this has 201"),
        (5, "answer", "at most 600 characters; this has 601"),
        (6, "topic", "“wi-fi” stands in line 2 already"),
        (7, "questions", "“IS THERE WIFI?” is a question of “Wi-Fi” already"),
        (
            8,
            "column 5",
            "5 cells where the heading has 4: a separator too many, or a text that needs "
            "quotes",
        ),
    ]
    assert (report.written, report.bad_lines, report.ignored) == (False, 6, ("mood",))
    assert told(resort) == {}


def test_a_question_of_a_topic_that_is_kept_is_not_given_to_another(take):
    take(GOOD)

    report = take("topic,examples,answer\nNet,is there WIFI?,Yes\n")

    assert problems(report) == [
        (2, "examples", "“is there WIFI?” is a question of “Wi-Fi” already")
    ]


def test_a_question_may_move_with_its_file(resort, take):
    take(GOOD)

    report = take(
        "topic,examples,answer\nWi-Fi,Password?,None\nNet,Is there wifi?|¿Hay wifi?,Yes\n"
    )

    assert (report.created, report.updated, report.bad) == (1, 1, ())
    assert told(resort)["Net"][0] == ("Is there wifi?", "¿Hay wifi?")


def test_a_new_topic_needs_everything(take):
    report = take("topic,answer\nWi-Fi,Yes\n")

    assert problems(report) == [(2, "examples", "missing")]


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        ("", "facts.csv", "The file is empty"),
        ("name,price\nBoat,5\n", "facts.csv", "names no column for the topic"),
        ("{}", "facts.json", "no JSON list of facts"),
    ],
)
def test_what_is_no_list_of_facts_is_refused_as_a_whole(take, text, name, problem):
    with pytest.raises(InvalidInput) as refused:
        take(text, name)

    assert problem in str(refused.value.details["fields"])


def test_the_demo_brings_fifteen_in_four_languages(resort, take):
    text = (files("resortbook") / "demo" / "facts.json").read_text(encoding="utf-8")

    report = take(text, "facts.json")

    assert (report.created, report.bad) == (15, ())
    for fact in resort.knowledge.all():
        assert len(fact.examples) >= 10, fact.topic
        assert len(fact.answer) <= 350, fact.topic


def test_what_was_taken_is_in_the_audit_without_a_word_of_it(container, take):
    take(GOOD)
    take("topic,answer\nPool,Closed.\n")

    with container.storage().engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT action, actor_kind FROM audit ORDER BY id")
        assert [tuple(row) for row in rows] == [
            ("fact.create", "admin"),
            ("fact.create", "admin"),
            ("fact.update", "admin"),
        ]
