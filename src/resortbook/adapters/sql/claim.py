"""The one conditional write by which seats are had."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Update, false, or_, update

from resortbook.adapters.sql.tables.catalogue import time_slots

# Slot, seats, and whether the slot must be empty: values, or parameters of a statement.
Claim = Callable[["ColumnElement[Any]", "ColumnElement[int]", "ColumnElement[bool]"], Update]


def claim_seats(
    slot_id: ColumnElement[Any], seats: ColumnElement[int], whole: ColumnElement[bool]
) -> Update:
    """Write the claim of `seats` seats; it touches no row where they can't be had.

    The condition is looked at again by the write itself, on the row as it is then, and the
    count grows by what it is then: two claims at once can't both have the last seat.
    """
    booked = time_slots.c.booked_count
    return (
        update(time_slots)
        .where(
            time_slots.c.id == slot_id,
            time_slots.c.is_available,
            booked + seats <= time_slots.c.capacity,
            or_(whole == false(), booked == 0),
        )
        .values(booked_count=booked + seats)
    )
