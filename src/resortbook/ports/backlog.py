"""How much waits to be done in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resortbook.ports.discrepancies import Discrepancy


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What waits, by the rows.

    Of the outbox: `due` are to be told now, the oldest of them since `oldest_due_at`; `planned`
    are for later, such as reminders; `blocked` wait for a template; `failed` are given up.
    Of the inbox: `unanswered` messages, the oldest received at `oldest_unanswered_at`.
    """

    due: int
    oldest_due_at: datetime | None
    planned: int
    blocked: int
    failed: int
    unanswered: int
    oldest_unanswered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How bookings stand.

    `made` are those made in the last 24 hours, by status and door (a hold that ran out is
    `expired`); `holds` are open now and keep `held_seats`; `lapsed` ran out and still wait to
    be ended.
    """

    made: Mapping[tuple[str, str], int]
    holds: int
    held_seats: int
    lapsed: int


class BacklogReads(Protocol):
    """Counting what waits, without a lock."""

    def backlog(self, now: datetime) -> Backlog:
        """Count it as of `now`. Raises Unavailable."""
        ...

    def standing(self, now: datetime) -> Standing:
        """Count how bookings stand at `now`. Raises Unavailable."""
        ...

    def discrepancies(self, now: datetime) -> Sequence[Discrepancy]:
        """Hold messages against events, and leases against `now`; empty when all agrees."""
        ...
