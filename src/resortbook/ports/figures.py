"""Figures: added up from departures and bookings, and kept by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.figures import Chats, DayFigures, Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFigures:
    """The figures of one departure, which starts at a moment (aware UTC)."""

    start_time: datetime
    activity_id: UUID
    figures: Figures


class FigureReads(Protocol):
    """Adding up what is there, without a lock."""

    def of_slots(
        self, start: datetime, end: datetime, *, now: datetime
    ) -> Sequence[SlotFigures]:
        """Return the figures of departures that start from `start` until before `end`; holds
        that ran out at `now` are expired, swept or not.
        """
        ...

    def chats(self, start: datetime, end: datetime) -> Chats:
        """Return who wrote from `start` until before `end`, and whose conversation was handed
        over, taken over or answered by the desk then.
        """
        ...

    def kept(self, first: date, last: date) -> Sequence[DayFigures]:
        """Return the rows that are kept for these days, both included."""
        ...


class DailyFigures(Protocol):
    """Rows for whoever reads the database itself."""

    def replace(
        self, first: date, last: date, rows: Sequence[DayFigures], *, at: datetime
    ) -> None:
        """Put rows in place of those of these days, both included."""
        ...
