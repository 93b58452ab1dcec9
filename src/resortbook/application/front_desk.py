"""The front desk: by which phone it is reached, and when somebody is there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from resortbook.domain.hours import WeeklyHours


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDesk:
    """Where a person answers; without `hours` at any time, as far as anybody knows."""

    phone: str | None
    hours: WeeklyHours | None
    zone: ZoneInfo

    def is_open(self, now: datetime) -> bool:
        """Whether somebody is there at `now`."""
        return self.hours is None or self.hours.is_open_at(self._clock(now))

    def opens_at(self, now: datetime) -> datetime | None:
        """Return when somebody will be there next (aware UTC); None where somebody is."""
        if self.hours is None or self.is_open(now):
            return None
        opening = self.hours.next_opening(self._clock(now))
        # An hour that the clocks skip is read as the one after it.
        return opening.replace(tzinfo=self.zone).astimezone(UTC)

    def _clock(self, now: datetime) -> datetime:
        return now.astimezone(self.zone).replace(tzinfo=None)
