"""On what terms a booking is made: how it is paid, how long held, until when cancelled."""

from datetime import datetime, timedelta
from enum import StrEnum

from resortbook.domain.activity import Activity
from resortbook.domain.slot import TimeSlot


class Settlement(StrEnum):
    """How the booking is paid."""

    ROOM = "room"
    DESK = "desk"
    PREPAID = "prepaid"
    COMP = "comp"


def cancel_by(start: datetime, deadline_hours: int, *, now: datetime) -> datetime | None:
    """Return the last moment at which a guest may cancel, or None when it is past already."""
    deadline = start - timedelta(hours=deadline_hours)
    return deadline if now <= deadline else None


def hold_until(now: datetime, *, minutes: int, slot: TimeSlot, activity: Activity) -> datetime:
    """Return when a hold made at `now` runs out: after `minutes`, at the latest at the slot's
    cut-off.
    """
    return min(now + timedelta(minutes=minutes), slot.cutoff(activity))


def settle_by(room: str, settlement: Settlement) -> Settlement:
    """Return the settlement that follows from a room; what staff have set otherwise stays."""
    if settlement not in (Settlement.ROOM, Settlement.DESK):
        return settlement
    return Settlement.ROOM if room else Settlement.DESK
