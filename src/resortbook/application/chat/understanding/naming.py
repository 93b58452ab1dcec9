"""Where in a text words of a catalogue's names stand, and which of them are said together."""

from collections.abc import Sequence

from resortbook.application.chat.understanding.activity_words import (
    LONGEST_NAME,
    OTHER_NAMES,
    stem,
)
from resortbook.application.chat.understanding.name_index import Hit, NameIndex
from resortbook.application.chat.understanding.tokens import Shape, Token, tokens_of
from resortbook.application.chat.understanding.vocabulary import words_in

_BETWEEN_NAMES = words_in(
    "and y e et und or o u ou oder then plus also , & + ; / luego puis dann instead rather"
)
_WIDEST_GAP = 2
# Names have these words and everybody says them: they name nothing unless the rest is there.
_LINKING = words_in("a at con de for in la of on para the to two with dos deux zwei")


def hits_in(text: str, index: NameIndex) -> list[Hit]:
    """Return the words of names in a text, in order, each place read once."""
    tokens = tokens_of(text)
    hits: list[Hit] = []
    place = 0
    while place < len(tokens):
        found = _hits_at(tokens, place, index)
        hits.extend(found)
        place = max((hit.last for hit in found), default=place + 1)
    return hits


def _hits_at(tokens: Sequence[Token], place: int, index: NameIndex) -> list[Hit]:
    # Numbers are parties and hours long before they are part of a name.
    if tokens[place].shape is not Shape.WORD:
        return []
    other = _by_other_name(tokens, place, index)
    if other:
        return other
    joined = _joined(tokens, place, index)
    if joined is not None:
        return [joined]
    word = tokens[place].word
    like = index.stems_like(word)
    if like is not None:
        return [_hit(tokens, place, place + 1, like)]
    if index.is_described(word):
        hit = _hit(tokens, place, place + 1, ((stem(word),), 1.0), is_described=True)
        return [hit]
    return []


def _hit(
    tokens: Sequence[Token],
    first: int,
    last: int,
    like: tuple[tuple[str, ...], float],
    *,
    is_described: bool = False,
) -> Hit:
    return Hit(
        stems=like[0],
        likeness=like[1],
        first=first,
        last=last,
        span=(tokens[first].start, tokens[last - 1].end),
        is_described=is_described,
    )


def _by_other_name(tokens: Sequence[Token], place: int, index: NameIndex) -> list[Hit]:
    for length in range(min(LONGEST_NAME, len(tokens) - place), 0, -1):
        key = tuple(stem(token.word) for token in tokens[place : place + length])
        # One name may stand for several: a cooking class is a ceviche kitchen here.
        known = [stems for stems in OTHER_NAMES.get(key, []) if index.knows(stems)]
        if known:
            return [_hit(tokens, place, place + length, (stems, 0.97)) for stems in known]
    return []


def _joined(tokens: Sequence[Token], place: int, index: NameIndex) -> Hit | None:
    """Read two words as one of a name, or a name's two words with a slip: `para sailing`."""
    if place + 1 >= len(tokens) or tokens[place + 1].shape is not Shape.WORD:
        return None
    one, other = tokens[place].word, tokens[place + 1].word
    if len(one) + len(other) < 6 or min(len(one), len(other)) < 2:
        return None
    if index.stems_like(one) is not None:
        return None
    like = index.stems_like(one + other)
    return None if like is None or like[1] < 0.85 else _hit(tokens, place, place + 2, like)


def parts_of(text: str, hits: list[Hit], index: NameIndex) -> list[list[Hit]]:
    """Return the hits that are said together: those of one name, not of two joined by `and`."""
    tokens = tokens_of(text)
    parts: list[list[Hit]] = []
    for hit in hits:
        if _links(hit) and not (parts and _goes_on(parts[-1], hit, index)):
            continue
        if parts and _is_one_name(tokens, parts[-1], hit, index):
            parts[-1].append(hit)
        else:
            parts.append([hit])
    named = [part for part in parts if not all(hit.is_described for hit in part)]
    return named or parts


def _links(hit: Hit) -> bool:
    return all(word in _LINKING for word in hit.stems)


def _goes_on(part: list[Hit], hit: Hit, index: NameIndex) -> bool:
    """Whether a linking word stands right after a name that has it."""
    stems = [word for one in (*part, hit) for word in one.stems]
    return hit.first == max(one.last for one in part) and index.knows(stems)


def _is_one_name(tokens: Sequence[Token], part: list[Hit], hit: Hit, index: NameIndex) -> bool:
    last = max(one.last for one in part)
    if hit.first < last:
        return True
    between = [token.word for token in tokens[last : hit.first]]
    stems = [word for one in (*part, hit) for word in one.stems if not one.is_described]
    if index.knows(stems) and len(between) <= _WIDEST_GAP + 2:
        return True
    parted = any(word in _BETWEEN_NAMES for word in between)
    return not parted and len(between) <= _WIDEST_GAP
