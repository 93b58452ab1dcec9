"""Words, numbers and marks of a message, each with its place in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from resortbook.domain.words import normalised

# Nobody books in a longer message; what comes after is not read.
LONGEST = 1200
_PIECE = re.compile(r"\d{1,9}|[ap]\s?\.\s?m\b\.?|[^\W\d_]+|[^\s\w]|\d+|_", re.IGNORECASE)
_DROPPED = frozenset("'’´`\"“”‘´_*~¿¡")


class Shape(StrEnum):
    """What a token is made of."""

    WORD = "word"
    DIGITS = "digits"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of a message: `word` is compared, `start` and `end` are places in the text."""

    word: str
    shape: Shape
    start: int
    end: int
    glued: bool

    @property
    def number(self) -> int | None:
        """The number that its digits spell, None for words and marks."""
        return int(self.word) if self.shape is Shape.DIGITS else None


Span = tuple[int, int]


@lru_cache(maxsize=8)  # several readers ask for the same message, one after the other
def tokens_of(text: str, *, longest: int | None = LONGEST) -> tuple[Token, ...]:
    """Return the tokens of a text in order; `it's 3:30` is it, s, 3, :, 30.

    Apostrophes, quotes and hyphens inside words are left out; `a.m.` is one word.
    """
    found: list[Token] = []
    end_of_last = -1
    pieces = list(_PIECE.finditer(text[:longest]))
    for place, piece in enumerate(pieces):
        raw = piece.group()
        if raw in _DROPPED or (raw in "-‐‑" and _joins_words(pieces, place)):
            end_of_last = piece.end() if end_of_last == piece.start() else end_of_last
            continue
        found.append(_token(raw, piece, glued=piece.start() == end_of_last))
        end_of_last = piece.end()
    return tuple(found)


def _joins_words(pieces: list[re.Match[str]], place: int) -> bool:
    if not 0 < place < len(pieces) - 1:
        return False
    before, after = pieces[place - 1], pieces[place + 1]
    touching = before.end() == pieces[place].start() and pieces[place].end() == after.start()
    return touching and before.group().isalpha() and after.group().isalpha()


def _token(raw: str, piece: re.Match[str], *, glued: bool) -> Token:
    if raw.isdecimal() and raw.isascii() and len(raw) < 10:
        shape, word = Shape.DIGITS, raw
    elif len(raw) > 1 and "." in raw:
        shape, word = Shape.WORD, f"{raw[0].lower()}m"
    elif raw[0].isalpha():
        shape, word = Shape.WORD, raw.lower() if raw.isascii() else normalised(raw)
    else:
        shape, word = Shape.MARK, raw
    return Token(word=word, shape=shape, start=piece.start(), end=piece.end(), glued=glued)


def mask(text: str, spans: Iterable[Span]) -> str:
    """Return the text with those spans blanked, as long as before."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * len(letters[start:end])
    return "".join(letters)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping and touching ones joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
