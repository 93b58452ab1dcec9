"""Questions: answered from what is written down, and then back to where it was."""

import pytest


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("how long does it take?", "30 minutes"),
        ("what should we bring?", "sunscreen"),
        ("where do we meet?", "North Pier"),
        ("what's the wifi password?", "network"),
        ("when is breakfast?", "7 am"),
        ("how old do you have to be?", "16"),
        ("can I cancel later?", "cancel"),
        ("ok but what if it rains?", "shower"),
        ("sure, how do we pay?", "room bill"),
    ],
)
def test_a_question_in_the_middle_is_answered_and_then_back(guest, asked, fact):
    guest.says("jet ski tomorrow at 2pm for 2")
    answer = guest.says(asked)
    still = guest.rows
    guest.says("yes")

    assert fact in answer
    assert answer.rstrip().endswith("?")
    assert "confirm" in answer
    assert still == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 3


def test_a_question_while_a_time_is_asked_for(guest):
    guest.says("jet skiing tomorrow")
    answer = guest.says("how much is it per person?")
    guest.says("the 4pm one")

    assert "$80.00" in answer
    assert "Which time" in answer
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 16:00 for 1 at 80.00"]


@pytest.mark.parametrize(
    "asked",
    [
        "is there still room on saturday for 2 for jet skiing?",
        "do you have jet ski on saturday for two?",
        "what times do you have for the jet ski on saturday for 2 people?",
    ],
)
def test_a_question_about_room_holds_nothing(guest, asked):
    answer = guest.says(asked)
    none = guest.rows
    guest.says("2pm then")
    guest.says("yes")

    assert "2:00 PM" in answer
    assert answer.endswith("?")
    assert none == []
    assert guest.rows == ["confirmed jet-skiing Sat 17 Oct 14:00 for 2 at 160.00"]


@pytest.mark.parametrize(
    "asked", ["what can I do on sunday?", "is there a massage on sunday?", "any tours today?"]
)
def test_a_question_about_something_else_leaves_the_hold(guest, asked):
    guest.says("jet ski tomorrow at 2pm")
    answer = guest.says(asked)

    assert answer.endswith("?")
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_what_was_asked_about_is_what_is_booked_next(guest):
    answer = guest.says("how much is parasailing?")
    guest.says("ok, tomorrow at 11 for two")
    guest.says("yes")

    assert "$120.00" in answer
    assert guest.rows == ["confirmed parasailing Fri 16 Oct 11:00 for 2 at 240.00"]


def test_what_is_not_known_is_for_the_desk(guest):
    answer = guest.says("do you sell postage stamps for postcards?")

    assert "desk" in answer
    assert guest.rows == []


def test_a_fact_is_told_as_it_is_written(guest):
    answer = guest.says("are dogs allowed?")

    assert "We cannot take pets, for the sake of the turtles that nest on our beach." in answer
    assert guest.rows == []


def test_thanks_leaves_what_is_pending(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("thank you so much")
    guest.says("yes")

    assert guest.statuses == ["confirmed"]


def test_a_thumb_confirms_what_is_asked(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("👍")

    assert guest.statuses == ["confirmed"]
    assert guest.turns == 2


def test_a_thumb_out_of_the_blue_does_nothing(guest):
    said = guest.says("👍")

    assert guest.rows == []
    assert "Confirmed" not in said


def test_a_thumb_after_the_confirmation_does_nothing(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("yes")
    guest.says("skip")
    guest.says("👍")

    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


@pytest.mark.parametrize(
    "word",
    [
        "yes",
        "Yes!",
        "yep",
        "ok",
        "okay perfect",
        "sure",
        "sounds good",
        "go ahead",
        "confirm",
        "book it",
        "please do",
        "👍🏽",
        "✅",
        "yes that's right",
        "si",
        "y",
    ],
)
def test_yes_in_all_its_forms(guest, word):
    guest.says("jet ski tomorrow at 2pm")
    guest.says(word)

    assert guest.statuses == ["confirmed"]


@pytest.mark.parametrize("word", ["hmm", "maybe", "let me ask my wife", "not sure yet"])
def test_what_is_no_yes_confirms_nothing(guest, word):
    guest.says("jet ski tomorrow at 2pm")
    guest.says(word)

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_something_for_children(guest):
    told = guest.says("what is there for kids on saturday?")

    assert "Pirates" in told
    assert guest.rows == []


def test_something_within_a_budget(guest):
    told = guest.says("anything on the water under $50?")

    assert "Paddleboard Lesson" in told
    assert "Jet Skiing" not in told


def test_a_recommendation_can_be_taken(guest):
    told = guest.says("what do you recommend?")
    guest.says("the first one")

    assert "1. " in told
    assert guest.turns == 2


def test_after_booking_a_question_is_about_what_was_booked(guest):
    guest.says("jet ski tomorrow at 2pm")
    guest.says("yes")
    guest.says("skip")
    when, where = guest.says("what time does it start?"), guest.says("and where is it?")

    assert "2:00 PM" in when
    assert "North Pier" in where
    assert guest.statuses == ["confirmed"]


def test_a_question_about_nothing_asks_what_it_is_about(guest):
    said = guest.says("how much is it?")

    assert "parking" not in said.casefold()
    assert said.endswith("?")


def test_more_times_than_five_are_announced(guest):
    first = guest.says("padel court tomorrow")
    more = guest.says("more")

    assert len(guest.heard[0].rows) == 5
    assert "more" in first
    assert "1:00 PM" in more
    assert "8:00 AM" not in more


def test_what_is_listed_fits_the_age_that_was_said(guest):
    told = guest.says("do you have anything for my 4 year old?")

    assert "Jet Skiing" not in told
    assert "1. " in told


def test_who_asks_for_time_to_think_gets_it(guest):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says("wait, let me ask my wife")
    guest.says("ok yes")

    assert said
    assert guest.statuses == ["confirmed"]


@pytest.mark.parametrize(
    "asked", ["is it confirmed?", "is this booked now?", "did you confirm it?", "confirmed?"]
)
def test_to_ask_whether_it_is_confirmed_confirms_nothing(guest, asked):
    guest.says("jet ski tomorrow at 2pm")
    said = guest.says(asked)

    assert said
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


@pytest.mark.parametrize(
    "asked",
    [
        "is the temazcal safe if I'm pregnant?",
        "I have a shellfish allergy, is the ceviche class ok?",
        "can a wheelchair get on the catamaran?",
    ],
)
def test_what_is_a_matter_of_health_is_left_to_people(guest, asked):
    answer = guest.says(asked)

    assert "I can't say whether it would be right for you" in answer
    assert "front desk" in answer
    assert guest.rows == []


def test_a_question_may_begin_with_and(guest):
    guest.says("how much is the yacht?")

    assert "4 hours" in guest.says("and how long")


@pytest.mark.parametrize(
    "asked", ["Do you sell umbrellas?", "Do they pick us up at the hotel?"]
)
def test_a_question_that_is_answered_nowhere_is_offered_to_the_desk(guest, asked):
    answer = guest.says(asked)
    handed = guest.says("yes please")

    assert "I don't know" in answer
    assert answer.endswith("Shall I ask the front desk for you?")
    assert "a person will answer" in handed


def test_a_question_that_is_answered_nowhere_leaves_what_is_pending(guest):
    guest.says("jet ski tomorrow at 2pm for 2")
    answer = guest.says("Do you sell umbrellas?")
    guest.says("yes")

    assert "confirm" in answer.splitlines()[-1].casefold()
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("how much is the second one?", "$"),
        ("does the third one include lunch?", "$"),
        ("what about the first, how long is it?", "30 minutes"),
        ("is the last one far away?", "$"),
    ],
)
def test_a_question_about_one_of_what_was_offered_takes_nothing(guest, asked, fact):
    guest.says("what is there in watersports tomorrow for two?")
    answer = guest.says(asked)

    assert fact in answer
    assert guest.rows == []


@pytest.mark.parametrize(
    "asked",
    [
        "what about the first, how long is it?",
        "is the first far away?",
        "does the first one hurt?",
        "can you confirm it is tomorrow?",
        "can you confirm it later?",
    ],
)
def test_a_question_in_the_middle_confirms_nothing(guest, asked):
    guest.says("jet ski tomorrow at 2pm for 2")
    guest.says(asked)

    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_who_may_be_brought_is_no_question_of_what_to_bring(guest):
    answer = guest.says("can i bring my 5 year old on the jet ski?")

    assert "16" in answer
    assert "sunscreen" not in answer


@pytest.mark.parametrize(
    "asked", ["great, can you confirm it for me?", "could you please book that?"]
)
def test_a_request_to_confirm_is_a_yes_though_it_is_asked(guest, asked):
    guest.says("jet ski tomorrow at 2pm for 2")
    guest.says(asked)

    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
