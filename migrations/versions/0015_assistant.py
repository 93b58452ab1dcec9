"""What guests used of the assistant, by day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "assistant_usage",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("tokens_in", sa.BigInteger(), nullable=False),
        sa.Column("tokens_out", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "guest_id", name="pk_assistant_usage"),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guests.id"], name="fk_assistant_usage_guest_id"
        ),
    )


def downgrade() -> None:
    op.drop_table("assistant_usage")
