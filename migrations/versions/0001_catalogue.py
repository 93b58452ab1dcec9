"""Activities, their departures, schedules and closures."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
BYTE_ORDERED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _create_activities()
    _create_rates()
    _create_categories()
    _create_activity_images()
    _create_schedules()
    _create_time_slots()
    _create_closures()


def downgrade() -> None:
    for table in (
        "closures",
        "time_slots",
        "schedules",
        "activity_images",
        "categories",
        "rates",
        "activities",
    ):
        op.drop_table(table)


def _create_activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", UUID, nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("capacity_per_slot", sa.Integer(), nullable=False),
        sa.Column("price_per", sa.Text(), nullable=False),
        sa.Column("people_per_seat", sa.Integer(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("meeting_point", sa.Text(), nullable=False),
        sa.Column("requirements", sa.Text(), nullable=False),
        sa.Column("bring", sa.Text(), nullable=False),
        sa.Column("min_age", sa.Integer()),
        sa.Column("min_party", sa.Integer(), nullable=False),
        sa.Column("max_party", sa.Integer()),
        sa.Column("arrive_minutes_before", sa.Integer(), nullable=False),
        sa.Column("booking_cutoff_minutes", sa.Integer(), nullable=False),
        sa.Column("cancellation_deadline_hours", sa.Integer()),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("metadata", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("sort_name", BYTE_ORDERED, nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "price_per IN ('person', 'seat', 'booking')", name="activities_price_per_known"
        ),
        sa.CheckConstraint("capacity_per_slot >= 0", name="activities_capacity_not_negative"),
        sa.CheckConstraint("people_per_seat >= 1", name="activities_seat_carries_somebody"),
        sa.PrimaryKeyConstraint("id", name="pk_activities"),
        sa.UniqueConstraint("slug", name="uq_activities_slug"),
    )
    op.create_index("ix_activities_category_is_active", "activities", ["category", "is_active"])
    op.create_index(
        "ix_activities_is_active_created_at", "activities", ["is_active", "created_at"]
    )


def _create_rates() -> None:
    op.create_table(
        "rates",
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("min_age", sa.Integer()),
        sa.Column("max_age", sa.Integer()),
        sa.Column("takes_seat", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_rates_activity_id"
        ),
        sa.PrimaryKeyConstraint("activity_id", "code", name="pk_rates"),
    )


def _create_categories() -> None:
    op.create_table(
        "categories",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_categories"),
    )


def _create_activity_images() -> None:
    op.create_table(
        "activity_images",
        sa.Column("id", UUID, nullable=False),
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("alt_text", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_activity_images_activity_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_activity_images"),
    )
    op.create_index("ix_activity_images_activity_id", "activity_images", ["activity_id"])


def _create_schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("id", UUID, nullable=False),
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("rrule", sa.Text(), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("capacity", sa.Integer()),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("except_dates", sa.JSON(), nullable=False),
        sa.Column("filled_until", sa.Date()),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_schedules_activity_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_schedules"),
    )
    op.create_index(
        "ix_schedules_activity_id_is_active", "schedules", ["activity_id", "is_active"]
    )


def _create_time_slots() -> None:
    op.create_table(
        "time_slots",
        sa.Column("id", UUID, nullable=False),
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("start_time", MOMENT, nullable=False),
        sa.Column("end_time", MOMENT, nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("booked_count", sa.Integer(), nullable=False),
        sa.Column("is_available", sa.Boolean(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("closed_reason", sa.Text(), nullable=False),
        sa.Column("schedule_id", UUID),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bookable_until", MOMENT, nullable=False),
        sa.CheckConstraint(
            "0 <= booked_count AND booked_count <= capacity",
            name="booked_count_within_capacity",
        ),
        sa.CheckConstraint("capacity >= 0", name="time_slots_capacity_not_negative"),
        sa.CheckConstraint("end_time > start_time", name="time_slots_end_after_start"),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_time_slots_activity_id"
        ),
        sa.ForeignKeyConstraint(
            ["schedule_id"], ["schedules.id"], name="fk_time_slots_schedule_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_time_slots"),
        sa.UniqueConstraint(
            "activity_id",
            "start_time",
            "lane",
            name="uq_time_slots_activity_id_start_time_lane",
        ),
    )
    op.create_index(
        "ix_time_slots_start_time_is_available", "time_slots", ["start_time", "is_available"]
    )


def _create_closures() -> None:
    op.create_table(
        "closures",
        sa.Column("id", UUID, nullable=False),
        sa.Column("activity_id", UUID),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name="closures_end_after_start"),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_closures_activity_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_closures"),
    )
    op.create_index("ix_closures_ends_at", "closures", ["ends_at"])
