"""The tables, by what they are about; importing this package knows all of them."""

from resortbook.adapters.sql.tables import catalogue, login, messages, people, sales
from resortbook.adapters.sql.tables.schema import metadata

__all__ = ["catalogue", "login", "messages", "metadata", "people", "sales"]
