"""Who works on which guest's messages."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "inbox_turns",
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("lease_until", MOMENT, nullable=False),
        sa.Column("claim_token", UUID, nullable=False),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_inbox_turns_guest_id"),
        sa.PrimaryKeyConstraint("guest_id", name="pk_inbox_turns"),
    )


def downgrade() -> None:
    op.drop_table("inbox_turns")
