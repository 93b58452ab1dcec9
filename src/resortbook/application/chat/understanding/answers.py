"""Answers to a question: yes and no in all their forms, drop it, both, the second one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resortbook.application.chat.understanding.answer_words import (
    ANSWERS,
    LONGEST_ANSWER,
    Says,
)
from resortbook.application.chat.understanding.choices import Choice, choice_in
from resortbook.application.chat.understanding.tokens import (
    Shape,
    Span,
    Token,
    merged,
    tokens_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a message answers. `whole`: it says nothing but that.

    At most one of `yes` and `no` is set; `wait` alone is neither.
    """

    yes: bool = False
    no: bool = False
    never_mind: bool = False
    wait: bool = False
    skip: bool = False
    both: bool = False
    repeat: bool = False
    more: bool = False
    whole: bool = False
    choice: Choice | None = None
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Whether the message answers anything."""
        flags = (self.yes, self.no, self.never_mind, self.wait, self.skip, self.both)
        return any(flags) or self.repeat or self.more or self.choice is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    says: Says
    first: int
    last: int


def read_answer(text: str, *, lang: str | None = None) -> Answer:
    """Return what the text answers; nothing is set where it answers nothing."""
    tokens = [token for token in tokens_of(text) if not _is_invisible(token)]
    parts, left = _parts(tokens)
    choice = choice_in(text, tokens, lang=lang)
    chosen = set(range(choice.first, choice.last)) if choice is not None else set()
    others = [place for place in left if place not in chosen and tokens[place].word.isalnum()]
    whole = bool(tokens) and not others
    answer = _decided(_firm(parts) if choice is not None else parts, whole=whole)
    if Says.BOTH not in {part.says for part in parts} and _says_both(tokens):
        answer = replace(answer, both=True)
    counted = [part for part in parts if part.says is not Says.FILLER]
    if not answer and choice is None:
        return answer
    return replace(
        answer,
        whole=whole,
        choice=choice.choice if choice is not None else None,
        spans=merged(
            [(tokens[part.first].start, tokens[part.last - 1].end) for part in counted]
            + ([choice.span] if choice is not None else [])
        ),
    )


def _is_invisible(token: Token) -> bool:
    """Whether it is a joiner or a variant of the sign before it, as signs of phones have."""
    return token.shape is Shape.MARK and token.word in {"\u200d", "\ufe0f", "\ufe0e", "\u20e3"}


def _parts(tokens: Sequence[Token]) -> tuple[list[_Part], list[int]]:
    parts: list[_Part] = []
    left: list[int] = []
    place = 0
    while place < len(tokens):
        part = _part(tokens, place)
        if part is None:
            left.append(place)
        else:
            parts.append(part)
        place = part.last if part is not None else place + 1
    return parts, left


def _part(tokens: Sequence[Token], place: int) -> _Part | None:
    words = tuple(token.word for token in tokens[place : place + LONGEST_ANSWER])
    for length in range(len(words), 0, -1):
        says = ANSWERS.get(words[:length])
        if says is not None:
            return _Part(says=says, first=place, last=place + length)
    short = _shortened(words[0]) if words else None
    return _Part(says=short, first=place, last=place + 1) if short is not None else None


def _shortened(word: str) -> Says | None:
    """Read a word that is drawn out: `yesssss`, `nooooo`, `okkkk`."""
    if len(word) < 3 or word[-1] != word[-2]:
        return None
    return ANSWERS.get((word.rstrip(word[-1]) + word[-1],))


def _firm(parts: list[_Part]) -> list[_Part]:
    """Leave out soft words: in `3 please` and `the first, great` they go with the choice."""
    return [part for part in parts if part.says not in {Says.SOFT_YES, Says.SOFT_NO}]


def _says_both(tokens: Sequence[Token]) -> bool:
    """Whether `both` or `all` stands in a longer phrase: `confirm both`."""
    words = [token.word for token in tokens]
    return len(words) <= 4 and any(
        one in {"confirm", "book", "reserve"} and other in {"both", "all"}
        for one, other in pairwise(words)
    )


def _decided(parts: list[_Part], *, whole: bool) -> Answer:
    said = {part.says for part in parts}
    waits = Says.WAIT in said
    drops = Says.NEVER_MIND in said
    verdict = _verdict(parts, whole=whole)
    is_no = verdict is Says.NO and not drops
    return Answer(
        yes=verdict is Says.YES and not waits and not drops,
        no=is_no,
        never_mind=drops,
        wait=waits,
        skip=Says.SKIP in said and (whole or len(parts) == 1),
        both=Says.BOTH in said and (whole or verdict is Says.YES),
        repeat=Says.REPEAT in said and whole,
        more=Says.MORE in said and whole,
        whole=whole,
    )


def _verdict(parts: list[_Part], *, whole: bool) -> Says | None:
    """Return the first clear yes or no; soft words count only where nothing else is said."""
    firm = [part.says for part in parts if part.says in {Says.YES, Says.NO}]
    if firm:
        # "no, that's right" is neither a clear yes nor a clear no.
        return firm[0] if len(set(firm)) == 1 else None
    if not whole:
        return None
    soft = [part.says for part in parts if part.says in {Says.SOFT_YES, Says.SOFT_NO}]
    if not soft:
        return None
    return Says.NO if Says.SOFT_NO in soft else Says.YES
