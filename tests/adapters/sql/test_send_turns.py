"""Turns to send: in no second more than there may be, wherever the second begins."""

from datetime import timedelta

import pytest

from tests.builders import NOON

SENDER = "whatsapp:+14155550100"
SECOND = timedelta(seconds=1)
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def take(storage):
    def take_(now=NOON, *, per_second=3, sender=SENDER):
        with storage.begin() as work:
            number = work.turns.take(sender, per_second=per_second, now=now)
            if number is None:
                return work.turns.next_free(sender, per_second=per_second, now=now)
            work.commit()
        return None

    return take_


def test_a_second_has_so_many_turns_and_the_next_one_is_told(take):
    tenth = timedelta(milliseconds=100)
    taken = [take(NOON + number * tenth) for number in range(3)]

    refused = take(NOON + 5 * tenth)

    assert taken == [None] * 3
    assert refused == NOON + SECOND


def test_a_turn_is_free_again_a_second_after_it_was_taken(take):
    for number in range(3):
        take(NOON + number * timedelta(milliseconds=100))

    assert take(NOON + SECOND - MOMENT) == NOON + SECOND
    assert take(NOON + SECOND) is None
    assert take(NOON + SECOND) == NOON + SECOND + timedelta(milliseconds=100)


def test_each_sender_has_turns_of_its_own(take):
    for _ in range(3):
        take()

    assert take(sender="whatsapp:+14155550101") is None


def test_a_rate_that_is_changed_counts_at_once(take):
    slow = [take(per_second=2) for _ in range(3)]
    fast = [take(per_second=4) for _ in range(3)]
    slower = take(NOON + SECOND / 2, per_second=1)

    assert slow == [None, None, NOON + SECOND]
    assert fast == [None, None, NOON + SECOND]
    assert slower == NOON + SECOND


def test_a_clock_that_was_moved_back_stops_nobody(take):
    for _ in range(3):
        take(NOON + timedelta(days=30))

    assert [take() for _ in range(4)] == [None, None, None, NOON + SECOND]


def test_many_at_once_never_get_more_turns_than_there_are(take, at_once):
    answers = at_once(lambda _: take(per_second=5), threads=16)

    assert sum(answer is None for answer in answers) == 5
    assert all(answer >= NOON for answer in answers if answer is not None)


def test_a_turn_that_was_not_committed_was_not_taken(storage, take):
    with storage.begin() as work:
        work.turns.take(SENDER, per_second=1, now=NOON)

    assert take(per_second=1) is None


def test_the_second_of_a_turn_begins_when_what_was_sent_in_it_is_there(storage, take):
    with storage.begin() as work:
        number = work.turns.take(SENDER, per_second=1, now=NOON)
        work.turns.end(SENDER, number, at=NOON + SECOND / 2)
        work.turns.end(SENDER, number, at=NOON)
        work.commit()

    assert take(NOON + SECOND, per_second=1) == NOON + SECOND * 1.5
    assert take(NOON + SECOND * 1.5, per_second=1) is None
