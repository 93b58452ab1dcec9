"""What came of the messages that an assistant was asked about, by day."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assistant_outcomes",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "outcome", name="pk_assistant_outcomes"),
    )


def downgrade() -> None:
    op.drop_table("assistant_outcomes")
