"""What a conversation stands at, and the resort's facts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
BYTE_ORDERED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    # Nothing was ever written to it; both databases rename it where it stands.
    op.execute("ALTER TABLE conversations RENAME COLUMN last_inbound_at TO handed_over_at")
    op.create_table(
        "resort_facts",
        sa.Column("id", UUID, nullable=False),
        sa.Column("topic", BYTE_ORDERED, nullable=False),
        sa.Column("examples", sa.JSON(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_resort_facts"),
        sa.UniqueConstraint("topic", name="uq_resort_facts_topic"),
    )


def downgrade() -> None:
    op.drop_table("resort_facts")
    op.execute("ALTER TABLE conversations RENAME COLUMN handed_over_at TO last_inbound_at")
