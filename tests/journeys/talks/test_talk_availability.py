"""Places that are gone, holds that ran out, and who was faster."""

import threading

import pytest

BOTH = pytest.mark.parametrize(
    "database_url",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.servers)],
    indirect=True,
)


def test_what_is_sold_out_is_told_with_up_to_three_times_instead(guest):
    told = guest.says("sunset cruise on saturday for 2 adults")
    none = guest.rows
    guest.says("the first one")

    assert "sold out" in told
    assert len(guest.heard[0].buttons) == 3
    assert none == []
    assert guest.rows == [
        "pending sunset-catamaran-cruise Thu 15 Oct 17:15 for 2 adult at 190.00"
    ]


@BOTH
def test_the_last_place_goes_to_who_chooses_it_first(talker):
    slow, fast = talker(address="+14155550201"), talker(address="+14155550202", name="Bo")
    slow.says("lagoon kayaking tomorrow")
    offered = slow.titles
    fast.says("lagoon kayaking tomorrow at 8am")
    told = slow.taps(next(one for one in offered if "8:00" in one))

    assert fast.rows == ["pending lagoon-kayaking Fri 16 Oct 08:00 for 1 at 48.00"]
    assert slow.rows == []
    assert "taken" in told or "sold out" in told
    assert "10:30 AM" in told


@BOTH
def test_two_guests_at_once_never_get_the_same_last_place(talker, resort, messenger):
    guests = [talker(address=f"+141555502{number:02d}") for number in range(4)]
    for one in guests:
        one.leaves("lagoon kayaking tomorrow at 8am")

    workers = [threading.Thread(target=resort.reception.work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    resort.clockwork.relay.sweep()

    assert sum(len(one.rows) for one in guests) == 1
    assert len(messenger.accepted) == 4


def test_a_hold_that_ran_out_is_held_again_and_asked_about_again(guest, clock):
    guest.says("jet ski tomorrow at 2pm")
    clock.advance(minutes=31)
    told = guest.says("yes")
    between = guest.statuses
    guest.says("yes")

    assert "run out" in told
    assert "Held again" in told
    assert "$80.00" in told
    assert between == ["expired", "pending"]
    assert guest.rows == [
        "expired jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
        "confirmed jet-skiing Fri 16 Oct 14:00 for 1 at 80.00",
    ]


def test_a_hold_that_ran_out_and_is_full_by_then_gets_other_times(guest, talker, clock):
    other = talker(address="+14155550202", name="Bo")
    guest.says("jet ski tomorrow at 2pm for 2")
    clock.advance(minutes=31)
    other.says("jet ski tomorrow at 2pm for 5")
    other.says("yes")
    told = guest.says("yes")

    assert guest.statuses == ["expired"]
    assert "Confirmed" not in told
    assert "4:00 PM" in told
    assert other.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 5 at 400.00"]


def test_a_hold_is_good_until_its_last_second(guest, clock):
    guest.says("jet ski tomorrow at 2pm")
    clock.advance(minutes=29, seconds=59)
    guest.says("yes")

    assert guest.statuses == ["confirmed"]


def test_no_after_a_hold_ran_out_holds_nothing(guest, clock):
    guest.says("jet ski tomorrow at 2pm")
    clock.advance(minutes=31)
    guest.says("no thanks")

    assert guest.statuses == ["expired"]


def test_past_its_cut_off_a_departure_is_not_held(guest):
    told = guest.says("moonlight dinner tonight")

    assert guest.rows == []
    assert "no more bookings" in told or "Friday" in told


def test_it_says_when_there_is_no_cancelling(guest):
    held = guest.says("jet ski today at 2pm")

    assert "cannot be cancelled" in held


def test_it_says_until_when_it_can_be_cancelled(guest):
    held = guest.says("jet ski on saturday at 2pm")

    assert "You can cancel until Friday, October 16" in held
    assert "2:00 PM" in held
