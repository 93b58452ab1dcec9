"""Tables of activities, their departures, schedules and closures, and of the resort's facts."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of, reference
from resortbook.adapters.sql.types import (
    ByteOrderedText,
    JsonText,
    MoneyType,
    UtcDateTime,
    UuidText,
)
from resortbook.domain.activity import PricePer

activities = Table(
    "activities",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("slug", Text),
    needed("name", Text),
    needed("description", Text),
    needed("category", Text),
    needed("currency", Text),
    needed("duration_minutes", Integer),
    needed("capacity_per_slot", Integer),
    needed("price_per", Text),
    needed("people_per_seat", Integer),
    needed("location", Text),
    needed("meeting_point", Text),
    needed("requirements", Text),
    needed("bring", Text),
    Column("min_age", Integer),
    needed("min_party", Integer),
    Column("max_party", Integer),
    needed("arrive_minutes_before", Integer),
    needed("booking_cutoff_minutes", Integer),
    Column("cancellation_deadline_hours", Integer),
    needed("is_active", Boolean),
    needed("metadata", JsonText),
    needed("created_at", UtcDateTime),
    needed("updated_at", UtcDateTime),
    needed("version", Integer),
    # Derived from the activity with every write, for lists alone:
    needed("price", MoneyType),
    needed("sort_name", ByteOrderedText),
    needed("search_text", Text),
    UniqueConstraint("slug"),
    Index(None, "category", "is_active"),
    Index(None, "is_active", "created_at"),
    one_of("price_per", PricePer, name="activities_price_per_known"),
    CheckConstraint("capacity_per_slot >= 0", name="activities_capacity_not_negative"),
    CheckConstraint("people_per_seat >= 1", name="activities_seat_carries_somebody"),
)

rates = Table(
    "rates",
    metadata,
    reference("activity_id", "activities.id", primary_key=True),
    needed("code", Text, primary_key=True),
    needed("position", Integer),
    needed("label", Text),
    needed("price", MoneyType),
    Column("min_age", Integer),
    Column("max_age", Integer),
    needed("takes_seat", Boolean),
)

categories = Table(
    "categories",
    metadata,
    needed("code", Text, primary_key=True),
    needed("label", Text),
)

activity_images = Table(
    "activity_images",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("activity_id", "activities.id"),
    needed("url", Text),
    needed("alt_text", Text),
    needed("is_primary", Boolean),
    needed("order", Integer),
    needed("position", Integer),
    Index(None, "activity_id"),
)

schedules = Table(
    "schedules",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("activity_id", "activities.id"),
    needed("rrule", Text),
    needed("times", JsonText),
    needed("starts_on", Date),
    Column("ends_on", Date),
    Column("capacity", Integer),
    needed("lane", Text),
    needed("except_dates", JsonText),
    Column("filled_until", Date),
    needed("is_active", Boolean),
    needed("created_at", UtcDateTime),
    Index(None, "activity_id", "is_active"),
)

time_slots = Table(
    "time_slots",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("activity_id", "activities.id"),
    needed("start_time", UtcDateTime),
    needed("end_time", UtcDateTime),
    needed("capacity", Integer),
    needed("booked_count", Integer),
    needed("is_available", Boolean),
    needed("lane", Text),
    needed("closed_reason", Text),
    reference("schedule_id", "schedules.id", nullable=True),
    needed("created_at", UtcDateTime),
    needed("version", Integer),
    # The start less the activity's cut-off: the databases do not agree on how to compute it.
    needed("bookable_until", UtcDateTime),
    # Whether the activity needs resources: written with its needs, so that a claim which does
    # not know of them finds no seat.
    Column("uses_resources", Boolean, nullable=False, server_default=false()),
    Column("planned_start", UtcDateTime),
    # Serves "of an activity, by start" as well.
    UniqueConstraint("activity_id", "start_time", "lane"),
    Index(None, "start_time", "is_available"),
    CheckConstraint(
        "0 <= booked_count AND booked_count <= capacity", name="booked_count_within_capacity"
    ),
    CheckConstraint("capacity >= 0", name="time_slots_capacity_not_negative"),
    CheckConstraint("end_time > start_time", name="time_slots_end_after_start"),
)

closures = Table(
    "closures",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("activity_id", "activities.id", nullable=True),
    needed("starts_at", UtcDateTime),
    needed("ends_at", UtcDateTime),
    needed("reason", Text),
    needed("created_at", UtcDateTime),
    Index(None, "ends_at"),
    CheckConstraint("ends_at > starts_at", name="closures_end_after_start"),
)

resort_facts = Table(
    "resort_facts",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("topic", ByteOrderedText),
    needed("examples", JsonText),
    needed("answer", Text),
    needed("updated_at", UtcDateTime),
    UniqueConstraint("topic"),
)
