"""A catalogue's words with their weights, and how well some of them name an activity."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from resortbook.application.chat.understanding.activity_words import (
    CATEGORY_WORDS,
    COMMON,
    GENERIC,
    LONGEST_NAME,
    stem,
    stems_of,
)
from resortbook.application.chat.understanding.party_words import role_of
from resortbook.application.chat.understanding.tokens import Shape, Span, Token, tokens_of
from resortbook.application.chat.understanding.vocabulary import words_in

_GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)
_COMMON_STEMS = frozenset(stem(word) for word in COMMON) | COMMON
_GENERIC_WEIGHT = 0.25
_RARE = 3
_DESCRIBED = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An activity as it may be named."""

    id: str
    name: str
    category: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words of a text that are words of names: all of `stems`, or only near to them."""

    stems: tuple[str, ...]
    likeness: float
    first: int
    last: int
    span: Span
    is_described: bool = False


class NameIndex:
    """The words of all names and descriptions, looked up with typing errors forgiven."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._places = {one.id: place for place, one in enumerate(self.entries)}
        self._stems = [tuple(dict.fromkeys(stems_of(one.name))) for one in self.entries]
        counts = Counter(word for stems in self._stems for word in stems)
        self._weights = {
            word: _weight(word, n, len(self.entries)) for word, n in counts.items()
        }
        self._totals = [sum(self._weights[word] for word in stems) for stems in self._stems]
        self._described = [
            frozenset(word for word in stems_of(one.words) if len(word) > 4)
            for one in self.entries
        ]
        self._described_counts = Counter(word for words in self._described for word in words)
        self._joined = dict(self._joinable())
        self._labels = tuple(dict.fromkeys(one.category for one in self.entries))
        self._label_stems = {stems_of(label): label for label in self._labels}
        self._labels_by_words = {
            key: labels
            for key, meant in CATEGORY_WORDS.items()
            if (labels := [label for label in self._labels if _is_like(label, meant)])
        }
        self._spellings = self._by_first_letter()

    def _joinable(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for stems in self._stems:
            for one, other in pairwise(stems):
                yield one + other, (one, other)

    def stems_like(self, word: str) -> tuple[tuple[str, ...], float] | None:
        """Return the words of names that a word stands for, and how like they are (0..1)."""
        written = stem(word)
        if written in self._weights:
            return (written,), 1.0
        if written in self._joined:
            return self._joined[written], 1.0
        if len(word) < 5 or written in _COMMON_STEMS or word in COMMON:
            return None
        return self._nearest(written)

    def _nearest(self, written: str) -> tuple[tuple[str, ...], float] | None:
        best: tuple[tuple[str, ...], float] | None = None
        for known, stems in self._spellings.get(written[0], []) + self._spellings.get(
            written[1], []
        ):
            most = 1 if len(known) < 7 else 2
            if abs(len(known) - len(written)) > most:
                continue
            distance = OSA.distance(written, known, score_cutoff=most)
            likeness = 1 - distance / (len(known) + 1)
            is_start_same = known[0] == written[0] or known[:2] == written[1::-1]
            if distance <= most and is_start_same and (best is None or likeness > best[1]):
                best = stems, likeness
        return best

    def _by_first_letter(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Keep what may be misspelt by its first letter, which seldom is."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        own = ((word, (word,)) for word in self._weights if word not in _GENERIC_STEMS)
        for word, stems in (*own, *self._joined.items()):
            if len(word) >= 4:
                found.setdefault(word[0], []).append((word, stems))
        return found

    def knows(self, stems: Sequence[str]) -> bool:
        """Whether all those words stand together in one name."""
        return any(set(stems) <= set(name) for name in self._stems)

    def has(self, entry: Entry, hit: Hit) -> bool:
        """Whether the hit is of words of that activity."""
        place = self._places[entry.id]
        words = self._described[place] if hit.is_described else self._stems[place]
        return any(word in words for word in hit.stems)

    def is_described(self, word: str) -> bool:
        """Whether a word is told of few activities only, so that it tells them apart."""
        written = stem(word)
        few = 0 < self._described_counts[written] <= _RARE
        if role_of(word) is not None:
            return False
        return few and len(word) >= 5 and word not in COMMON and written not in _GENERIC_STEMS

    def scored(self, hits: Sequence[Hit]) -> list[tuple[Entry, float]]:
        """Return each activity that the hits may name with its score, at most 100."""
        heard: dict[str, float] = {}
        described: set[str] = set()
        for hit in hits:
            if hit.is_described:
                described.update(hit.stems)
            else:
                for word in hit.stems:
                    heard[word] = max(heard.get(word, 0.0), hit.likeness)
        asked = sum(self._weights.get(word, 0.0) * like for word, like in heard.items())
        found = []
        for place, entry in enumerate(self.entries):
            score = self._score(place, heard, asked)
            if not heard and described & self._described[place]:
                score = 100 * _DESCRIBED
            if score > 0:
                found.append((entry, score))
        return found

    def _score(self, place: int, heard: dict[str, float], asked: float) -> float:
        stems = self._stems[place]
        matched = sum(self._weights[word] * heard.get(word, 0.0) for word in stems)
        telling = [word for word in stems if word in heard and word not in _GENERIC_STEMS]
        share = matched / self._totals[place] if self._totals[place] else 0.0
        words = sum(word in heard for word in stems)
        if matched == 0 or (not telling and share < (0.75 if words < 2 else 0.4)):
            return 0.0
        # Most of what was said must be in the name; how much of the name was said decides ties.
        return 100 * (0.75 * matched / asked + 0.25 * share)

    def categories_in(self, text: str) -> list[tuple[str, float, Span]]:
        """Return the categories that the text names: label, score, place."""
        every = tokens_of(text)
        tokens = [
            token
            for place, token in enumerate(every)
            # "3 small kids" are a party, "for kids" is a category.
            if token.shape is Shape.WORD and not _is_counted(every, place)
        ]
        stems = [stem(word) for word in (token.word for token in tokens)]
        found: list[tuple[str, float, Span]] = []
        place = 0
        while place < len(tokens):
            length, labels = self._category_at(stems, place)
            for label in labels:
                if label not in {known for known, _, _ in found}:
                    span = (tokens[place].start, tokens[place + length - 1].end)
                    found.append((label, 100.0, span))
            place += max(length, 1)
        return found

    def _category_at(self, stems: list[str], place: int) -> tuple[int, list[str]]:
        for length in range(LONGEST_NAME, 0, -1):
            key = tuple(stems[place : place + length])
            if len(key) < length:
                continue
            if key in self._label_stems:
                return length, [self._label_stems[key]]
            if key in self._labels_by_words:
                return length, self._labels_by_words[key]
        return 0, []


def _is_counted(tokens: Sequence[Token], place: int) -> bool:
    while place > 0 and tokens[place - 1].word in _DESCRIBING:
        place -= 1
    before = tokens[place - 1] if place > 0 else None
    return before is not None and (before.number is not None or before.word in _COUNTING)


_DESCRIBING = words_in(
    "small little young younger older big teenage lovely pequenos pequenas petits petites "
    "jeunes kleine kleinen junge"
)

_COUNTING = words_in(
    "my our two three four five six seven eight nine ten mis nuestros dos tres cuatro "
    "mes nos deux trois quatre meine unsere zwei drei vier"
)


def _is_like(label: str, meant: list[tuple[str, ...]]) -> bool:
    joined = "".join(stems_of(label))
    return any(joined.startswith("".join(one)[:6]) for one in meant)


def _weight(word: str, in_names: int, names: int) -> float:
    if word in _GENERIC_STEMS or len(word) < 2:
        return _GENERIC_WEIGHT
    return 1.0 + math.log1p(names / in_names) / 4
