from uuid import UUID

import pytest

from resortbook.application.taps import Tap, Taps

ANA, BO = UUID(int=1), UUID(int=2)
TAPS = Taps(b"a key of our own")


@pytest.mark.parametrize(
    ("act", "subject"),
    [("confirm", str(ANA)), ("day", "2026-10-16"), ("more", ""), ("a", "b:c")],
)
def test_a_tap_is_read_as_what_it_was_made_for(act, subject):
    option_id = TAPS.make(act, subject, guest_id=ANA)

    assert TAPS.read(option_id, guest_id=ANA) == Tap(act=act, subject=subject)
    assert len(option_id) <= 200


def test_a_tap_of_another_guest_is_nobodys():
    assert TAPS.read(TAPS.make("confirm", "1", guest_id=ANA), guest_id=BO) is None


def test_a_tap_under_another_key_is_nobodys():
    assert (
        Taps(b"another key").read(TAPS.make("confirm", "1", guest_id=ANA), guest_id=ANA) is None
    )


@pytest.mark.parametrize(
    "made_up", ["", ":", "::", "yes", "confirm:1", "confirm:1:", "confirm:1:AAAA", "\ud800:é:ü"]
)
def test_what_was_made_up_is_nobodys(made_up):
    assert TAPS.read(made_up, guest_id=ANA) is None


def test_a_changed_act_or_subject_is_nobodys():
    option_id = TAPS.make("cancel", "1", guest_id=ANA)

    assert TAPS.read(option_id.replace("cancel", "confirm"), guest_id=ANA) is None
    assert TAPS.read(option_id.replace(":1:", ":2:"), guest_id=ANA) is None


@pytest.mark.parametrize(("act", "subject"), [("confirm", "x" * 200), ("con:firm", "1")])
def test_what_makes_no_option_id_is_a_mistake_of_ours(act, subject):
    with pytest.raises(ValueError, match="no option id"):
        TAPS.make(act, subject, guest_id=ANA)
