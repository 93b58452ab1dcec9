"""Tables of what is to be told, of messages in and out, and of conversations."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of, reference
from resortbook.adapters.sql.types import EncryptedJson, EncryptedText, UtcDateTime, UuidText
from resortbook.domain.conversation import ConversationStatus
from resortbook.domain.messages import Delivery

outbox = Table(
    "outbox",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("kind", Text),
    needed("subject_id", UuidText),
    needed("version", Integer),
    Column("guest_id", UuidText),
    needed("door", Text),
    needed("created_at", UtcDateTime),
    needed("due_at", UtcDateTime),
    needed("request_id", Text),
    needed("notify", Boolean),
    needed("state", Text),
    needed("attempts", Integer),
    Column("lease_until", UtcDateTime),
    Column("claim_token", UuidText),
    needed("last_error", Text),
    Column("finished_at", UtcDateTime),
    Column("waits_for", Text),
    UniqueConstraint("kind", "subject_id", "version"),
    Index(None, "state", "due_at"),
    one_of("state", ("pending", "done", "failed"), name="outbox_state_known"),
)

inbound_messages = Table(
    "inbound_messages",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("provider_sid", Text),
    reference("guest_id", "guests.id"),
    needed("channel", Text),
    needed("address", EncryptedText),
    needed("address_hash", Text),
    needed("body", EncryptedText),
    needed("form", EncryptedJson),
    needed("received_at", UtcDateTime),
    needed("state", Text),
    Column("worked_at", UtcDateTime),
    UniqueConstraint("provider_sid"),
    Index(None, "address_hash", "received_at"),
    Index(None, "guest_id", "received_at"),
    Index(None, "state", "received_at"),
    one_of("state", ("waiting", "worked"), name="inbound_messages_state_known"),
)

# Whoever holds a guest's row works on that guest's messages, and nobody else does.
inbox_turns = Table(
    "inbox_turns",
    metadata,
    reference("guest_id", "guests.id", primary_key=True),
    needed("lease_until", UtcDateTime),
    needed("claim_token", UuidText),
    needed("tries", Integer),
)

outbound_messages = Table(
    "outbound_messages",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("event_id", UuidText),
    reference("guest_id", "guests.id", nullable=True),
    needed("channel", Text),
    needed("address", EncryptedText),
    needed("address_hash", Text),
    needed("kind", Text),
    needed("body", EncryptedText),
    needed("buttons", EncryptedJson),
    needed("rows", EncryptedJson),
    Column("template", Text),
    needed("variables", EncryptedJson),
    needed("created_at", UtcDateTime),
    needed("provider_sid", Text),
    needed("delivery", Text),
    needed("error", Text),
    Column("sent_at", UtcDateTime),
    needed("updated_at", UtcDateTime),
    Column("attempted_at", UtcDateTime),
    UniqueConstraint("event_id"),
    Index(None, "address_hash", "created_at"),
    Index(None, "guest_id", "created_at"),
    Index(None, "delivery", "created_at"),
    Index(None, "provider_sid"),
    one_of("delivery", Delivery, name="outbound_messages_delivery_known"),
)

# A sender has as many rows as it may send messages in a second.
send_turns = Table(
    "send_turns",
    metadata,
    needed("sender", Text, primary_key=True),
    needed("number", Integer, primary_key=True),
    needed("taken_at", UtcDateTime),
)

conversations = Table(
    "conversations",
    metadata,
    reference("guest_id", "guests.id", primary_key=True),
    needed("status", Text),
    needed("state", EncryptedJson),
    needed("summary", EncryptedText),
    Column("last_message_at", UtcDateTime),
    Column("handed_over_at", UtcDateTime),
    Column("taken_by", UuidText),
    needed("version", Integer),
    Index(None, "status", "last_message_at"),
    one_of("status", ConversationStatus, name="conversations_status_known"),
)
