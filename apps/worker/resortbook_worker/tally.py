"""How often each step ran and failed, and who leads: counted by workers, read by whoever serves
the page.
"""

import threading
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from multiprocessing import get_context

STEPS = ("deliver", "answer", "expire", "complete", "call_off", "tidy")
SIZE = 2 * len(STEPS) + 1  # how many numbers one process needs


@dataclass(frozen=True, slots=True)
class Count:
    """How often a step ran to its end, and failed, since the start."""

    step: str
    done: int
    failed: int


class Tally:
    """The numbers of one process, at its place in memory that several may share.

    Each process writes its own place alone, so that no lock is needed between them.
    """

    def __init__(self, numbers: MutableSequence[float], place: int = 0) -> None:
        """Count on from what stands there."""
        self._numbers = numbers
        self._first = place * SIZE
        self._lock = threading.Lock()

    def count(self, step: str, *, failed: bool) -> None:
        """Count one run."""
        index = self._first + 2 * STEPS.index(step) + failed
        with self._lock:
            self._numbers[index] += 1

    def lead(self, leads: bool) -> None:
        """Note whether this process leads."""
        self._numbers[self._first + SIZE - 1] = leads


def numbers_for(processes: int) -> MutableSequence[float]:
    """Make memory for the numbers of so many processes, which children share."""
    shared: MutableSequence[float] = get_context("spawn").RawArray("d", SIZE * processes)
    return shared


def counts_in(numbers: Sequence[float]) -> Iterator[Count]:
    """Add up what all processes counted, by step."""
    for index, step in enumerate(STEPS):
        done = sum(int(number) for number in numbers[2 * index :: SIZE])
        failed = sum(int(number) for number in numbers[2 * index + 1 :: SIZE])
        yield Count(step, done, failed)


def leads_in(numbers: Sequence[float]) -> bool:
    """Say whether one of the processes leads."""
    return any(numbers[SIZE - 1 :: SIZE])
