"""Sign-in codes, sessions and links."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _create_sign_in_codes()
    _create_sign_in_wrong_tries()
    _create_sessions()
    _create_sign_in_links()


def downgrade() -> None:
    for table in (
        "sign_in_links",
        "sessions",
        "sign_in_wrong_tries",
        "sign_in_codes",
    ):
        op.drop_table(table)


def _create_sign_in_codes() -> None:
    op.create_table(
        "sign_in_codes",
        sa.Column("id", UUID, nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("phone_hash", sa.Text(), nullable=False),
        sa.Column("code", sa.LargeBinary()),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("client_address_hash", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.CheckConstraint("attempts BETWEEN 0 AND 5", name="sign_in_codes_five_tries"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_codes"),
    )
    op.create_index(
        "ix_sign_in_codes_client_address_hash_created_at",
        "sign_in_codes",
        ["client_address_hash", "created_at"],
    )
    op.create_index("ix_sign_in_codes_created_at", "sign_in_codes", ["created_at"])
    op.create_index(
        "ix_sign_in_codes_phone_hash_created_at", "sign_in_codes", ["phone_hash", "created_at"]
    )
    op.create_index(
        "uq_sign_in_codes_unspent",
        "sign_in_codes",
        ["phone_hash"],
        unique=True,
        sqlite_where=sa.text("used_at IS NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("used_at IS NULL AND ended_at IS NULL"),
    )


def _create_sign_in_wrong_tries() -> None:
    op.create_table(
        "sign_in_wrong_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phone_hash", sa.Text(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_wrong_tries"),
    )
    op.create_index(
        "ix_sign_in_wrong_tries_phone_hash_tried_at",
        "sign_in_wrong_tries",
        ["phone_hash", "tried_at"],
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", UUID, nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("is_staff", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_used_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("idle_after_seconds", sa.Integer(), nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_sessions_guest_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_sessions_token_hash"),
    )
    op.create_index("ix_sessions_guest_id", "sessions", ["guest_id"])


def _create_sign_in_links() -> None:
    op.create_table(
        "sign_in_links",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_sign_in_links_guest_id"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in_links"),
    )
    op.create_index("ix_sign_in_links_guest_id", "sign_in_links", ["guest_id"])
