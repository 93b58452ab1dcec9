"""Answers that are kept for readers, and what ends them."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from resortbook.adapters.local.cache import ProcessCache
from resortbook.adapters.local.world import Uuid7Ids
from resortbook.application.remembered import Remembered
from resortbook.ports.changes import Subject
from tests.builders import NOON
from tests.resort_fixtures import MovableClock

SEATS = frozenset({Subject.SEATS})
CATALOGUE = frozenset({Subject.CATALOGUE})
BOTH = SEATS | CATALOGUE


class Truth:
    """What is read when nothing is kept."""

    def __init__(self) -> None:
        self.text = b"old"
        self.times = 0

    def read(self) -> bytes:
        self.times += 1
        return self.text


@pytest.fixture
def truth() -> Truth:
    return Truth()


@pytest.fixture
def open_memory(clock: MovableClock) -> Callable[..., Remembered]:
    """Open the memory of a process; those that share one are given the same cache."""

    def open_(cache: ProcessCache | None = None) -> Remembered:
        return Remembered(
            cache=cache or ProcessCache(),
            clock=clock,
            ids=Uuid7Ids(),
            zone=ZoneInfo("America/Cancun"),
            is_shared=cache is not None,
        )

    return open_


@pytest.fixture
def memory(open_memory: Callable[..., Remembered]) -> Remembered:
    return open_memory(ProcessCache())


def test_an_answer_is_made_once(memory: Remembered, truth: Truth):
    answers = [memory.answer("list", truth.read, of=BOTH) for _ in range(3)]

    assert answers == [b"old"] * 3
    assert truth.times == 1


def test_questions_are_kept_apart(memory: Remembered, truth: Truth):
    memory.answer("list", truth.read, of=BOTH)
    truth.text = b"another"

    assert memory.answer("list of tours", truth.read, of=BOTH) == b"another"


@pytest.mark.parametrize("changed", [SEATS, CATALOGUE, BOTH])
def test_a_change_of_any_of_its_subjects_ends_an_answer(
    memory: Remembered, truth: Truth, changed: frozenset[Subject]
):
    memory.answer("list", truth.read, of=BOTH)
    truth.text = b"new"

    memory.changed(changed)

    assert memory.answer("list", truth.read, of=BOTH) == b"new"


def test_a_change_of_something_else_leaves_it(memory: Remembered, truth: Truth):
    memory.answer("list", truth.read, of=CATALOGUE)

    memory.changed({Subject.SEATS, Subject.PREFERENCES})
    memory.answer("list", truth.read, of=CATALOGUE)

    assert truth.times == 1


def test_processes_that_share_a_cache_see_each_others_changes_at_once(
    open_memory: Callable[..., Remembered], truth: Truth
):
    cache = ProcessCache()
    reader, writer = open_memory(cache), open_memory(cache)
    reader.answer("list", truth.read, of=SEATS)
    truth.text = b"new"

    writer.changed(SEATS)

    assert reader.answer("list", truth.read, of=SEATS) == b"new"


def test_what_was_read_before_a_change_does_not_pass_for_what_came_after_it(
    memory: Remembered, truth: Truth
):
    def read_slowly() -> bytes:
        seen = truth.read()
        truth.text = b"new"
        memory.changed(SEATS)
        return seen

    memory.answer("list", read_slowly, of=SEATS)

    assert memory.answer("list", truth.read, of=SEATS) == b"new"


def test_alone_a_process_keeps_nothing_that_hangs_on_seats(
    open_memory: Callable[..., Remembered], truth: Truth
):
    memory = open_memory()
    memory.answer("list", truth.read, of=BOTH)
    memory.answer("list", truth.read, of=BOTH)
    memory.answer("names", truth.read, of=CATALOGUE)
    memory.answer("names", truth.read, of=CATALOGUE)

    assert truth.times == 3


def test_processes_that_cannot_tell_each_other_see_changes_within_five_seconds(
    open_memory: Callable[..., Remembered], clock: MovableClock, truth: Truth
):
    reader = open_memory()
    reader.answer("list", truth.read, of=CATALOGUE)
    truth.text = b"new"

    open_memory().changed(CATALOGUE)
    clock.advance(seconds=5)

    assert reader.answer("list", truth.read, of=CATALOGUE) == b"new"


def test_a_mark_that_was_lost_is_made_anew(
    open_memory: Callable[..., Remembered], truth: Truth
):
    cache = ProcessCache()
    memory = open_memory(cache)
    memory.answer("list", truth.read, of=SEATS)
    truth.text = b"new"

    cache.drop(f"mark:{Subject.SEATS}")

    assert memory.answer("list", truth.read, of=SEATS) == b"new"


def test_nothing_is_kept_over_the_resorts_midnight(
    memory: Remembered, clock: MovableClock, truth: Truth
):
    midnight = NOON + timedelta(hours=12)  # in Cancún; in UTC it is five in the morning
    clock.at = midnight - timedelta(milliseconds=1)
    memory.answer("today", truth.read, of=SEATS)

    clock.at = midnight
    memory.answer("today", truth.read, of=SEATS)

    assert truth.times == 2
