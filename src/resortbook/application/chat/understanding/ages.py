"""Ages in a row of items: `aged 5 and 7`, `a 6 year old`, `de 8 años`."""

from dataclasses import dataclass

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.party_words import (
    AGE_AFTER,
    AGE_BEFORE,
    ROLES,
    Role,
)
from resortbook.application.chat.understanding.time_words import Kind

OLDEST = 110
_LINKS = frozenset({",", "and", "y", "et", "und", "&", "/", "or"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """The ages that were told, and at which places their numbers stand."""

    years: tuple[int, ...] = ()
    places: frozenset[int] = frozenset()


def ages_in(items: Items) -> Ages:
    """Return the ages that are told, in order."""
    places: dict[int, int] = {}
    for place in range(len(items)):
        number = sense(items, place, Kind.NUMBER)
        if (
            number is None
            or number > OLDEST
            or word_at(items, place) in {"a", "an", "un", "una"}
        ):
            continue
        if _is_age(items, place, places):
            places[place] = number
            _earlier_ones(items, place, places)
    ordered = sorted(places)
    return Ages(years=tuple(places[place] for place in ordered), places=frozenset(ordered))


def _is_age(items: Items, place: int, known: dict[int, int]) -> bool:
    after, before = word_at(items, place + 1), word_at(items, place - 1)
    if after in AGE_AFTER or (after == "-" and word_at(items, place + 2) in AGE_AFTER):
        return _says_old(items, place)
    if before in AGE_BEFORE or (
        before in {"is", "are", ":"} and _follows_age_word(items, place)
    ):
        return True
    if before in _LINKS and place - 2 in known:
        return True
    if _begins_list(items, place):
        return True
    follows_child = ROLES.get(word_at(items, place - 2)) in {Role.CHILD, Role.INFANT}
    return before == "(" and follows_child and ROLES.get(after) is None


def _begins_list(items: Items, place: int) -> bool:
    """Whether children are listed by age: `2 sons 12 and 15`."""
    if ROLES.get(word_at(items, place - 1)) is not Role.CHILD:
        return False
    second = sense(items, place + 2, Kind.NUMBER)
    if word_at(items, place + 1) not in _LINKS or second is None:
        return False
    own = (sense(items, place, Kind.NUMBER) or 0, second)
    after = word_at(items, place + 3)
    return max(own) < _GROWN and ROLES.get(after) is None and after not in {":", "am"}


_GROWN = 18


def _follows_age_word(items: Items, place: int) -> bool:
    return word_at(items, place - 2) in AGE_BEFORE


def _says_old(items: Items, place: int) -> bool:
    """Whether years are an age: `6 years old`, `de 8 años`; not `in 3 years`."""
    words = [word_at(items, i) for i in range(place + 1, place + 5)]
    if {"old", "olds", "alt", "yo"} & set(words) or words[0].startswith("jahrig"):
        return True
    before = word_at(items, place - 1)
    if ROLES.get(before) in {Role.CHILD, Role.INFANT}:
        return True
    near = [ROLES.get(word_at(items, i)) for i in range(max(0, place - 3), place)]
    return before in {"de", "d", "y", "et", "von", ",", "("} and Role.CHILD in near


def _earlier_ones(items: Items, place: int, places: dict[int, int]) -> None:
    """Take the numbers that are listed before an age: `5 and 7 years old`."""
    while word_at(items, place - 1) in _LINKS:
        place -= 2
        number = sense(items, place, Kind.NUMBER)
        if number is None or number > OLDEST or place in places:
            return
        places[place] = number
