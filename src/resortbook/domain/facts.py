"""What the resort wants guests to know, answered as it is written."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One topic, questions that guests ask about it, and the answer to all of them."""

    id: UUID
    topic: str
    examples: tuple[str, ...]
    answer: str
