"""What is to be told, messages in and out, and conversations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UUID = sa.String(36).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _create_outbox()
    _create_inbound_messages()
    _create_outbound_messages()
    _create_conversations()


def downgrade() -> None:
    for table in (
        "conversations",
        "outbound_messages",
        "inbound_messages",
        "outbox",
    ):
        op.drop_table(table)


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", UUID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", UUID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("guest_id", UUID),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("notify", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("claim_token", UUID),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.CheckConstraint("state IN ('pending', 'done', 'failed')", name="outbox_state_known"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint(
            "kind", "subject_id", "version", name="uq_outbox_kind_subject_id_version"
        ),
    )
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])


def _create_inbound_messages() -> None:
    op.create_table(
        "inbound_messages",
        sa.Column("id", UUID, nullable=False),
        sa.Column("provider_sid", sa.Text(), nullable=False),
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_hash", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("form", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("worked_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('waiting', 'worked')", name="inbound_messages_state_known"
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guests.id"], name="fk_inbound_messages_guest_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_inbound_messages"),
        sa.UniqueConstraint("provider_sid", name="uq_inbound_messages_provider_sid"),
    )
    op.create_index(
        "ix_inbound_messages_address_hash_received_at",
        "inbound_messages",
        ["address_hash", "received_at"],
    )
    op.create_index(
        "ix_inbound_messages_guest_id_received_at",
        "inbound_messages",
        ["guest_id", "received_at"],
    )
    op.create_index(
        "ix_inbound_messages_state_received_at", "inbound_messages", ["state", "received_at"]
    )


def _create_outbound_messages() -> None:
    op.create_table(
        "outbound_messages",
        sa.Column("id", UUID, nullable=False),
        sa.Column("event_id", UUID, nullable=False),
        sa.Column("guest_id", UUID),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("buttons", sa.LargeBinary(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
        sa.Column("template", sa.Text()),
        sa.Column("variables", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("provider_sid", sa.Text(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "delivery IN ('queued', 'sent', 'delivered', 'read', 'failed')",
            name="outbound_messages_delivery_known",
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guests.id"], name="fk_outbound_messages_guest_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbound_messages"),
        sa.UniqueConstraint("event_id", name="uq_outbound_messages_event_id"),
    )
    op.create_index(
        "ix_outbound_messages_address_hash_created_at",
        "outbound_messages",
        ["address_hash", "created_at"],
    )
    op.create_index(
        "ix_outbound_messages_delivery_created_at",
        "outbound_messages",
        ["delivery", "created_at"],
    )
    op.create_index(
        "ix_outbound_messages_guest_id_created_at",
        "outbound_messages",
        ["guest_id", "created_at"],
    )
    op.create_index("ix_outbound_messages_provider_sid", "outbound_messages", ["provider_sid"])


def _create_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("guest_id", UUID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("summary", sa.LargeBinary(), nullable=False),
        sa.Column("last_message_at", MOMENT),
        sa.Column("last_inbound_at", MOMENT),
        sa.Column("taken_by", UUID),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('bot', 'waiting', 'taken')", name="conversations_status_known"
        ),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name="fk_conversations_guest_id"),
        sa.PrimaryKeyConstraint("guest_id", name="pk_conversations"),
    )
    op.create_index(
        "ix_conversations_status_last_message_at",
        "conversations",
        ["status", "last_message_at"],
    )
