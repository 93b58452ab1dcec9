"""Bookings, and answers kept for requests that come again."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _create_bookings()
    _create_booking_lines()
    _create_booking_words()
    _create_booking_notes()
    _create_idempotency_keys()


def downgrade() -> None:
    for table in (
        "idempotency_keys",
        "booking_notes",
        "booking_words",
        "booking_lines",
        "bookings",
    ):
        op.drop_table(table)


def _create_bookings() -> None:
    op.create_table("bookings", *_booking_columns(), *_booking_rules())
    op.create_index("ix_bookings_created_at_id", "bookings", ["created_at", "id"])
    op.create_index("ix_bookings_expires_at_status", "bookings", ["expires_at", "status"])
    op.create_index("ix_bookings_guest_id_created_at", "bookings", ["guest_id", "created_at"])
    op.create_index("ix_bookings_status_time_slot_id", "bookings", ["status", "time_slot_id"])
    op.create_index(
        "uq_bookings_guest_id_hold_no",
        "bookings",
        ["guest_id", "hold_no"],
        unique=True,
        sqlite_where=sa.text("hold_no IS NOT NULL"),
        postgresql_where=sa.text("hold_no IS NOT NULL"),
    )


def _booking_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", UUID, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("activity_id", UUID, nullable=False),
        sa.Column("time_slot_id", UUID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("party", sa.JSON(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("total_price", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("special_requests", sa.LargeBinary(), nullable=False),
        sa.Column("lead_name", sa.LargeBinary(), nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=False),
        sa.Column("settlement", sa.Text(), nullable=False),
        sa.Column("booking_source", sa.Text(), nullable=False),
        sa.Column("deadline_hours", sa.Integer(), nullable=False),
        sa.Column("cancel_by", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("cancelled_at", MOMENT),
        sa.Column("cancellation_reason", sa.LargeBinary(), nullable=False),
        sa.Column("checked_in_at", MOMENT),
        sa.Column("checked_in_count", sa.Integer()),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("group_id", UUID),
        sa.Column("external_ref", sa.Text(), nullable=False),
        sa.Column("metadata", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hold_no", sa.SmallInteger()),
    ]


def _booking_rules() -> list[sa.Constraint]:
    return [
        sa.CheckConstraint(
            "expires_at IS NULL OR status = 'pending'", name="bookings_only_holds_expire"
        ),
        sa.CheckConstraint(
            "hold_no IS NULL OR status = 'pending'", name="bookings_only_holds_are_numbered"
        ),
        sa.CheckConstraint(
            "settlement IN ('room', 'desk', 'prepaid', 'comp')",
            name="bookings_settlement_known",
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'confirmed', 'cancelled', 'expired', 'completed',"
            " 'no_show')",
            name="bookings_status_known",
        ),
        sa.CheckConstraint("participants >= 1", name="bookings_have_participants"),
        sa.CheckConstraint("seats >= 1", name="bookings_have_seats"),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_bookings_activity_id"
        ),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_bookings_guest_id"),
        sa.ForeignKeyConstraint(
            ["time_slot_id"], ["time_slots.id"], name="fk_bookings_time_slot_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.UniqueConstraint("reference", name="uq_bookings_reference"),
    ]


def _create_booking_lines() -> None:
    op.create_table(
        "booking_lines",
        sa.Column("booking_id", UUID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_lines_booking_id"
        ),
        sa.PrimaryKeyConstraint("booking_id", "position", name="pk_booking_lines"),
    )


def _create_booking_words() -> None:
    op.create_table(
        "booking_words",
        sa.Column("booking_id", UUID, nullable=False),
        sa.Column("word_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_words_booking_id"
        ),
        sa.PrimaryKeyConstraint("booking_id", "word_hash", name="pk_booking_words"),
    )
    op.create_index("ix_booking_words_word_hash", "booking_words", ["word_hash"])


def _create_booking_notes() -> None:
    op.create_table(
        "booking_notes",
        sa.Column("id", UUID, nullable=False),
        sa.Column("booking_id", UUID, nullable=False),
        sa.Column("author_id", UUID),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_notes_booking_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_notes"),
    )
    op.create_index("ix_booking_notes_booking_id", "booking_notes", ["booking_id"])


def _create_idempotency_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("owner", "key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_expires_at", "idempotency_keys", ["expires_at"])
