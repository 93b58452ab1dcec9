"""Tables of signing in: codes, wrong tries, sessions and links."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    and_,
    column,
)

from resortbook.adapters.sql.tables.schema import metadata, needed, reference
from resortbook.adapters.sql.types import EncryptedText, UtcDateTime, UuidText

_UNSPENT = and_(column("used_at").is_(None), column("ended_at").is_(None))

sign_in_codes = Table(
    "sign_in_codes",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("phone", EncryptedText),
    needed("phone_hash", Text),
    Column("code", EncryptedText),  # gone once it was used or has expired
    needed("code_hash", Text),
    needed("client_address_hash", Text),
    needed("attempts", Integer),
    needed("created_at", UtcDateTime),
    needed("expires_at", UtcDateTime),
    Column("used_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index(
        "uq_sign_in_codes_unspent",
        "phone_hash",
        unique=True,
        sqlite_where=_UNSPENT,
        postgresql_where=_UNSPENT,
    ),
    Index(None, "phone_hash", "created_at"),
    Index(None, "client_address_hash", "created_at"),
    Index(None, "created_at"),
    CheckConstraint("attempts BETWEEN 0 AND 5", name="sign_in_codes_five_tries"),
)

sign_in_wrong_tries = Table(
    "sign_in_wrong_tries",
    metadata,
    needed("id", Integer, primary_key=True),  # the database counts
    needed("phone_hash", Text),
    needed("tried_at", UtcDateTime),
    Index(None, "phone_hash", "tried_at"),
)

sessions = Table(
    "sessions",
    metadata,
    needed("id", UuidText, primary_key=True),
    needed("token_hash", Text),
    reference("guest_id", "guests.id"),
    needed("is_staff", Boolean),
    needed("created_at", UtcDateTime),
    needed("last_used_at", UtcDateTime),
    needed("expires_at", UtcDateTime),
    needed("idle_after_seconds", Integer),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("token_hash"),
    Index(None, "guest_id"),
)

sign_in_links = Table(
    "sign_in_links",
    metadata,
    needed("token_hash", Text, primary_key=True),
    reference("guest_id", "guests.id"),
    needed("created_at", UtcDateTime),
    needed("expires_at", UtcDateTime),
    Column("used_at", UtcDateTime),
    Index(None, "guest_id"),
)
