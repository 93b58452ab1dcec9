"""What departures share: boats, therapists, rooms; and what the desk closes or delays."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _create_resources()
    _create_activity_resources()
    _create_closings()
    op.add_column(
        "time_slots",
        sa.Column("uses_resources", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("time_slots", sa.Column("planned_start", MOMENT))


def downgrade() -> None:
    op.drop_column("time_slots", "planned_start")
    op.drop_column("time_slots", "uses_resources")
    for table in ("closing_slots", "closings", "activity_resources", "resources"):
        op.drop_table(table)


def _create_resources() -> None:
    op.create_table(
        "resources",
        sa.Column("id", UUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_resources"),
        sa.UniqueConstraint("name", name="uq_resources_name"),
        sa.CheckConstraint("units >= 1", name="resources_have_units"),
    )


def _create_activity_resources() -> None:
    op.create_table(
        "activity_resources",
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("resource_id", UUID, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("minutes_before", sa.Integer(), nullable=False),
        sa.Column("minutes_after", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("activity_id", "resource_id", name="pk_activity_resources"),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_activity_resources_activity_id"
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name="fk_activity_resources_resource_id"
        ),
        sa.CheckConstraint("units >= 1", name="activity_resources_need_something"),
        sa.CheckConstraint(
            "minutes_before >= 0 AND minutes_after >= 0", name="activity_resources_minutes"
        ),
    )
    op.create_index("ix_activity_resources_resource_id", "activity_resources", ["resource_id"])


def _create_closings() -> None:
    op.create_table(
        "closings",
        sa.Column("id", UUID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=False),
        sa.Column("actor_id", UUID),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_closings"),
    )
    op.create_index("ix_closings_finished_at", "closings", ["finished_at"])
    op.create_table(
        "closing_slots",
        sa.Column("closing_id", UUID, nullable=False),
        sa.Column("slot_id", UUID, nullable=False),
        sa.PrimaryKeyConstraint("closing_id", "slot_id", name="pk_closing_slots"),
        sa.ForeignKeyConstraint(
            ["closing_id"], ["closings.id"], name="fk_closing_slots_closing_id"
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["time_slots.id"], name="fk_closing_slots_slot_id"
        ),
    )
    op.create_index("ix_closing_slots_slot_id", "closing_slots", ["slot_id"])
