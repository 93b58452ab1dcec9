"""Ids that can be told from a number, in Python and in SQL alike.

They look like the product's own (UUIDs of version 7) and sort by their number, as those sort by
their creation.
"""

from enum import IntEnum
from uuid import UUID


class Of(IntEnum):
    """What an id is of."""

    ACTIVITY = 1
    SLOT = 2
    GUEST = 3
    ADDRESS = 4
    SESSION = 5
    IMAGE = 6
    BOOKING = 7
    PAST_BOOKING = 8
    EVENT = 9
    AUDIT = 10
    CHARGE = 11


def numbered(of: Of, number: int) -> UUID:
    """Return the id of the thing with that number."""
    return UUID(f"{_head(of)}{number:012x}")


def numbered_sql(of: Of, number: str) -> str:
    """Write the same in SQL; `number` is an expression of a whole number."""
    return f"('{_head(of)}' || lpad(to_hex(({number})::bigint), 12, '0'))::uuid"


def _head(of: Of) -> str:
    return f"01900000-0000-7000-80{of:02x}-"
