"""How often a guest's waiting messages were taken to be answered."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "inbox_turns", sa.Column("tries", sa.Integer(), nullable=False, server_default="1")
    )
    with op.batch_alter_table("inbox_turns") as table:
        table.alter_column("tries", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("inbox_turns") as table:
        table.drop_column("tries")
