"""Guests, stays, staff, and an audit whose rows never change."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _create_guests()
    _create_guest_addresses()
    _create_guest_words()
    _create_stays()
    _create_preferences()
    _create_staff()
    _create_audit()
    _keep_audit()


def downgrade() -> None:
    for table in (
        "audit",
        "staff",
        "preferences",
        "stays",
        "guest_words",
        "guest_addresses",
        "guests",
    ):
        op.drop_table(table)
    if _is_postgres():
        op.execute("DROP FUNCTION refuse_to_change_audit()")


def _create_guests() -> None:
    op.create_table(
        "guests",
        sa.Column("id", UUID, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("erased_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_guests"),
    )


def _create_guest_addresses() -> None:
    op.create_table(
        "guest_addresses",
        sa.Column("id", UUID, nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_hash", sa.Text(), nullable=False),
        sa.Column("last_inbound_at", MOMENT),
        sa.Column("opted_out_at", MOMENT),
        sa.CheckConstraint(
            "channel IN ('phone', 'whatsapp_id')", name="guest_addresses_channel_known"
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guests.id"], name="fk_guest_addresses_guest_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_guest_addresses"),
        sa.UniqueConstraint(
            "channel", "address_hash", name="uq_guest_addresses_channel_address_hash"
        ),
    )
    op.create_index("ix_guest_addresses_guest_id", "guest_addresses", ["guest_id"])


def _create_guest_words() -> None:
    op.create_table(
        "guest_words",
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("word_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_guest_words_guest_id"),
        sa.PrimaryKeyConstraint("guest_id", "word_hash", name="pk_guest_words"),
    )
    op.create_index("ix_guest_words_word_hash", "guest_words", ["word_hash"])


def _create_stays() -> None:
    op.create_table(
        "stays",
        sa.Column("id", UUID, nullable=False),
        sa.Column("guest_id", UUID),
        sa.Column("room", sa.LargeBinary(), nullable=False),
        sa.Column("room_hash", sa.Text(), nullable=False),
        sa.Column("last_name", sa.LargeBinary(), nullable=False),
        sa.Column("last_name_hash", sa.Text(), nullable=False),
        sa.Column("arrives_on", sa.Date(), nullable=False),
        sa.Column("departs_on", sa.Date(), nullable=False),
        sa.Column("verified_at", MOMENT),
        sa.Column("external_ref", sa.Text(), nullable=False),
        sa.CheckConstraint("departs_on >= arrives_on", name="stays_end_after_start"),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_stays_guest_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stays"),
    )
    op.create_index("ix_stays_guest_id", "stays", ["guest_id"])
    op.create_index(
        "ix_stays_room_hash_last_name_hash", "stays", ["room_hash", "last_name_hash"]
    )


def _create_preferences() -> None:
    op.create_table(
        "preferences",
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("preferred_categories", sa.JSON(), nullable=False),
        sa.Column("preferred_times", sa.JSON(), nullable=False),
        sa.Column("budget_min", sa.BigInteger()),
        sa.Column("budget_max", sa.BigInteger()),
        sa.Column("interests", sa.LargeBinary(), nullable=False),
        sa.Column("last_updated", MOMENT),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_preferences_guest_id"),
        sa.PrimaryKeyConstraint("guest_id", name="pk_preferences"),
    )


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("role IN ('staff', 'admin')", name="staff_role_known"),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_staff_guest_id"),
        sa.PrimaryKeyConstraint("guest_id", name="pk_staff"),
    )


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", UUID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=False),
        sa.Column("actor_id", UUID),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", UUID, nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_subject_id_at", "audit", ["subject_id", "at"])


def _keep_audit() -> None:
    """Let the database itself refuse to change or remove what the audit holds."""
    if not _is_postgres():
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_refuses_{act.lower()} BEFORE {act} ON audit"
                " BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_to_change_audit() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'audit rows are never changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_refuses_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_audit()"
    )


def _is_postgres() -> bool:
    return op.get_bind().dialect.name == "postgresql"
