"""Tables of bookings, and of the answers kept for requests that come again."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    column,
)

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of, reference
from resortbook.adapters.sql.types import (
    EncryptedBytes,
    EncryptedText,
    JsonText,
    MoneyType,
    UtcDateTime,
    UuidText,
)
from resortbook.domain.booking import BookingStatus
from resortbook.domain.terms import Settlement

bookings = Table(
    "bookings",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("reference", Text),
    reference("guest_id", "guests.id"),
    reference("activity_id", "activities.id"),
    reference("time_slot_id", "time_slots.id"),
    needed("status", Text),
    needed("party", JsonText),
    needed("participants", Integer),
    needed("seats", Integer),
    needed("total_price", MoneyType),
    needed("currency", Text),
    needed("special_requests", EncryptedText),
    needed("lead_name", EncryptedText),
    needed("room", EncryptedText),
    needed("settlement", Text),
    needed("booking_source", Text),
    needed("deadline_hours", Integer),
    Column("cancel_by", UtcDateTime),
    needed("created_at", UtcDateTime),
    needed("updated_at", UtcDateTime),
    Column("expires_at", UtcDateTime),
    Column("confirmed_at", UtcDateTime),
    Column("cancelled_at", UtcDateTime),
    needed("cancellation_reason", EncryptedText),
    Column("checked_in_at", UtcDateTime),
    Column("checked_in_count", Integer),
    needed("is_private", Boolean),
    Column("group_id", UuidText),
    needed("external_ref", Text),
    needed("metadata", JsonText),
    needed("version", Integer),
    # Numbers the open holds of a guest from 1 up, where a limit counts them: that two holds
    # can't have the same number makes the limit exact, whatever runs at the same time.
    Column("hold_no", SmallInteger),
    UniqueConstraint("reference"),
    Index(
        "uq_bookings_guest_id_hold_no",
        "guest_id",
        "hold_no",
        unique=True,
        sqlite_where=column("hold_no").is_not(None),
        postgresql_where=column("hold_no").is_not(None),
    ),
    Index(None, "guest_id", "created_at"),
    Index(None, "created_at", "id"),
    Index(None, "status", "time_slot_id"),
    Index(None, "expires_at", "status"),
    one_of("status", BookingStatus, name="bookings_status_known"),
    one_of("settlement", Settlement, name="bookings_settlement_known"),
    CheckConstraint("participants >= 1", name="bookings_have_participants"),
    CheckConstraint("seats >= 1", name="bookings_have_seats"),
    CheckConstraint(
        "expires_at IS NULL OR status = 'pending'", name="bookings_only_holds_expire"
    ),
    CheckConstraint(
        "hold_no IS NULL OR status = 'pending'", name="bookings_only_holds_are_numbered"
    ),
)

booking_lines = Table(
    "booking_lines",
    metadata,
    reference("booking_id", "bookings.id", primary_key=True),
    needed("position", Integer, primary_key=True),
    needed("code", Text),
    needed("label", Text),
    needed("quantity", Integer),
    needed("unit_price", MoneyType),
)

# Keyed hashes of the words of lead name and room (the guest's own are in guest_words).
booking_words = Table(
    "booking_words",
    metadata,
    reference("booking_id", "bookings.id", primary_key=True),
    needed("word_hash", Text, primary_key=True),
    Index(None, "word_hash"),
)

booking_notes = Table(
    "booking_notes",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("booking_id", "bookings.id"),
    Column("author_id", UuidText),
    needed("body", EncryptedText),
    needed("created_at", UtcDateTime),
    Index(None, "booking_id"),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    needed("owner", Text, primary_key=True),
    needed("key", Text, primary_key=True),
    needed("fingerprint", Text),
    needed("status", Integer),
    needed("body", EncryptedBytes),
    needed("created_at", UtcDateTime),
    needed("expires_at", UtcDateTime),
    Index(None, "expires_at"),
)
