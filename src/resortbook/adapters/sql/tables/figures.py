"""The table of each day's figures."""

from sqlalchemy import Column, Date, Integer, Table, Text

from resortbook.adapters.sql.tables.schema import metadata, needed, reference
from resortbook.adapters.sql.types import JsonText, MoneyType, UtcDateTime

daily_figures = Table(
    "daily_figures",
    metadata,
    Column("day", Date, primary_key=True, nullable=False),
    reference("activity_id", "activities.id", primary_key=True),
    needed("departures", Integer),
    needed("capacity", Integer),
    needed("booked", Integer),
    needed("bookings", Integer),
    needed("participants", Integer),
    needed("revenue", MoneyType),
    needed("currency", Text),
    needed("cancelled", Integer),
    needed("no_shows", Integer),
    needed("expired", Integer),
    needed("lead_minutes", Integer),
    needed("doors", JsonText),
    needed("computed_at", UtcDateTime),
)
