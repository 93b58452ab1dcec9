"""The table of what guests said of recommendations."""

from sqlalchemy import Boolean, Table, UniqueConstraint

from resortbook.adapters.sql.tables.schema import metadata, needed, reference
from resortbook.adapters.sql.types import EncryptedText, UtcDateTime, UuidText

recommendation_feedback = Table(
    "recommendation_feedback",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("guest_id", "guests.id"),
    reference("activity_id", "activities.id"),
    needed("helpful", Boolean),
    needed("comment", EncryptedText),
    needed("created_at", UtcDateTime),
    UniqueConstraint("guest_id", "activity_id"),
)
