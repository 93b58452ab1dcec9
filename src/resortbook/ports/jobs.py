"""Waking the background work, and who does what one process alone should do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

JOBS: Mapping[str, str] = {"deliver": "resortbook.deliver", "answer": "resortbook.answer"}
"""What a wake asks for, each with the queue of its own in which it waits: a sign-in code does
not wait behind a reply that takes long.
"""


class Waker(Protocol):
    """Tells the background that there is something to do now.

    Failure policy: a wake that is lost costs only time: the sweep finds the same rows a second
    or two later.
    Called after commit; never raises and never keeps the caller for more than a moment.
    """

    def wake(self) -> None:
        """Ask for a sweep of what is due, soon; many wakes may become one sweep."""
        ...

    def wait(self, seconds: float) -> None:
        """Sleep until the next wake in this process, at most for `seconds`."""
        ...

    def waiting(self) -> Mapping[str, int] | None:
        """Return how many jobs wait for a worker, by name; None where nobody can tell."""
        ...

    def close(self) -> None:
        """Let a wake that is on its way go out, within half a second, and end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """The process that leads: where it runs, as its connection tells, and since when."""

    process: str
    since: datetime


class Leadership(Protocol):
    """One process at a time does what time alone brings about.

    It is a wish for peace, not for safety: what is led may run twice, and nothing breaks.

    Failure policy: whoever cannot be sure to lead does not. The lead of a process that died, or
    is cut off from the database, is free within half a minute.
    """

    def is_mine(self) -> bool:
        """Take the lead if it is free, and say whether this process has it.

        Raises:
            Unavailable: the database is away.
        """
        ...

    def leader(self) -> Leader | None:
        """Return who leads, None if nobody does or it cannot be told. Raises Unavailable."""
        ...

    def resign(self) -> None:
        """Let the lead go, if this process has it. Idempotent."""
        ...
