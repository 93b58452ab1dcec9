"""Tables of guests and stays, of staff, and of the audit."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of, reference
from resortbook.adapters.sql.types import (
    EncryptedText,
    JsonText,
    MoneyType,
    UtcDateTime,
    UuidText,
)
from resortbook.domain.actor import Role
from resortbook.domain.guest import Channel

guests = Table(
    "guests",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("name", EncryptedText),
    needed("room", EncryptedText),
    needed("language", Text),
    needed("created_at", UtcDateTime),
    needed("updated_at", UtcDateTime),
    Column("erased_at", UtcDateTime),
)

guest_addresses = Table(
    "guest_addresses",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("guest_id", "guests.id"),
    needed("position", Integer),
    needed("channel", Text),
    needed("address", EncryptedText),
    needed("address_hash", Text),
    Column("last_inbound_at", UtcDateTime),
    Column("opted_out_at", UtcDateTime),
    Unique("channel", "address_hash"),
    Index(None, "guest_id"),
    one_of("channel", Channel, name="guest_addresses_channel_known"),
)

# Keyed hashes of the words of name and room: staff find a booking by them.
guest_words = Table(
    "guest_words",
    metadata,
    reference("guest_id", "guests.id", primary_key=True),
    needed("word_hash", Text, primary_key=True),
    Index(None, "word_hash"),
)

stays = Table(
    "stays",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("guest_id", "guests.id", nullable=True),
    needed("room", EncryptedText),
    needed("room_hash", Text),
    needed("last_name", EncryptedText),
    needed("last_name_hash", Text),
    needed("arrives_on", Date),
    needed("departs_on", Date),
    Column("verified_at", UtcDateTime),
    needed("external_ref", Text),
    Index(None, "guest_id"),
    Index(None, "room_hash", "last_name_hash"),
    CheckConstraint("departs_on >= arrives_on", name="stays_end_after_start"),
)

preferences = Table(
    "preferences",
    metadata,
    reference("guest_id", "guests.id", primary_key=True),
    needed("preferred_categories", JsonText),
    needed("preferred_times", JsonText),
    Column("budget_min", MoneyType),
    Column("budget_max", MoneyType),
    needed("interests", EncryptedText),
    Column("last_updated", UtcDateTime),
)

staff = Table(
    "staff",
    metadata,
    reference("guest_id", "guests.id", primary_key=True),
    needed("role", Text),
    needed("created_at", UtcDateTime),
    one_of("role", [role for role in Role if role.is_staff], name="staff_role_known"),
)

# Rows are added and never changed: triggers of the migration refuse it.
audit = Table(
    "audit",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("at", UtcDateTime),
    needed("actor_kind", Text),
    Column("actor_id", UuidText),
    needed("door", Text),
    needed("action", Text),
    needed("subject_kind", Text),
    needed("subject_id", UuidText),
    needed("changed", JsonText),
    needed("reason", Text),
    needed("request_id", Text),
    Index(None, "subject_id", "at"),
    Index(None, "at"),
)
