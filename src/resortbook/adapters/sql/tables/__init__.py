"""The tables, by what they are about; importing this package knows all of them."""

from resortbook.adapters.sql.tables import (
    assistant,
    catalogue,
    charges,
    contents,
    figures,
    login,
    messages,
    people,
    resources,
    sales,
    taste,
)
from resortbook.adapters.sql.tables.schema import metadata

__all__ = [
    "assistant",
    "catalogue",
    "charges",
    "contents",
    "figures",
    "login",
    "messages",
    "metadata",
    "people",
    "resources",
    "sales",
    "taste",
]
