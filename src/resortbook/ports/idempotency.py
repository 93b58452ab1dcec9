"""Answers kept under the keys that clients send, so that a repeated request is answered and not
done again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resortbook.domain.booking import BookingDetail


class AnswerKept(Exception):
    """The key was used up by another request, perhaps just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """A wish to be done once: the key of `owner`, a fingerprint of the request, and how to
    write its answer.

    `render` turns the outcome into the bytes that a repeated request is answered with; it
    is called inside the
    unit of work and must touch nothing else.
    """

    owner: str
    key: str
    fingerprint: str
    render: Callable[[BookingDetail], bytes]
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """The first answer to a key, kept (encrypted) until `expires_at`."""

    owner: str
    key: str
    fingerprint: str
    status: int
    body: bytes
    created_at: datetime
    expires_at: datetime


class KeptAnswers(Protocol):
    """Kept answers; a row appears with the commit of what it answers for, never before."""

    def find(self, owner: str, key: str, *, now: datetime) -> KeptAnswer | None:
        """Return the answer that is kept and has not expired."""
        ...

    def add(self, answer: KeptAnswer) -> None:
        """Keep an answer, over one that has expired.

        Waits for a unit of work that is adding the same key.

        Raises:
            AnswerKept: the key is taken.
            RequestInProgress: the other one does not end within three seconds.
        """
        ...

    def drop_expired(self, now: datetime) -> int:
        """Drop answers whose time is over; return how many."""
        ...
