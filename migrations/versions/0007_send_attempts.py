"""When a send was begun whose end is not known."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("outbound_messages", sa.Column("attempted_at", MOMENT))


def downgrade() -> None:
    with op.batch_alter_table("outbound_messages") as table:
        table.drop_column("attempted_at")
