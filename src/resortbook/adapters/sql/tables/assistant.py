"""The tables of what the assistant used, and of what came of it."""

from sqlalchemy import BigInteger, Date, Integer, String, Table

from resortbook.adapters.sql.tables.schema import metadata, needed, reference

assistant_usage = Table(
    "assistant_usage",
    metadata,
    needed("day", Date, primary_key=True),
    reference("guest_id", "guests.id", primary_key=True),
    needed("turns", Integer),
    needed("tokens_in", BigInteger),
    needed("tokens_out", BigInteger),
)

assistant_outcomes = Table(
    "assistant_outcomes",
    metadata,
    needed("day", Date, primary_key=True),
    needed("outcome", String(40), primary_key=True),
    needed("turns", Integer),
)
