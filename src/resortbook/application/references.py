"""Reading the names by which people call a booking."""

from uuid import UUID

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8


def as_reference(text: str) -> str | None:
    """Return a booking reference in its stored form, or None where `text` is none.

    Case and hyphens do not matter: `abcd-2345` is `ABCD2345`.
    """
    plain = text.replace("-", "").upper()
    is_reference = len(plain) == LENGTH and all(letter in ALPHABET for letter in plain)
    return plain if is_reference else None


def as_uuid(text: str) -> UUID | None:
    """Return the UUID that `text` spells in its usual hyphenated form, or None."""
    if len(text) != 36:
        return None
    try:
        parsed = UUID(text)
    except ValueError:
        return None
    return parsed if str(parsed) == text.lower() else None


def as_booking_key(text: str) -> UUID | str | None:
    """Return the id or the reference that `text` is, or None where it can be neither."""
    return as_uuid(text) or as_reference(text)
