"""The conversations of the docs are what the product says today."""

from tests.journeys.talks.conversations import PAGE, STORIES, written


def test_the_page_shows_ten_conversations_as_they_are_today():
    assert len(STORIES) == 10
    assert PAGE.read_text(encoding="utf-8") == written()
