"""Words of a text in the form in which they are compared."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    """Return the text without regard to case and accents: `Ártico` is `artico`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the normalised words of a text, in order."""
    return _WORD.findall(normalised(text).replace("'", "").replace("\u2019", ""))


def slug_of(text: str) -> str:
    """Return the slug of a name: `Chef's Table 7` is `chefs-table-7`; empty where no letter is
    left.
    """
    ascii_words = (word.encode("ascii", "ignore").decode() for word in words_of(text))
    return "-".join(word.replace("_", "-") for word in ascii_words if word).strip("-")
