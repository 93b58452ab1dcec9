"""Edits of what somebody else may have changed since it was read."""

from typing import Protocol

from resortbook.domain.errors import PreconditionFailed


class Versioned(Protocol):
    """Whatever counts its changes."""

    @property
    def version(self) -> int:
        """Return the number of the present state."""
        ...


def check_version(present: Versioned, expected: int | None) -> None:
    """Refuse an edit of another state than the caller has seen; None: of whichever.

    Raises:
        PreconditionFailed: it has another version by now.
    """
    if expected not in (None, present.version):
        raise changed_meanwhile()


def changed_meanwhile() -> PreconditionFailed:
    """Make the refusal of an edit that lost a race."""
    return PreconditionFailed("Somebody else has changed this meanwhile: please look again")
