"""What else is held of a guest, beside the profile, the bookings and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from resortbook.domain.charge import Charge
from resortbook.domain.feedback import Feedback
from resortbook.domain.login import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Each oldest first."""

    feedback: Sequence[Feedback] = ()
    charges: Sequence[Charge] = ()
    sessions: Sequence[Session] = ()


class HoldingReads(Protocol):
    """What a guest asks for who wants to know everything."""

    def of(self, guest_id: UUID) -> Kept:
        """Return what the guest said of recommendations, what was charged for their bookings,
        and when they were signed in.
        """
        ...
