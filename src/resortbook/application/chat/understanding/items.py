"""A message as a row of items, each with what its words may mean about time."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from resortbook.application.chat.understanding.party_words import role_of
from resortbook.application.chat.understanding.time_words import (
    LEXICONS,
    LONGEST_PHRASE,
    Kind,
    Senses,
)
from resortbook.application.chat.understanding.tokens import Shape, Token, tokens_of
from resortbook.application.chat.understanding.typos import ending_of, misspelt, slipped
from resortbook.application.chat.understanding.vocabulary import words_in

_HALF_LETTERS = {"a": 0, "p": 12}
# Of a language that is not the message's, only words that can't be mistaken are taken.
_SHORTEST_FOREIGN = 5
_FALSE_FRIENDS = words_in("media comida pasado nights minute onze demie entre sobre hasta")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One or more tokens that mean something together, or a token that means nothing here."""

    word: str
    senses: Senses = field(default_factory=dict)
    start: int
    end: int
    glued: bool
    digits: int = 0
    is_mark: bool = False


Items = Sequence[Item]


def sense(items: Items, place: int, kind: Kind) -> int | None:
    """Return the value that the item at that place has as `kind`, None where it has none."""
    return items[place].senses.get(kind) if 0 <= place < len(items) else None


def word_at(items: Items, place: int) -> str:
    """Return the words of the item at that place, empty beyond the ends."""
    return items[place].word if 0 <= place < len(items) else ""


def skip(items: Items, place: int, *kinds: Kind, marks: str = "", most: int = 2) -> int:
    """Return the place after up to `most` items of those kinds or marks."""
    end = min(place + most, len(items))
    while place < end:
        item = items[place]
        if not any(kind in item.senses for kind in kinds) and not (
            item.is_mark and item.word in marks
        ):
            break
        place += 1
    return place


@lru_cache(maxsize=8)  # several readers ask for the same message, one after the other
def items_of(text: str, language: str) -> tuple[Item, ...]:
    """Return the items of a text, read with the words of that language first."""
    tokens = tokens_of(text)
    found: list[Item] = []
    place = 0
    while place < len(tokens):
        item, length = _item(tokens, place, language)
        found.append(item)
        place += length
    return tuple(_with_slips_forgiven(found, language))


# Near one of these, or people, a short word may be a slip in a number or a word about time.
_TIMELY = (
    Kind.NUMBER,
    Kind.PART,
    Kind.HALF_OF_DAY,
    Kind.HOUR_MARK,
    Kind.QUARTER,
    Kind.HALF,
    Kind.WEEKDAY,
    Kind.MONTH,
    Kind.IN,
)


def _with_slips_forgiven(found: list[Item], language: str) -> list[Item]:
    """Read `fivve pm`, `quuarter past`, `in 3 adys`: short words only beside others of time."""
    for place, item in enumerate(found):
        if item.senses or item.is_mark or not _is_timely(found, place):
            continue
        senses = slipped(item.word, language)
        if senses is not None:
            found[place] = replace(item, senses=senses)
    return found


def _is_timely(items: Items, place: int) -> bool:
    near = (place - 2, place - 1, place + 1, place + 2)
    before, after = word_at(items, place - 1), word_at(items, place + 1)
    if role_of(after) is not None or before in {"for", "it", "need", "get"}:
        return True
    return any(sense(items, other, kind) is not None for other in near for kind in _TIMELY)


def _item(tokens: Sequence[Token], place: int, language: str) -> tuple[Item, int]:
    token = tokens[place]
    if token.shape is Shape.MARK:
        return _plain(token, is_mark=True), 1
    if token.shape is Shape.DIGITS:
        return _number(tokens, place)
    half = _half_of_day(tokens, place)
    if half is not None:
        return half
    phrase = _phrase(tokens, place, language)
    if phrase is not None:
        return phrase
    return _plain(token, senses=misspelt(token.word, language)), 1


def _plain(token: Token, *, senses: Senses | None = None, is_mark: bool = False) -> Item:
    return Item(
        word=token.word,
        senses=senses or {},
        start=token.start,
        end=token.end,
        glued=token.glued,
        is_mark=is_mark,
    )


def _number(tokens: Sequence[Token], place: int) -> tuple[Item, int]:
    token, after = tokens[place], tokens[place + 1 : place + 2]
    ends = bool(after) and after[0].glued and ending_of(after[0].word)
    # 15h and 7a are hours.
    is_ordinal = ends and not (after[0].word == "a" and len(token.word) <= 2)
    kind = Kind.ORDINAL if is_ordinal else Kind.NUMBER
    return Item(
        word=token.word,
        senses={kind: int(token.word)},
        start=token.start,
        end=after[0].end if is_ordinal else token.end,
        glued=token.glued,
        digits=len(token.word),
    ), 2 if is_ordinal else 1


def _half_of_day(tokens: Sequence[Token], place: int) -> tuple[Item, int] | None:
    token, after = tokens[place], tokens[place + 1 : place + 2]
    if token.word not in _HALF_LETTERS or place == 0:
        return None
    spaced = bool(after) and after[0].word == "m"
    if not spaced and not (token.glued and tokens[place - 1].shape is Shape.DIGITS):
        return None
    end = after[0].end if spaced else token.end
    senses = {Kind.HALF_OF_DAY: _HALF_LETTERS[token.word]}
    item = Item(word="am", senses=senses, start=token.start, end=end, glued=token.glued)
    return item, 2 if spaced else 1


def _phrase(tokens: Sequence[Token], place: int, language: str) -> tuple[Item, int] | None:
    words: list[str] = []
    for token in tokens[place : place + LONGEST_PHRASE]:
        if token.shape is not Shape.WORD:
            break
        words.append(token.word)
    for length in range(len(words), 0, -1):
        key = tuple(words[:length])
        senses = LEXICONS[language].get(key) or _foreign(key, language)
        if senses:
            last = tokens[place + length - 1]
            return Item(
                word=" ".join(key),
                senses=senses,
                start=tokens[place].start,
                end=last.end,
                glued=tokens[place].glued,
            ), length
    return None


def _foreign(words: tuple[str, ...], language: str) -> Senses | None:
    if len("".join(words)) < _SHORTEST_FOREIGN or words[0] in _FALSE_FRIENDS:
        return None
    for other, lexicon in LEXICONS.items():
        if other != language and words in lexicon:
            return lexicon[words]
    return None
