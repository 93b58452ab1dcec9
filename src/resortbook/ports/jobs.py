"""Waking the background work."""

from typing import Protocol


class Waker(Protocol):
    """Tells the background that there is something to do now.

    Failure policy: a wake that is lost costs only time: the sweep finds the same rows a few
    seconds later.
    Called after commit; never raises and never blocks longer than a second.
    """

    def wake(self) -> None:
        """Ask for a sweep of what is due, soon; many wakes may become one sweep."""
        ...

    def wait(self, seconds: float) -> None:
        """Sleep until the next wake, at most for `seconds`."""
        ...
