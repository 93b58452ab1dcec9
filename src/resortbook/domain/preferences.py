"""What a guest likes, as told by the guest."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from resortbook.domain.money import Money


class PartOfDay(StrEnum):
    """Morning until noon, afternoon until five, evening after."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """A guest's preferences; the budget is for one booking, either end may be open."""

    guest_id: UUID
    preferred_categories: tuple[str, ...] = ()
    preferred_times: tuple[PartOfDay, ...] = ()
    budget_min: Money | None = None
    budget_max: Money | None = None
    interests: str = ""
    last_updated: datetime | None = None
