"""Content resources made at the provider."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
APPROVALS = (
    "'not needed'",
    "'unsubmitted'",
    "'pending'",
    "'approved'",
    "'rejected'",
    "'paused'",
    "'disabled'",
)


def upgrade() -> None:
    op.create_table(
        "content_resources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("sid", sa.Text(), nullable=False),
        sa.Column("approval", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("checked_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_content_resources"),
        sa.CheckConstraint(
            f"approval IN ({', '.join(APPROVALS)})", name="content_resources_approval_known"
        ),
    )


def downgrade() -> None:
    op.drop_table("content_resources")
