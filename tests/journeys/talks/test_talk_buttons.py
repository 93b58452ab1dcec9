"""Buttons: fresh, stale, spent, forged, and other people's."""

from dataclasses import replace

HELD = "jet ski tomorrow at 2pm"


def test_a_tap_confirms(guest):
    guest.says(HELD)
    guest.taps("Confirm")

    assert guest.statuses == ["confirmed"]
    assert guest.turns == 2


def test_a_tap_lets_go(guest):
    guest.says(HELD)
    guest.taps("Let it go")

    assert guest.statuses == ["cancelled"]


def test_a_spent_button_says_what_became_of_it(guest):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    guest.taps_on(confirm)
    guest.says("skip")
    told = guest.taps_on(confirm)

    assert "confirmed already" in told
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_button_of_a_hold_that_was_let_go_does_nothing_by_itself(guest):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    guest.says("no")
    told = guest.taps_on(confirm)

    assert guest.statuses == ["cancelled"]
    assert "off already" in told
    assert told.endswith("?")


def test_a_button_of_a_hold_that_ran_out_offers_to_hold_it_again(guest, clock):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    guest.says("when is breakfast?")
    clock.advance(minutes=45)
    told = guest.taps_on(confirm)
    between = guest.statuses
    guest.taps("Hold it again")

    assert "run out" in told
    assert between == ["expired"]
    assert guest.statuses == ["expired", "pending"]


def test_a_button_that_ran_out_is_spent_though_its_question_is_the_last(guest, clock):
    guest.says(HELD)
    clock.advance(minutes=31)
    told = guest.taps("Confirm")

    assert "run out" in told
    assert guest.statuses == ["expired"]


def test_letting_go_what_is_confirmed_does_nothing(guest):
    guest.says(HELD)
    let_go = guest.option("Let it go")
    guest.says("yes")
    guest.says("skip")
    told = guest.taps_on(let_go)

    assert "confirmed already" in told
    assert guest.statuses == ["confirmed"]


def test_a_time_of_an_earlier_list_is_offered_anew(guest):
    guest.says("jet skiing tomorrow")
    two = guest.option("2:00 PM")
    guest.says("parasailing tomorrow")
    told = guest.taps_on(two)
    none = guest.rows
    guest.says("yes")

    assert "earlier" in told
    assert "Jet Skiing" in told
    assert none == []
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 1 at 80.00"]


def test_a_button_days_later_is_polite(guest, clock):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    clock.advance(days=3)
    told = guest.taps_on(confirm)

    assert told
    assert guest.statuses == ["expired"]


def test_another_guests_button_does_nothing(guest, talker):
    other = talker(address="+14155550202", name="Bo")
    guest.says(HELD)
    told = other.taps_on(guest.option("Confirm"))

    assert guest.statuses == ["pending"]
    assert other.rows == []
    assert "Jet Skiing" not in told


def test_a_forged_button_does_nothing(guest):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    told = guest.taps_on(replace(confirm, id=confirm.id[:-2] + "xx"))

    assert guest.statuses == ["pending"]
    assert "earlier message" in told


def test_a_button_that_was_made_up_does_nothing(guest):
    guest.says(HELD)
    reference = guest.bookings[0].booking.id
    for forged in (f"confirm:{reference}:", f"cancel:{reference}:AAAAAAAAAAAAAAAA", "confirm"):
        guest.says("Confirm it", button=forged, button_text="Confirm it")

    assert guest.statuses == ["pending"]


def test_a_button_of_an_old_cancellation_asks_again(guest):
    guest.says("snorkeling on saturday at 9:30")
    guest.says("yes")
    guest.says("skip")
    guest.says("cancel my snorkeling")
    cancel = guest.option("Yes, cancel")
    guest.says("no, keep it")
    told = guest.taps_on(cancel)

    assert guest.statuses == ["confirmed"]
    assert "Shall I cancel" in told


def test_a_tap_twice_at_once_confirms_once(guest):
    guest.says(HELD)
    confirm = guest.option("Confirm")
    for _ in range(2):
        guest.leaves("Confirm", button=confirm.id, button_text="Confirm")
    told = guest.hears()

    assert guest.statuses == ["confirmed"]
    assert told.count("Confirmed:") == 1
