"""The resort's own answers to questions that are not about activities."""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from resortbook.domain.facts import Fact

ENOUGH = 0.6
ALIKE = 86
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "at",
        "be",
        "by",
        "can",
        "could",
        "do",
        "does",
        "for",
        "from",
        "get",
        "give",
        "go",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "please",
        "should",
        "some",
        "tell",
        "that",
        "the",
        "there",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "de",
        "del",
        "y",
        "o",
        "en",
        "es",
        "hay",
        "que",
        "cual",
        "cuando",
        "donde",
        "como",
        "me",
        "mi",
        "se",
        "puedo",
        "tiene",
        "le",
        "les",
        "un",
        "une",
        "des",
        "du",
        "et",
        "ou",
        "est",
        "il",
        "y",
        "a",
        "quel",
        "quelle",
        "quand",
        "comment",
        "je",
        "on",
        "peut",
        "avez",
        "vous",
        "nous",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "und",
        "oder",
        "ist",
        "gibt",
        "es",
        "wie",
        "wann",
        "wo",
        "was",
        "kann",
        "ich",
        "man",
        "wir",
        "haben",
        "sie",
        "den",
        "dem",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBook:
    """Finds the fact whose words are in a question; the answer goes out as it is written."""

    read: Callable[[], Sequence[Fact]]

    def answer(self, question: str) -> str | None:
        """Return the answer to a question, None where no fact fits well."""
        asked = words_in(question)
        if not asked:
            return None
        facts = self.read()
        known = [words_in(" ".join((fact.topic, *fact.examples))) for fact in facts]
        weights = {word: _weight(word, known) for word in asked}
        total = sum(weights.values())
        scored = [
            (sum(weights[word] for word in asked if _has(words, word)) / total, -number)
            for number, words in enumerate(known)
        ]
        best, number = max(scored, default=(0.0, 0))
        return facts[-number].answer if best >= ENOUGH else None


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return frozenset(word for word in _WORD.findall(bare) if word not in _EMPTY)


def _has(words: frozenset[str], word: str) -> bool:
    if word in words:
        return True
    return len(word) > 3 and any(fuzz.ratio(word, one) >= ALIKE for one in words)


def _weight(word: str, known: Sequence[frozenset[str]]) -> float:
    # A word that is in many facts tells little about which one is meant.
    among = sum(_has(words, word) for words in known)
    return 1.0 if not among else 1.0 / math.sqrt(among)
