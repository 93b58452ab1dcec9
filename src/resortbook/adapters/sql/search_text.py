"""Text as it is searched: without regard to case, accents and odd spacing."""

from resortbook.domain.words import normalised


def searchable(text: str) -> str:
    """Return `text` normalised, with single blanks."""
    return " ".join(normalised(text).split())


def is_storable(text: str) -> bool:
    """Whether both databases could hold `text`; nothing stored equals one that is not."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
