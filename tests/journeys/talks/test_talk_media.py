"""What is no text: voice notes, pictures, places, stickers; and words beside them."""

import pytest


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ({"media": [{"url": "u", "content_type": "audio/ogg"}]}, "voice"),
        ({"media": [{"url": "u", "content_type": "image/jpeg"}]}, "pictures"),
        ({"media": [{"url": "u", "content_type": "video/mp4"}]}, "videos"),
        ({"media": [{"url": "u", "content_type": "application/pdf"}]}, "files"),
        ({"location": {"latitude": 21.1, "longitude": -86.8}}, "map"),
    ],
)
def test_it_says_what_it_cannot_do_with_it_and_asks_for_words(guest, form, word):
    said = guest.says("", **form)

    assert word in said
    assert "words" in said
    assert said.endswith("?")
    assert guest.rows == []


def test_a_voice_note_while_a_hold_is_pending_confirms_nothing(guest):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says("", media=[{"url": "u", "content_type": "audio/ogg"}])
    still = guest.statuses
    guest.says("yes")

    assert "voice" in said
    assert still == ["pending"]
    assert guest.statuses == ["confirmed"]


def test_words_beside_a_picture_are_read(guest):
    held = guest.says(
        "jet ski tomorrow at 2pm", media=[{"url": "u", "content_type": "image/jpeg"}]
    )

    assert "Held" in held
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_sticker_is_no_yes(guest):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says("", media=[{"url": "u", "content_type": "image/webp"}])

    assert said
    assert guest.statuses == ["pending"]
