"""Which language a message is in."""

import pytest

from resortbook.application.chat.understanding.language import language_of, surely


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'd like to book a jet ski for tomorrow", "en"),
        ("how much is it?", "en"),
        ("quiero reservar una moto de agua para mañana", "es"),
        ("¿cuánto cuesta?", "es"),
        ("hola", "es"),
        ("je voudrais réserver pour demain", "fr"),
        ("bonjour, combien ça coûte", "fr"),
        ("ich möchte morgen tauchen", "de"),
        ("was kostet das", "de"),
        ("jet ski", "en"),
        ("👍", "en"),
        ("", "en"),
    ],
)
def test_a_language_is_told_by_its_words(text, language):
    assert language_of(text) == language


def test_where_the_words_tell_nothing_the_default_stands():
    assert surely("jet ski 15:30") is None
    assert language_of("jet ski 15:30", default="de") == "de"
