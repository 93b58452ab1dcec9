"""Which of several is chosen: `the second one`, `2`, `option b`, `the cheaper one`."""

from collections.abc import Sequence
from dataclasses import dataclass

from resortbook.application.chat.understanding.answer_words import (
    ANSWERS,
    ARTICLES,
    CHOICE_NOUNS,
    CHOSEN_BY,
    LAST_WORDS,
    PHRASES_BY,
    Says,
)
from resortbook.application.chat.understanding.items import (
    Item,
    Items,
    items_of,
    sense,
    word_at,
)
from resortbook.application.chat.understanding.language import LANGUAGES, language_of
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.tokens import Span, Token
from resortbook.application.chat.understanding.vocabulary import words_in

MOST = 99
_LETTERS = "abcdef"
_LABELS = words_in("option opcion number no nr # choice numero nummer answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of what was offered: its number from 1 (-1 the last), or by what it is chosen.

    `by`: cheapest, dearest, earliest, latest, shortest, longest, other, any.
    `bare`: nothing but a number, which may as well be a party or an hour.
    """

    number: int | None = None
    by: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChoice:
    """A choice and where it stands: tokens from `first` up to `last`."""

    choice: Choice
    first: int
    last: int
    span: Span


def choice_in(text: str, tokens: Sequence[Token], *, lang: str | None) -> FoundChoice | None:
    """Return the choice that the text makes, if any."""
    items = items_of(text, lang if lang in LANGUAGES else language_of(text))
    for place in range(len(items)):
        found = _choice_at(items, place)
        if found is not None:
            choice, last = found
            place -= place > 0 and word_at(items, place - 1) in ARTICLES | _LABELS
            return _placed(choice, (items[place].start, items[last - 1].end), tokens)
    return None


def _placed(choice: Choice, span: Span, tokens: Sequence[Token]) -> FoundChoice:
    inside = [i for i, token in enumerate(tokens) if span[0] <= token.start < span[1]]
    first = inside[0] if inside else 0
    return FoundChoice(
        choice=choice, first=first, last=inside[-1] + 1 if inside else first, span=span
    )


def _choice_at(items: Items, place: int) -> tuple[Choice, int] | None:
    return (
        _by_quality(items, place)
        or _by_ordinal(items, place)
        or _by_number(items, place)
        or _by_letter(items, place)
    )


def _words(items: Items, place: int) -> tuple[str, ...]:
    return tuple(word_at(items, i) for i in range(place, place + 3))


def _by_quality(items: Items, place: int) -> tuple[Choice, int] | None:
    words = _words(items, place)
    for length in (3, 2):
        by = PHRASES_BY.get(words[:length])
        if by is not None:
            return Choice(by=by), min(place + length, len(items))
    by = CHOSEN_BY.get(words[0])
    if by is None:
        return None
    is_noun_after = word_at(items, place + 1) in CHOICE_NOUNS
    led = word_at(items, place - 1) in ARTICLES | {
        "a",
        "an",
        "any",
        "un",
        "una",
        "une",
        "something",
    }
    if not (is_noun_after or (led and _ends_at(items, place + 1)) or _is_whole(items, place)):
        return None
    return Choice(by=by), place + 1 + is_noun_after


def _ends_at(items: Items, place: int) -> bool:
    return place >= len(items) or items[place].is_mark or _is_filler(items[place])


def _is_filler(item: Item) -> bool:
    return ANSWERS.get(tuple(item.word.split())) in {Says.FILLER, Says.SOFT_YES, Says.YES}


def _is_whole(items: Items, place: int) -> bool:
    """Whether nothing but fillers and marks stands beside that item."""
    return all(
        i == place or item.is_mark or _is_filler(item) or item.word in ARTICLES
        for i, item in enumerate(items)
    )


def _by_ordinal(items: Items, place: int) -> tuple[Choice, int] | None:
    number = sense(items, place, Kind.ORDINAL)
    if number is None and word_at(items, place) in LAST_WORDS:
        number = -1
    if number is None or not -1 <= number <= MOST or number == 0:
        return None
    noun = word_at(items, place + 1) in CHOICE_NOUNS
    led = word_at(items, place - 1) in ARTICLES
    if not (noun or _is_whole(items, place) or (led and _ends_at(items, place + 1))):
        return None
    return Choice(number=number), place + 1 + noun


def _by_number(items: Items, place: int) -> tuple[Choice, int] | None:
    number = sense(items, place, Kind.NUMBER)
    if number is None or not 1 <= number <= MOST or word_at(items, place) in {"a", "an", "un"}:
        return None
    before = word_at(items, place - 1)
    if before in _LABELS:
        return Choice(number=number), place + 1
    is_one = word_at(items, place) in {"one", "uno", "una", "eine", "ein", "une"}
    if is_one and len(items) > 1:
        return None
    return (Choice(number=number, bare=True), place + 1) if _is_whole(items, place) else None


def _by_letter(items: Items, place: int) -> tuple[Choice, int] | None:
    word, before = word_at(items, place), word_at(items, place - 1)
    if len(word) != 1 or word not in _LETTERS:
        return None
    alone = all(i == place or item.is_mark for i, item in enumerate(items)) and word != "e"
    if before in _LABELS or alone:
        return Choice(number=_LETTERS.index(word) + 1), place + 1
    return None
