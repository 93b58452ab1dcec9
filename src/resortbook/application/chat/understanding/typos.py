"""Slips of the thumb in words about time, forgiven where the word is nothing else."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from resortbook.application.chat.understanding.numbers import ORDINAL_ENDINGS
from resortbook.application.chat.understanding.time_words import LEXICONS, Kind, Senses
from resortbook.application.chat.understanding.vocabulary import rows_of, words_in

_LONG = (Kind.WEEKDAY, Kind.MONTH, Kind.DAY_FROM_TODAY, Kind.TONIGHT, Kind.PART)
_SHORT = (
    Kind.NUMBER,
    Kind.HALF,
    Kind.QUARTER,
    Kind.PAST,
    Kind.DAY_UNIT,
    Kind.MINUTE_UNIT,
    Kind.NEXT,
    Kind.WEEK,
    Kind.WEEKDAY,
    Kind.PART,
)
_SHORTEST_LONG = 5
_SHORTEST_SHORT = 3
# They look like a slip, but are words of their own.
_REAL = {name: frozenset(words) for name, words in rows_of("real.txt")}
_TOLD_BY_LANGUAGE = frozenset(word for _, words in rows_of("language.txt") for word in words)
REAL_WORDS = (
    frozenset(word for words in _REAL.values() for word in words)
    | _TOLD_BY_LANGUAGE
    | frozenset(
        phrase[0] for words in LEXICONS.values() for phrase in words if len(phrase) == 1
    )
)
_ENDINGS = frozenset().union(*ORDINAL_ENDINGS.values())
_SLIPPED_ENDINGS = words_in("tth thh ht dn nnd ndd dr rrd rdd sst stt")


def misspelt(word: str, language: str) -> Senses | None:
    """Return what a long word says about time with a slip or two, if it says anything."""
    if len(word) < _SHORTEST_LONG or word in _REAL["long"]:
        return None
    best, best_distance = None, 3
    for key, senses in _LONG_WORDS[language]:
        most = 2 if len(key) >= 8 and key[0] == word[0] else 1
        distance = OSA.distance(word, key, score_cutoff=most)
        if distance <= most and distance < best_distance:
            best, best_distance = senses, distance
    return best


def slipped(word: str, language: str) -> Senses | None:
    """Return what a word says about time with a letter doubled, left out or swapped."""
    return _SLIPS[language].get(word)


def ending_of(word: str) -> bool:
    """Whether letters right after a number make it an ordinal: 5th, 5tth, 2dn."""
    return word in _ENDINGS or word in _SLIPPED_ENDINGS


def _single_words(language: str, kinds: tuple[Kind, ...]) -> Iterator[tuple[str, Senses]]:
    for phrase, senses in LEXICONS[language].items():
        if len(phrase) == 1 and any(kind in senses for kind in kinds):
            yield phrase[0], senses


def slips_of(word: str) -> Iterator[str]:
    """Return a word with each letter left out, doubled or swapped with the next."""
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        yield word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


def _slips(language: str) -> dict[str, Senses]:
    known = _TOLD_BY_LANGUAGE | {phrase[0] for phrase in LEXICONS[language] if len(phrase) == 1}
    found: dict[str, Senses] = {}
    for word, senses in _single_words(language, _SHORT):
        for slip in slips_of(word) if len(word) >= _SHORTEST_SHORT else ():
            is_free = slip not in known and slip not in _REAL["short"]
            if is_free and len(slip) >= _SHORTEST_SHORT:
                found.setdefault(slip, senses)
    return found


_LONG_WORDS = {
    language: [
        (word, senses)
        for word, senses in _single_words(language, _LONG)
        if len(word) >= _SHORTEST_LONG
    ]
    for language in LEXICONS
}
_SLIPS = {language: _slips(language) for language in LEXICONS}
