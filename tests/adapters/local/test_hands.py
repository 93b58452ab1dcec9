from datetime import timedelta

import pytest

from resortbook.adapters.local.hands import FileHands
from resortbook.adapters.local.world import SystemClock
from resortbook.domain.errors import Misconfigured, Unavailable

HOUR = timedelta(hours=1)


def test_what_the_hands_write_moves_the_clock(tmp_path):
    path = tmp_path / "new" / "clock"
    hands, clock = FileHands(path), SystemClock(None, path)
    before = clock.now()

    hands.move(HOUR)

    assert hands.offset() == HOUR
    assert HOUR <= clock.now() - before < HOUR + timedelta(seconds=5)
    assert [one.name for one in path.parent.iterdir()] == ["clock"]


@pytest.mark.parametrize("text", [None, "tomorrow", ""])
def test_hands_that_tell_nothing_stand_at_zero(tmp_path, text):
    path = tmp_path / "clock"
    if text is not None:
        path.write_text(text)

    assert FileHands(path).offset() == timedelta(0)


def test_a_link_to_a_file_stays_one(tmp_path):
    link, path = tmp_path / "link", tmp_path / "clock"
    path.write_text("")
    link.symlink_to(path)

    FileHands(link).move(HOUR)

    assert link.is_symlink()
    assert path.read_text() == "+1h\n"


def test_what_cannot_be_written_is_refused_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "clock"
    path.mkdir()

    with pytest.raises(Unavailable):
        FileHands(path).move(HOUR)

    assert [one.name for one in tmp_path.iterdir()] == ["clock"]


def test_a_clock_without_a_file_has_no_hands():
    with pytest.raises(Misconfigured):
        FileHands(None).move(HOUR)

    assert FileHands(None).offset() == timedelta(0)
