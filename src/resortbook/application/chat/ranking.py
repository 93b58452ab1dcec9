"""Which of several choices is the cheapest, the latest, the longest."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.commands import Liking
from resortbook.application.chat.means import Means
from resortbook.application.chat.state import Act, Choice


def best_of(choices: Sequence[Choice], liking: Liking, means: Means) -> Choice | None:
    """Return the choice that is the most of what is liked, or None where none can be told."""
    ranked = [(_rank(one, liking, means), one) for one in choices]
    known = [(rank, one) for rank, one in ranked if rank is not None]
    if not known:
        return None
    wants_most = liking in (Liking.DEAREST, Liking.LATEST, Liking.LONGEST)
    return (max if wants_most else min)(known, key=lambda pair: pair[0])[1]


def _rank(choice: Choice, liking: Liking, means: Means) -> float | None:
    if choice.act is Act.SLOT:
        reading = means.reads.catalogue.slot(
            UUID(choice.subject), now=datetime.fromtimestamp(0, means.policy.zone)
        )
        return reading.slot.start_time.timestamp() if reading else None
    if choice.act is not Act.ACTIVITY:
        return None
    activity = means.activity(UUID(choice.subject))
    if activity is None:
        return None
    by_length = liking in (Liking.SHORTEST, Liking.LONGEST)
    return float(activity.duration_minutes if by_length else activity.price.minor)
