"""Waiting for something no longer than so long, whatever it does meanwhile."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Late(Exception):
    """It took too long; it may go on, but nobody waits for it."""


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what `call` returns, or raise what it raises, if that is within so many seconds.

    A client's own time-outs count anew for each step: looking up a name, connecting, each
    piece of an answer that drips. A guest waits for the sum.

    Raises:
        Late: it was not.
    """
    ended: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            ended.append(call())
        except BaseException as error:  # it is raised again below, where somebody waits for it
            failed.append(error)

    thread = threading.Thread(target=run, name="assistant", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not ended:
        raise Late
    return ended[0]
