"""The table of what the front office puts on rooms."""

from sqlalchemy import Index, Integer, Table, Text

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of, reference
from resortbook.adapters.sql.types import EncryptedText, MoneyType, UtcDateTime, UuidText
from resortbook.domain.charge import ChargeKind, ChargeState

charges = Table(
    "charges",
    metadata,
    needed("id", UuidText, primary_key=True),
    reference("booking_id", "bookings.id"),
    needed("room", EncryptedText),
    needed("amount", MoneyType),
    needed("currency", Text),
    needed("kind", Text),
    needed("state", Text),
    needed("created_at", UtcDateTime),
    needed("updated_at", UtcDateTime),
    needed("version", Integer),
    Index(None, "booking_id"),
    Index(None, "state", "created_at"),
    Index(None, "created_at", "id"),
    one_of("kind", ChargeKind, name="charges_kind_known"),
    one_of("state", ChargeState, name="charges_state_known"),
)
