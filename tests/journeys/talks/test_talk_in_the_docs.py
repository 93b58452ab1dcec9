"""The conversations of the docs are what the product says today."""

import pytest

from tests.journeys.talk import LINK
from tests.journeys.talks.conversations import PAGE, STORIES, Played, played

USUAL = 350


@pytest.fixture(scope="module")
def conversations() -> Played:
    """All conversations, played once more."""
    return played()


def test_the_page_shows_ten_conversations_as_they_are_today(conversations):
    assert len(STORIES) == 10
    # `python -m tests.journeys.talks.conversations` writes it anew.
    assert PAGE.read_text(encoding="utf-8") == conversations.page


def test_what_is_said_is_usually_short(conversations):
    lengths = [len(LINK.sub("", reply)) for reply in conversations.replies]

    short = [length for length in lengths if length <= USUAL]

    assert len(short) >= 0.8 * len(lengths)
