"""What guests said of recommendations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.feedback import Feedback


class FeedbackStore(Protocol):
    """Feedback, for writing; the comment is for nobody without the keys."""

    def add(self, feedback: Feedback) -> None:
        """Keep it; what the guest said of the activity before counts no more."""
        ...


class TasteReads(Protocol):
    """What tells what guests like."""

    def booked_since(self, since: datetime) -> Mapping[UUID, int]:
        """Return how many bookings of each activity were made since and not called off."""
        ...

    def done_by(self, guest_id: UUID) -> Mapping[UUID, int]:
        """Return how often the guest booked each activity and did not call it off."""
        ...

    def feedback_of(self, guest_id: UUID) -> Mapping[UUID, bool]:
        """Return whether each activity was found a helpful recommendation, by the last word."""
        ...
