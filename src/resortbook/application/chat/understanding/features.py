"""Traits of a text that weights are kept for: its words, pairs of words, runs of letters."""

from collections.abc import Iterator
from zlib import crc32

from resortbook.application.chat.understanding.answer_words import ANSWERS, Says
from resortbook.application.chat.understanding.time_words import LEXICONS, Kind
from resortbook.application.chat.understanding.tokens import Shape, Token, tokens_of

BUCKETS = 1 << 15
# What is said late in a long message tells its intent seldom.
_MOST_WORDS = 48
_LONGEST_RUN = 4
_CLASSES = {Kind.WEEKDAY: "<day>", Kind.MONTH: "<month>"}


def features_of(text: str) -> list[int]:
    """Return the buckets of a text's traits, each once, in order."""
    words = [_word(token) for token in tokens_of(text)][:_MOST_WORDS]
    return list(
        dict.fromkeys(
            crc32(trait.encode("utf-8", "replace")) & BUCKETS - 1 for trait in _traits(words)
        )
    )


def _word(token: Token) -> str:
    if token.shape is Shape.DIGITS:
        return "<n>"
    senses = LEXICONS["en"].get((token.word,))
    if senses is not None and len(token.word) > 3:
        for kind, name in _CLASSES.items():
            if kind in senses and token.word != "second":
                return name
    return token.word


def _traits(words: list[str]) -> Iterator[str]:
    yield "always"
    row = ["^", *words, "$"]
    for place, word in enumerate(row):
        yield f"w {word}"
        if place:
            yield f"b {row[place - 1]} {word}"
        if place > 1 and place < 4:
            yield f"f {row[place - 2]} {row[place - 1]} {word}"
    for word in words:
        if word[0] != "<" and len(word) > 2:
            yield from _runs(f"_{word}_")
    yield from _answers(words)
    yield f"l {min(len(words), 12) // 2}"
    yield "q" if "?" in words else "nq"


def _answers(words: list[str]) -> Iterator[str]:
    """Say how the message begins as an answer, and whether it is nothing but one."""
    place, told = 0, []
    while place < len(words):
        for length in range(min(4, len(words) - place), 0, -1):
            says = ANSWERS.get(tuple(words[place : place + length]))
            if says is not None:
                break
        else:
            break
        told.append(says)
        place += length
    firm = [says for says in told if says is not Says.FILLER]
    if firm:
        yield f"a {firm[0].name}"
    if told and place == len([word for word in words if word.isalnum()]):
        yield f"only {firm[0].name if firm else 'filler'}"


def _runs(word: str) -> Iterator[str]:
    for length in range(3, _LONGEST_RUN + 1):
        for start in range(len(word) - length + 1):
            yield f"c {word[start : start + length]}"
