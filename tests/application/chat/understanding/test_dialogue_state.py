"""Day, time and party over several turns."""

from datetime import date, datetime, time

from resortbook.application.chat.understanding.dialogue_state import DialogueState, Proposed

NOW = datetime(2026, 11, 24, 10, 0)
FRIDAY = date(2026, 11, 27)
SUMMARY = Proposed(day=FRIDAY, clock=time(14), party=2, is_summary=True)


def test_what_is_said_stands():
    state = DialogueState(now=NOW)

    state.hear("friday at 2pm for 3", Proposed())

    assert (state.day, state.clock, state.party) == (FRIDAY, time(14), 3)


def test_a_yes_to_a_summary_settles_all_of_it():
    state = DialogueState(now=NOW)

    state.hear("Yes, that's right", SUMMARY)

    assert (state.day, state.clock, state.party) == (FRIDAY, time(14), 2)


def test_a_no_to_a_summary_settles_nothing_but_the_correction():
    state = DialogueState(now=NOW)

    state.hear("No, make it 4pm", SUMMARY)

    assert (state.day, state.clock, state.party) == (None, time(16), None)


def test_a_correction_before_the_yes_is_kept():
    state = DialogueState(now=NOW)

    state.hear("Make it 3 people", SUMMARY)
    state.hear("Perfect. Where do we meet?", Proposed(party=3, is_summary=True))

    assert (state.day, state.clock, state.party) == (FRIDAY, time(14), 3)


def test_of_what_is_shown_the_day_is_settled_by_choosing_it():
    state = DialogueState(now=NOW)
    shown = Proposed(day=FRIDAY, clock=time(20))

    state.hear("where is it?", shown)
    asked = state.day
    state.hear("ok great, I like that", Proposed())

    assert asked is None
    assert (state.day, state.clock) == (FRIDAY, None)


def test_a_counter_offer_is_taken_whole_by_a_yes():
    state = DialogueState(now=NOW, day=FRIDAY, clock=time(14), party=2)

    state.hear("yes please", Proposed(clock=time(16), is_instead=True))

    assert (state.day, state.clock, state.party) == (FRIDAY, time(16), 2)


def test_thanks_for_today_settle_no_day():
    state = DialogueState(now=NOW, day=FRIDAY)

    state.hear("thanks, that will be all for today", Proposed())

    assert state.day == FRIDAY
