"""Measuring and fitting the understanding of the chat engine, on texts of these tests alone."""

import json
import re
from datetime import datetime
from importlib.resources import files

import pytest

from bench.chat.corpora import rows_of, with_slips
from bench.chat.engine import factory
from bench.chat.fit_intents import examples_of, fitted, in_bytes
from bench.chat.phrases import own_phrases
from resortbook.application.chat.understanding import intents
from resortbook.application.chat.understanding.intents import INTENTS, guess_by, unpacked

NOW = datetime(2026, 11, 24, 10, 0)


def test_every_intent_has_phrases_of_its_own():
    phrases = list(own_phrases(most_each=3))

    assert {phrase.intent for phrase in phrases} == {intent.value for intent in INTENTS}
    assert not [phrase for phrase in phrases if re.search(r"[(){}|]", phrase.text)]


def test_phrases_are_written_out_alike_on_every_run():
    first, second = (list(own_phrases(most_each=3)) for _ in range(2))

    assert first == second


def test_share_alike_rows_are_not_for_fitting(tmp_path):
    rows = [
        {"text": "hi", "intent": "greeting", "src": source}
        for source in ("clinc150", "sgd", "xsid")
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "intent.jsonl").write_text(lines, encoding="utf-8")

    read = list(rows_of(tmp_path))

    assert [row.is_open for row in read] == [True, False, False]


@pytest.mark.parametrize("text", ["", "a", "12", "Book a jet ski, please!"])
def test_slips_are_the_same_on_every_run(text):
    assert with_slips(text) == with_slips(text)


def test_what_was_fitted_is_guessed():
    examples = [
        one
        for text, intent in (("book a jet ski", "book_activity"), ("good morning", "greeting"))
        for one in examples_of(text, intent) * 4
    ]

    weights = unpacked(in_bytes(fitted(examples)).packed())

    assert guess_by("i want to book it", weights).label.value == "book_activity"
    assert guess_by("good morning to you", weights).label.value == "greeting"


def test_the_weights_that_ship_are_small():
    path = files("resortbook.application.chat.understanding").joinpath(intents.WEIGHTS_FILE)

    assert len(path.read_bytes()) < 500_000


def test_the_engine_answers_what_it_is_asked():
    engine = factory()
    dialogue = engine.new_dialogue(NOW)

    state = dialogue.turn(
        "A table on Friday at 2 pm for 2?",
        [
            ["CONFIRM", "date", "2026-11-27"],
            ["CONFIRM", "time", "14:00"],
            ["CONFIRM", "party", "2"],
        ],
        "Yes, that's right",
    )

    assert engine.intent("good morning", "en") == "greeting"
    assert engine.temporal("tomorrow at 3pm", NOW, "en") == {
        "date": "2026-11-25",
        "time": "15:00",
    }
    assert engine.temporal("at 9", NOW, "en") == {"date": "2026-11-24", "time": "21:00"}
    assert engine.party("2 adults and 9 kids", [], "en") == 11
    assert state == {"date": "2026-11-27", "time": "14:00", "party": 2}
