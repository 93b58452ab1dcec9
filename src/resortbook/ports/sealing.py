"""Sealing stored personal values anew, after the keys have changed."""

from typing import Protocol


class Sealing(Protocol):
    """Seals under the active key what an older one sealed.

    Values stay readable all the time, for older keys still open: it may run while everybody
    works, be stopped at any moment and be run again. What a value says, and how it is found,
    does not change.
    """

    def reseal(self) -> int:
        """Seal a batch anew and return how many values that were; 0 when none is left.

        Raises:
            Misconfigured: a key is missing that values need.
            Unavailable: the database is away.
        """
        ...
