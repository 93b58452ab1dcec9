"""What guests said of recommendations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "recommendation_feedback",
        sa.Column("id", UUID, nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recommendation_feedback"),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guests.id"], name="fk_recommendation_feedback_guest_id"
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_recommendation_feedback_activity_id"
        ),
        sa.UniqueConstraint(
            "guest_id", "activity_id", name="uq_recommendation_feedback_guest_id_activity_id"
        ),
    )


def downgrade() -> None:
    op.drop_table("recommendation_feedback")
