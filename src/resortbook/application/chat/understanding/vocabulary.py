"""Word lists: short ones written as a text, long ones kept in files beside this code."""

from collections.abc import Iterator
from importlib.resources import files


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that are divided by blanks."""
    return frozenset(text.split())


def rows_of(name: str) -> Iterator[tuple[str, list[str]]]:
    """Return the rows of a vocabulary file in order: what a row is of, and its phrases.

    A row is `name: phrase, phrase`; lines that begin with `#` are remarks.
    """
    text = files(__package__).joinpath("words", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name_of_row, phrases = line.split(":", 1)
            yield name_of_row, [phrase.strip() for phrase in phrases.split(",")]
