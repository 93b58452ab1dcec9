"""Time slots as rows, and rows as time slots."""

from datetime import timedelta
from typing import Any

from sqlalchemy import RowMapping

from resortbook.adapters.sql.direct import DirectRow
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.domain.slot import TimeSlot


def slot_row(
    slot: TimeSlot, *, cutoff_minutes: int, uses_resources: bool = False
) -> dict[str, Any]:
    """Write a slot of an activity with that cut-off, which needs resources or does not."""
    return {
        "id": slot.id,
        "activity_id": slot.activity_id,
        "start_time": slot.start_time,
        "end_time": slot.end_time,
        "capacity": slot.capacity,
        "booked_count": slot.booked_count,
        "is_available": slot.is_available,
        "lane": slot.lane,
        "closed_reason": slot.closed_reason,
        "schedule_id": slot.schedule_id,
        "created_at": slot.created_at,
        "version": slot.version,
        "bookable_until": slot.start_time - timedelta(minutes=cutoff_minutes),
        "uses_resources": uses_resources,
        "planned_start": slot.planned_start,
    }


def slot_of(row: RowMapping | DirectRow) -> TimeSlot:
    """Read a slot from a row that has or joins it."""
    c = time_slots.c
    return TimeSlot(
        id=row[c.id],
        activity_id=row[c.activity_id],
        start_time=row[c.start_time],
        end_time=row[c.end_time],
        capacity=row[c.capacity],
        booked_count=row[c.booked_count],
        is_available=row[c.is_available],
        lane=row[c.lane],
        closed_reason=row[c.closed_reason],
        schedule_id=row[c.schedule_id],
        created_at=row[c.created_at],
        version=row[c.version],
        uses_resources=row[c.uses_resources],
        planned_start=row[c.planned_start],
    )
