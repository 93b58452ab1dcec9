"""The desk: how a conversation gets there, the silence meanwhile, and the way back."""

import pytest

from resortbook.domain.actor import Actor, Role


def conversation(guest):
    return guest.resort.handover.get(guest.guest_id).conversation


@pytest.mark.parametrize(
    "words",
    [
        "can I talk to a person please",
        "desk",
        "I want to speak to a human",
        "quiero hablar con una persona",
        "Ich möchte mit einem Menschen sprechen",
        "je veux parler à quelqu'un",
    ],
)
def test_who_asks_for_a_person_is_told_once_that_one_will_answer(guest, words):
    told = guest.says(words)
    after = guest.says("hello?")

    assert "person will answer" in told
    assert "+529981234567" in told
    assert after == ""
    assert conversation(guest).status == "waiting"
    assert guest.rows == []


def test_out_of_hours_it_says_when_somebody_is_there_again(guest, clock):
    clock.advance(hours=13)  # 10 PM
    told = guest.says("I want to speak to somebody at the desk")

    assert "8:00 AM" in told
    assert "Friday, October 16" in told


def test_the_bot_keeps_quiet_while_the_desk_answers(guest, resort):
    guest.says("can I talk to a person please")
    said = [
        guest.says(words)
        for words in ("jet ski tomorrow at 2pm", "yes", "are you there?", "cancel everything")
    ]

    assert said == ["", "", "", ""]
    assert guest.rows == []


def test_a_member_of_staff_answers_in_the_bots_place(guest, resort, given):
    guest.says("can I talk to a person please")
    staff = given.staff()
    resort.handover.reply(guest.guest_id, "Dana here, how can I help?", by=staff)
    told = guest.is_told()
    after = guest.says("is the cruise wheelchair accessible?")

    assert told == ["Dana here, how can I help?"]
    assert after == ""
    assert conversation(guest).status == "taken"


def test_released_by_the_desk_the_bot_answers_what_comes_next(guest, resort, given):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("can I talk to a person please")
    silent = guest.says("is it safe?")
    resort.handover.release(guest.guest_id, by=given.staff())
    told = guest.says("what do I have booked?")

    assert silent == ""
    assert "Jet Skiing" in told
    assert conversation(guest).status == "bot"
    assert guest.statuses == ["pending"]


def test_the_guest_may_ask_to_go_on_with_the_bot(guest):
    guest.says("can I talk to a person please")
    guest.says("never mind, back to the bot")
    held = guest.says("jet ski tomorrow at 2pm")

    assert "Held" in held
    assert conversation(guest).status == "bot"
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_after_twelve_hours_of_silence_the_bot_answers_again(guest, clock):
    guest.says("can I talk to a person please")
    clock.advance(hours=11, minutes=59)
    silent = guest.says("still waiting")
    clock.advance(hours=11, minutes=59)
    still = guest.says("hello")
    clock.advance(hours=12)
    held = guest.says("jet ski on sunday at 2pm")

    assert (silent, still) == ("", "")
    assert "Held" in held
    assert guest.rows == ["pending jet-skiing Sun 18 Oct 14:00 for 1 at 80.00"]


@pytest.mark.parametrize(
    "words",
    [
        "help my son is bleeding",
        "someone is hurt at the beach",
        "my wife had an accident on the jet ski, she is injured",
        "emergency!! he can't breathe",
        "mi hijo está herido",
    ],
)
def test_an_injury_gets_the_phone_number_at_once(guest, words):
    told = guest.says(words)

    assert "+529981234567" in told
    assert "right now" in told
    assert conversation(guest).status == "waiting"
    assert guest.rows == []


@pytest.mark.parametrize(
    "words",
    ["this is ridiculous, your service is terrible!!", "I am really angry, worst hotel ever"],
)
def test_who_is_angry_gets_a_person(guest, words):
    told = guest.says(words)

    assert "person will answer" in told
    assert conversation(guest).status == "waiting"


def test_after_three_messages_without_sense_a_person_is_called(guest):
    said = [guest.says(words) for words in ("asdf qwer", "zxcv poiu", "lkjh mnbv")]

    assert "person will answer" in said[-1]
    assert conversation(guest).status == "waiting"


def test_the_desk_reads_what_it_is_about(guest):
    guest.says("please get me a person, I want to plan a wedding on the beach")

    assert "wedding" in conversation(guest).summary


def test_a_hold_during_a_handover_may_still_be_confirmed_afterwards(guest, resort):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("I need to talk to a human")
    quiet = guest.says("yes")
    still = guest.statuses
    resort.handover.release(guest.guest_id, by=Actor.staff(guest.guest_id, role=Role.STAFF))
    guest.says("confirm my jet ski please")

    assert quiet == ""
    assert still == ["pending"]
    assert guest.statuses == ["confirmed"]
