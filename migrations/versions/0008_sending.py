"""The pace of sending, and what an event waits for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("waits_for", sa.Text()))
    op.create_table(
        "send_turns",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("sender", "number", name="pk_send_turns"),
    )


def downgrade() -> None:
    op.drop_table("send_turns")
    with op.batch_alter_table("outbox") as table:
        table.drop_column("waits_for")
