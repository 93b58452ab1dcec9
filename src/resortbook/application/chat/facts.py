"""The resort's own answers to questions that are not about activities."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from resortbook.application.chat.understanding.vocabulary import words_in as listed
from resortbook.domain.facts import Fact

ENOUGH = 0.55
CERTAIN = 0.85
ALIKE = 86
_WORD = re.compile(r"[^\W_]+")
_EMPTY = listed(
    """
    a an and any are at be by can could do does for from get give go has have how
    i if in is it me my of on or our please should some tell that the there this
    to up us was we what when where which who why will with would you your el la
    los las un una de del y o en es hay que cual cuando donde como mi se puedo
    tiene le les une des du et ou est il quel quelle quand comment je peut avez
    vous nous der die das ein eine und oder ist gibt wie wann wo kann ich man wir
    haben sie den dem actually alright also btw but cool great hello hey hi just
    ok okay perfect question quick so sure thank thanks then well yeah yes
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    """The telling words of one example, and how much each of them tells."""

    fact: Fact
    words: frozenset[str]


@dataclass(slots=True, kw_only=True)
class FactBook:
    """Finds the fact whose words are in a question; the answer goes out as it is written.

    Safe for many threads; what is worked out of the facts is kept until they change.
    """

    read: Callable[[], Sequence[Fact]]
    _facts: tuple[Fact, ...] = ()
    _examples: tuple[_Example, ...] = ()
    _counts: Counter[str] = field(default_factory=Counter)

    def answer(self, question: str) -> str | None:
        """Return the answer to a question, None where no fact fits well."""
        fact, _ = self._best(question)
        return fact.answer if fact else None

    def certainty(self, question: str) -> float:
        """Return how well the best fact fits: 0 where none does, up to 1."""
        fact, fit = self._best(question)
        return fit if fact else 0.0

    def _best(self, question: str) -> tuple[Fact | None, float]:
        asked = words_in(question)
        if not asked:
            return None, 0.0
        self._work_out()
        examples, counts = self._examples, self._counts
        scored = [(_fit(asked, one.words, counts), n) for n, one in enumerate(examples)]
        fit, number = max(scored, default=(0.0, 0))
        return (examples[number].fact, fit) if fit >= ENOUGH else (None, fit)

    def _work_out(self) -> None:
        facts = tuple(self.read())
        if facts == self._facts:
            return
        every = [
            _Example(fact=fact, words=words)
            for fact in facts
            for example in (fact.topic, *fact.examples)
            if (words := words_in(example))
        ]
        counts = Counter(word for one in every for word in one.words)
        self._facts, self._examples, self._counts = facts, tuple(every), counts


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return frozenset(word for word in _WORD.findall(bare) if word not in _EMPTY)


def _has(words: frozenset[str], word: str) -> bool:
    if word in words:
        return True
    return len(word) > 3 and any(fuzz.ratio(word, one) >= ALIKE for one in words)


def _fit(asked: frozenset[str], example: frozenset[str], counts: Mapping[str, int]) -> float:
    """Return how much of the question is in the example and the other way round, by weight.

    The harmonic mean of both (the F measure of information retrieval).
    """
    shared = [word for word in asked if _has(example, word)]
    if not shared:
        return 0.0
    found = sum(_weight(word, counts) for word in shared)
    of_question = found / sum(_weight(word, counts) for word in asked)
    of_example = min(1.0, found / sum(_weight(word, counts) for word in example))
    return 2 * of_question * of_example / (of_question + of_example)


def _weight(word: str, counts: Mapping[str, int]) -> float:
    # A word that is in many examples tells little about which one is meant.
    return 1.0 / math.sqrt(max(1, counts.get(word, 0)))
