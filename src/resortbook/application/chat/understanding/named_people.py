"""People without a number: `my wife`, `our twins`, `just me`, `both of us`, `zu viert`."""

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.mention import (
    Mention,
    Strength,
    is_refused,
    of_role,
)
from resortbook.application.chat.understanding.party_words import (
    GERMAN_GROUPS,
    POSSESSIVE,
    RELATIVES,
    ROLES,
    SELF,
    TWINS,
    Role,
)
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in


def named_at(items: Items, place: int) -> Mention | None:
    """Return a person or two named at that place: `my wife`, `our twins`, `me`."""
    word, before = word_at(items, place), word_at(items, place - 1)
    first = _owner_place(items, place)
    told = first < place or before in _AND or before in {",", "or"}
    if word in SELF and _is_party_self(items, place):
        return Mention(
            role=Role.SELF, count=1, first=place, last=place + 1, strength=Strength.LIKELY
        )
    if word in TWINS:
        return of_role(items, Role.CHILD, 2, place, place + 1)
    if word in RELATIVES and told and word_at(items, place + 1) != "s":
        return _relative(items, place)
    role = ROLES.get(word)
    if role in {Role.CHILD, Role.INFANT} and told and _is_single(word):
        return of_role(items, role, 1, first, place + 1)
    return None


def _owner_place(items: Items, place: int) -> int:
    """Return where `my 6 year old son` begins; the place itself where nobody owns it."""
    for earlier in range(place - 1, max(-1, place - 6), -1):
        word = items[earlier].word
        if word in POSSESSIVE:
            return earlier
        if earlier < place - 1 and word not in _AGE_WORDS and not items[earlier].digits:
            break
    return place


_AGE_WORDS = words_in("year years yr old")


def _relative(items: Items, place: int) -> Mention:
    return Mention(
        role=Role.ADULT,
        count=RELATIVES[items[place].word],
        first=place,
        last=place + 1,
        strength=Strength.SURE,
        is_refused=is_refused(items, place),
        is_company=True,
    )


def _is_single(word: str) -> bool:
    return not word.endswith("s") and word not in {"children", "kinder", "kindern"}


_AND = frozenset({"and", "y", "e", "et", "und", "&", "+", "plus"})


_WITH = frozenset({"with", "con", "avec", "mit"})


_ALONE_BEFORE = words_in("just only solo juste seulement nur")


_ALONE_AFTER = words_in("only alone solo seul seule allein myself")


def _is_party_self(items: Items, place: int) -> bool:
    """Whether `me` or `I` is counted: `just me`, `me and my wife`, `my wife and I`."""
    word, before, after = (word_at(items, place + shift) for shift in (0, -1, 1))
    if before in {"not", "call", "tell", "let"}:
        return False
    if word in {"i", "je", "yo", "ich"}:
        return before in _AND and _is_subject_of_nothing(items, place)
    if word == "mi":
        return before == "para" and after in {"solo", "", "."}
    if word == "myself" and before in {"by", "for", "be"}:
        return True
    if before in _ALONE_BEFORE or after in _ALONE_AFTER or before in _AND:
        return before not in _AND or after not in {"know", "to"}
    if after in _AND:
        return _names_somebody(items, place + 2)
    owns = word_at(items, place + 2) in POSSESSIVE
    return owns and (after in _WITH or after == ",")


def _names_somebody(items: Items, place: int) -> bool:
    """Whether somebody follows: `my wife`, `3 friends`, `Anna`; not `make the booking`."""
    word = word_at(items, place)
    if word in POSSESSIVE or word in RELATIVES or word in ROLES or word == "a":
        return True
    if sense(items, place, Kind.NUMBER) is not None:
        return True
    return bool(word) and (place + 1 >= len(items) or items[place + 1].is_mark)


def _is_subject_of_nothing(items: Items, place: int) -> bool:
    """Whether `and I` closes a list of people and begins no sentence of its own."""
    named = word_at(items, place - 2)
    if named in RELATIVES or named in ROLES:
        if word_at(items, place + 1) not in {"want", "need", "can", "have"}:
            return True
        # "My wife and I want it at five", but not "it is for my wife and I want it at five".
        first = place - 3 if word_at(items, place - 3) in POSSESSIVE else place - 2
        return first <= 0 or items[first - 1].is_mark
    return place + 1 == len(items) or items[place + 1].is_mark


def group_word_at(items: Items, place: int) -> Mention | None:
    """Return a group that one word or two name: `both of us`, `a couple`, `zu viert`."""
    word, before = word_at(items, place), word_at(items, place - 1)
    if word in GERMAN_GROUPS and before == "zu":
        return of_role(items, Role.ANYBODY, GERMAN_GROUPS[word], place, place + 1)
    if (
        word == "both"
        and word_at(items, place + 1) == "of"
        and word_at(items, place + 2) == "us"
    ):
        return of_role(items, Role.ANYBODY, 2, place, place + 3)
    if word == "a couple" and word_at(items, place + 1) not in {"of", "hours", "days"}:
        return of_role(items, Role.COUPLE, 1, place, place + 1)
    return None


_OF_AGE = 18


def aged_at(items: Items, place: int) -> Mention | None:
    """Return somebody who is told by age alone: `a 14 year old`."""
    age = sense(items, place + 1, Kind.NUMBER)
    words = [word_at(items, i) for i in range(place + 2, place + 5)]
    if age is None or word_at(items, place) not in _ONE_OF or not _ends_in_old(words):
        return None
    if words[-1] in ROLES:
        return None
    return of_role(items, Role.CHILD if age < _OF_AGE else Role.ADULT, 1, place, place + 4)


_ONE_OF = POSSESSIVE | {"a", "an", "one"}


def _ends_in_old(words: list[str]) -> bool:
    return len(words) == 3 and words[0] in _AGE_WORDS and words[1] == "old"
