import threading
import time

import pytest

from resortbook.adapters.sql.turns import Turns


@pytest.fixture
def wait_until():
    """Wait, for two seconds at most, until something is so."""

    def wait(is_so):
        until = time.monotonic() + 2
        while not is_so():
            assert time.monotonic() < until
            time.sleep(0.001)

    return wait


def test_turns_are_had_in_the_order_in_which_they_were_asked_for(wait_until):
    turns, had, asked = Turns(), [], []

    def write(number):
        asked.append(number)
        with turns.take(2) as is_mine:
            had.append((number, is_mine))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(5)]
    with turns.take(1):
        for number, thread in enumerate(threads):
            thread.start()
            wait_until(lambda n=number: len(turns._waiting) == n + 1)
    for thread in threads:
        thread.join()

    assert had == [(number, True) for number in range(5)]


def test_who_gives_up_has_no_turn_and_stands_in_nobodys_way():
    turns = Turns()

    with turns.take(1), turns.take(0.01) as second:
        assert not second
    with turns.take(0) as third:
        assert third


def test_never_two_at_a_time_though_some_give_up(at_once):
    turns, inside, most = Turns(), [], []

    def write(number):
        had = 0
        for _ in range(50):
            with turns.take(0.0005 if number % 2 else 2) as is_mine:
                if is_mine:
                    inside.append(number)
                    most.append(len(inside))
                    time.sleep(0.0001)
                    inside.remove(number)
                    had += 1
        return had

    had = at_once(write, threads=8)

    assert set(most) == {1}
    assert had[0::2] == [50] * 4
