"""What this resort has decided about bookings."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingPolicy:
    """The resort's own rules: how long a hold lasts, until when one may cancel, in which zone
    its days run.
    """

    zone: ZoneInfo
    currency: str
    hold_minutes: int = 30
    deadline_hours: int = 24
    max_holds: int = 5
    horizon_days: int = 90
