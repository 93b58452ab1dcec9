"""What a guest says of a recommendation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Whether it was a help to be recommended an activity, and why."""

    id: UUID
    guest_id: UUID
    activity_id: UUID
    helpful: bool
    comment: str = ""
    created_at: datetime
