"""Tables of what departures share, and of what the desk calls off."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint

from resortbook.adapters.sql.tables.schema import metadata, needed, reference
from resortbook.adapters.sql.types import UtcDateTime, UuidText

resources = Table(
    "resources",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("name", Text),
    needed("units", Integer),
    needed("created_at", UtcDateTime),
    needed("version", Integer),
    UniqueConstraint("name"),
    CheckConstraint("units >= 1", name="resources_have_units"),
)

activity_resources = Table(
    "activity_resources",
    metadata,
    reference("activity_id", "activities.id", primary_key=True),
    reference("resource_id", "resources.id", primary_key=True),
    needed("units", Integer),
    needed("minutes_before", Integer),
    needed("minutes_after", Integer),
    Index(None, "resource_id"),
    CheckConstraint("units >= 1", name="activity_resources_need_something"),
    CheckConstraint(
        "minutes_before >= 0 AND minutes_after >= 0", name="activity_resources_minutes"
    ),
)

# Departures called off by one act; `finished_at` is null while guests are still to be told.
closings = Table(
    "closings",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("reason", Text),
    needed("actor_kind", Text),
    Column("actor_id", UuidText),
    needed("door", Text),
    needed("closed_at", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Index(None, "finished_at"),
)

closing_slots = Table(
    "closing_slots",
    metadata,
    reference("closing_id", "closings.id", primary_key=True),
    reference("slot_id", "time_slots.id", primary_key=True),
    Index(None, "slot_id"),
)
