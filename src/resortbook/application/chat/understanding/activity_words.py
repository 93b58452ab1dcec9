"""Other words for what resorts offer, in four languages, and words that tell nothing apart."""

from resortbook.application.chat.understanding.vocabulary import rows_of
from resortbook.domain.words import words_of

_PLAIN = dict(rows_of("plain.txt"))
# They stand in many names and sentences: alone they name nothing.
GENERIC = frozenset(_PLAIN["generic"])
# Never taken for a slip of the pen in a catalogue's word.
COMMON = frozenset(_PLAIN["common"])


def stem(word: str) -> str:
    """Return the word without endings: skiing and skis are `ski`, diving and dive `div`."""
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, in order."""
    return tuple(stem(word) for word in words_of(text))


def _table(name: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    table: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for meant, others in rows_of(name):
        value = stems_of(meant)
        for other in others:
            known = table.setdefault(stems_of(other), [])
            if value not in known:
                known.append(value)
    return table


OTHER_NAMES = _table("activities.txt")
CATEGORY_WORDS = _table("categories.txt")
LONGEST_NAME = 4
