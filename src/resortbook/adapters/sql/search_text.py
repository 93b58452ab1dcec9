"""Text as it is searched: without regard to case, accents and odd spacing."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def normalise(text: str) -> str:
    """Return `text` in lower case, without accents, with single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the different words of `text`, normalised: letters and digits in a row."""
    return tuple(dict.fromkeys(_WORD.findall(normalise(text))))


def is_storable(text: str) -> bool:
    """Whether both databases could hold `text`; nothing stored equals one that is not."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
