"""Departures called off by one act: weather, a broken boat."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.domain.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Who called departures off, when (aware UTC) and why.

    It is finished when nobody holds a seat in them any more; until then whoever finds it goes
    on with it.
    """

    id: UUID
    reason: str
    by: Actor
    closed_at: datetime
    finished_at: datetime | None = None
