"""What the front office puts on rooms."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from uuid_utils.compat import uuid7

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
AT_ONCE = 500


def upgrade() -> None:
    op.create_table(
        "charges",
        sa.Column("id", UUID, nullable=False),
        sa.Column("booking_id", UUID, nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_charges"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_charges_booking_id"),
        sa.CheckConstraint("kind IN ('booking', 'fee', 'reversal')", name="charges_kind_known"),
        sa.CheckConstraint("state IN ('open', 'posted', 'waived')", name="charges_state_known"),
    )
    op.create_index("ix_charges_booking_id", "charges", ["booking_id"])
    op.create_index("ix_charges_state_created_at", "charges", ["state", "created_at"])
    op.create_index("ix_charges_created_at_id", "charges", ["created_at", "id"])
    _charge_what_is_owed()


def downgrade() -> None:
    op.drop_table("charges")


def _charge_what_is_owed() -> None:
    """Charge bookings that were confirmed on a room before charges were kept."""
    database = op.get_bind()
    is_postgres = database.dialect.name == "postgresql"
    owed = database.execute(
        sa.text(
            "SELECT id, room, total_price, currency, updated_at FROM bookings"
            " WHERE settlement = 'room' AND total_price <> 0"
            " AND status IN ('confirmed', 'completed', 'no_show')"
        )
    )
    rows = [
        {
            "id": uuid7() if is_postgres else str(uuid7()),
            "booking_id": row.id,
            "room": row.room,
            "amount": row.total_price,
            "currency": row.currency,
            "at": row.updated_at,
        }
        for row in owed
    ]
    statement = sa.text(
        "INSERT INTO charges VALUES"
        " (:id, :booking_id, :room, :amount, :currency, 'booking', 'open', :at, :at, 1)"
    )
    for start in range(0, len(rows), AT_ONCE):
        database.execute(statement, rows[start : start + AT_ONCE])
