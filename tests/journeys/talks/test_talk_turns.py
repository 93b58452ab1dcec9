"""Bursts, messages that come while the work goes on, and workers that die in the middle."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

BOTH = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.servers)],
    indirect=True,
)


class Killed(BaseException):
    """The worker is gone."""


@dataclass(frozen=True)
class DyingChat:
    """A chat whose worker dies when everything is done and nothing is said yet."""

    chat: Any

    def __getattr__(self, name):
        return getattr(self.chat, name)

    def reply(self, x):
        raise Killed


@dataclass
class Interrupted:
    """A chat during whose first message the guest writes on."""

    chat: Any
    guest: Any
    bodies: list[str]

    def __getattr__(self, name):
        return getattr(self.chat, name)

    def hear(self, x, message, **how):
        bodies, self.bodies = self.bodies, []
        self.chat.hear(x, message, **how)
        for body in bodies:
            self.guest.leaves(body)


def dies_at(guest, body, resort, clock):
    """Let a worker die over a message, and its lease run out."""
    guest.leaves(body)
    reception = replace(resort.reception, chat=DyingChat(resort.reception.chat))
    with pytest.raises(Killed):
        reception.work()
    clock.advance(seconds=61)


@BOTH
def test_a_worker_that_dies_after_the_hold_leaves_one_hold_and_one_reply(guest, resort, clock):
    dies_at(guest, "jet ski tomorrow at 2pm for 2", resort, clock)
    between = guest.rows
    told = guest.hears()
    again = guest.hears()

    assert between == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert "Held" in told
    assert again == ""
    assert guest.rows == between


@BOTH
def test_a_worker_that_dies_after_the_confirmation_confirms_once(guest, resort, clock):
    guest.says("jet ski tomorrow at 2pm for 2")
    dies_at(guest, "yes", resort, clock)
    between = guest.statuses
    told = guest.hears()

    assert between == ["confirmed"]
    assert "Confirmed: *Jet Skiing*" in told
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_a_worker_that_dies_after_the_cancellation_cancels_once(guest, resort, clock):
    guest.says("snorkeling on saturday at 9:30")
    guest.says("yes")
    guest.says("skip")
    guest.says("cancel it")
    dies_at(guest, "yes", resort, clock)
    told = guest.hears()

    assert "is cancelled" in told
    assert guest.statuses == ["cancelled"]


def test_a_worker_that_dies_after_the_move_moves_once(guest, resort, clock):
    guest.says("parasailing on saturday at 11am")
    guest.says("yes")
    guest.says("skip")
    guest.says("move it to 3pm")
    dies_at(guest, "yes", resort, clock)
    between = guest.rows
    told = guest.hears()

    assert between == ["confirmed parasailing Sat 17 Oct 15:00 for 1 at 120.00"]
    assert "Moved" in told
    assert "3:00 PM" in told
    assert guest.rows == between


def test_a_worker_that_dies_after_letting_go_lets_go_once(guest, resort, clock):
    guest.says("jet ski tomorrow at 2pm")
    dies_at(guest, "no thanks", resort, clock)
    told = guest.hears()

    assert "let go" in told
    assert guest.statuses == ["cancelled"]


def test_a_worker_that_dies_after_a_changed_party_changes_it_once(guest, resort, clock):
    guest.says("jet ski tomorrow at 2pm for 2")
    dies_at(guest, "make it 3", resort, clock)
    told = guest.hears()

    assert "3 people, $240.00" in told
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 3 at 240.00"]


def test_a_worker_that_dies_after_two_holds_leaves_two(guest, resort, clock):
    both = "jet ski tomorrow at 2pm and a warm stone massage tomorrow at 4pm"
    dies_at(guest, both, resort, clock)
    guest.hears()

    assert guest.rows == [
        "pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
        "pending warm-stone-massage Fri 16 Oct 16:00 for 1 at 110.00",
    ]
    assert guest.titles[0] == "Confirm both"


def test_three_messages_in_a_burst_are_one_wish_and_one_reply(guest):
    held = guest.says("hi", "jet ski tomorrow at 2pm", "for 2 people")
    guest.says("yes")

    assert "2 people, $160.00" in held
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 2


def test_a_wish_in_three_pieces(guest):
    guest.says("parasailing", "tomorrow", "11am")
    guest.says("ok")

    assert guest.rows == ["confirmed parasailing Fri 16 Oct 11:00 for 1 at 120.00"]
    assert guest.turns == 2


def test_a_question_that_a_later_message_answers_is_not_asked(guest):
    said = guest.says("jet skiing", "tomorrow at 2pm")

    assert "Which time" not in said
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_correction_in_a_burst_leaves_one_hold(guest):
    held = guest.says("jet ski tomorrow at 2pm for 2", "sorry", "make it 3")

    assert "3 people, $240.00" in held
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 3 at 240.00"]


def test_a_wish_and_its_yes_in_a_burst(guest):
    said = guest.says("jet ski tomorrow at 2pm", "yes confirm it")

    assert "Confirmed" in said
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_yes_and_a_no_in_a_burst_are_both_told(guest):
    guest.says("parasailing on saturday at 3pm")
    said = guest.says("yes", "and cancel it again please")

    assert "Confirmed" in said or "Shall I cancel" in said
    assert guest.statuses == ["confirmed"]


def test_what_comes_while_the_work_goes_on_is_answered_along_with_it(guest, resort):
    guest.leaves("jet ski tomorrow at 2pm for 2")
    chat = Interrupted(resort.reception.chat, guest, ["make it 3 please"])
    replace(resort.reception, chat=chat).work()
    told = guest.hears()

    assert "3 people, $240.00" in told
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 3 at 240.00"]


def test_the_same_message_twice_is_one_message(guest):
    guest.leaves("jet ski tomorrow at 2pm")
    guest.sent -= 1
    guest.leaves("jet ski tomorrow at 2pm")
    guest.hears()

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_two_guests_do_not_mix(guest, talker):
    other = talker(address="+14155550202", name="Bo")
    guest.says("jet ski tomorrow at 2pm")
    other.says("parasailing tomorrow at 11")
    guest.says("yes")

    assert guest.statuses == ["confirmed"]
    assert other.statuses == ["pending"]


def test_a_burst_that_changes_its_mind_leaves_one_hold_as_it_was_said_last(guest):
    guest.says("jet ski tomorrow at 2pm", "actually 4pm", "for 3")

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 16:00 for 3 at 240.00"]


def test_two_wishes_in_a_burst_are_confirmed_together(guest):
    guest.says("jet ski tomorrow at 2pm", "parasailing tomorrow at 11")
    guest.says("yes")

    assert guest.rows == [
        "confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
        "confirmed parasailing Fri 16 Oct 11:00 for 1 at 120.00",
    ]
    assert guest.turns == 2


def test_a_question_in_a_burst_is_answered_beside_the_hold(guest):
    said = guest.says("how much is the jet ski?", "ok tomorrow 2pm")

    assert "$80.00 a person" in said
    assert "Held" in said
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_yes_a_room_and_thanks_in_a_burst(guest):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says("yes", "305", "thanks!")

    assert "Confirmed" in said
    assert "which room" not in said
    assert guest.guest.room == "305"
    assert guest.statuses == ["confirmed"]


def test_three_times_yes_confirms_once(guest):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says("yes", "yes!", "YES")

    assert said.count("Confirmed:") == 1
    assert guest.statuses == ["confirmed"]
