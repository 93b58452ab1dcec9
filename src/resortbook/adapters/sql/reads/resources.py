"""Slots as they stand, with the resources that they would need."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from resortbook.adapters.sql.occupations import (
    load_needs,
    load_units,
    occupation_of,
    taken_between,
)
from resortbook.adapters.sql.reads.seats import Standing
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.domain.resource import obstacles
from resortbook.domain.slot import SlotReading
from resortbook.ports.reads import Free


def with_resources(
    connection: Connection, readings: Iterable[SlotReading], *, now: datetime
) -> Sequence[SlotReading]:
    """Return these readings, each saying whether other departures use what it would need.

    One that has a seat taken has what it needs. Slots that share nothing cost nothing.
    """
    found = list(readings)
    asking = {
        one.slot.id: one.slot
        for one in found
        if one.slot.uses_resources and one.booked_count == 0
    }
    if not asking:
        return found
    needs = load_needs(connection, list({slot.activity_id for slot in asking.values()}))
    wanted = [
        occupation_of(slot.id, slot.start_time, slot.end_time, needs.get(slot.activity_id, ()))
        for slot in asking.values()
    ]
    uses = [use for one in wanted for use in one.uses]
    others = taken_between(connection, uses, now=now)
    units = load_units(connection, list({use.resource_id for use in uses}))
    lacking: set[UUID] = {one.slot_id for one in wanted if obstacles(one, others, units)}
    return [
        replace(one, lacks_resource=True) if one.slot.id in lacking else one for one in found
    ]


def lacking_resources(connection: Connection, free: Free, *, now: datetime) -> set[UUID]:
    """Return the slots that start in a stretch of time and lack a resource."""
    standing = Standing(now)
    statement = standing.select().where(
        time_slots.c.uses_resources,
        time_slots.c.start_time >= free.start,
        time_slots.c.start_time < free.end,
    )
    rows = connection.execute(statement).mappings()
    marked = with_resources(connection, [standing.reading_of(row) for row in rows], now=now)
    return {one.slot.id for one in marked if one.lacks_resource}
