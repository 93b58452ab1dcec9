"""What the resort sold: added up for reports, and kept by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from resortbook.application.policy import BookingPolicy
from resortbook.domain.errors import InvalidTime
from resortbook.domain.figures import Chats, DayFigures, Figures
from resortbook.domain.schedule import day_bounds
from resortbook.ports.figures import FigureReads
from resortbook.ports.reads import CatalogueReads
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

MAX_DAYS = 366
DEFAULT_DAYS = 30
# How a departure ended may be put right until the end of the next day; the rest is for late
# cancellations and for hours in which nobody counted.
RECENT = timedelta(days=7)


class Grouping(StrEnum):
    """By what a report adds up."""

    DAY = "day"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures of the resort's days `first` to `last`, both included, by day or slug."""

    first: date
    last: date
    grouping: Grouping
    groups: Mapping[str, Figures]

    @property
    def total(self) -> Figures:
        """All of them together."""
        return sum(self.groups.values(), Figures())


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureService:
    """Adds up anew whenever it is asked, so that a report is never older than the bookings."""

    storage: Storage
    reads: FigureReads
    catalogue: CatalogueReads
    clock: Clock
    policy: BookingPolicy

    def report(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        grouping: Grouping = Grouping.DAY,
    ) -> Report:
        """Return figures by the day of the departure, by default of the last 30 days.

        By day all days are there, by activity those that departed.

        Raises:
            InvalidTime: `last` before `first`, or more than 366 days.
        """
        first, last = self._days(first, last)
        found = self.compute(first, last)
        groups: dict[str, Figures] = {}
        by_day = grouping is Grouping.DAY
        if by_day:
            days = (last - first).days + 1
            groups = {(first + timedelta(days=n)).isoformat(): Figures() for n in range(days)}
        slugs = {} if by_day else self.catalogue.slugs()
        for row in found:
            name = row.day.isoformat() if by_day else slugs[row.activity_id]
            groups[name] = groups.get(name, Figures()) + row.figures
        in_order = dict(sorted(groups.items()))
        return Report(first=first, last=last, grouping=grouping, groups=in_order)

    def chats(self, report: Report) -> Chats:
        """Return how many guests wrote on a report's days, how many the bot served alone."""
        return self.reads.chats(*day_bounds(report.first, report.last, self.policy.zone))

    def compute(self, first: date, last: date) -> Sequence[DayFigures]:
        """Add up these days of the resort, by day and activity."""
        start, end = day_bounds(first, last, self.policy.zone)
        sums: dict[tuple[date, UUID], Figures] = {}
        for one in self.reads.of_slots(start, end, now=self.clock.now()):
            key = one.start_time.astimezone(self.policy.zone).date(), one.activity_id
            sums[key] = sums.get(key, Figures()) + one.figures
        return [
            DayFigures(day=day, activity_id=activity_id, figures=figures)
            for (day, activity_id), figures in sorted(sums.items())
        ]

    def keep(self, first: date, last: date) -> int:
        """Write the rows of these days anew; return how many there are."""
        rows = self.compute(first, last)
        with self.storage.begin() as work:
            work.codes.serialise("daily figures")  # two processes may count at once
            work.figures.replace(first, last, rows, at=self.clock.now())
            work.commit()
        return len(rows)

    def keep_recent(self) -> int:
        """Write the rows of the last days and of today anew; return how many there are."""
        today = self._today()
        return self.keep(today - RECENT, today)

    def _days(self, first: date | None, last: date | None) -> tuple[date, date]:
        if last is None:
            last = self._today() if first is None else max(first, self._today())
        if first is None:
            first = max(last, date.min + timedelta(days=DEFAULT_DAYS))
            first -= timedelta(days=DEFAULT_DAYS - 1)
        if not 0 <= (last - first).days < MAX_DAYS:
            raise InvalidTime(
                f"Ask for 1 to {MAX_DAYS} days", fields={"to": [f"1 to {MAX_DAYS} days"]}
            )
        return first, last

    def _today(self) -> date:
        return self.clock.now().astimezone(self.policy.zone).date()
