"""A place of a message that says who comes."""

from dataclasses import dataclass
from enum import IntEnum

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.party_words import NOT_PEOPLE, REFUSING, Role
from resortbook.application.chat.understanding.time_words import Kind


class Strength(IntEnum):
    """How surely a mention is a party."""

    BARE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Some people at some items.

    `is_loose`: it joins no others. `is_company`: it is a party only together with others.
    `is_vague`: it counts only where nothing else does: `two families`.
    """

    role: Role
    count: int
    first: int
    last: int
    strength: Strength
    is_refused: bool = False
    is_loose: bool = False
    is_company: bool = False
    is_vague: bool = False


def number_at(items: Items, place: int) -> tuple[int, int] | None:
    """Return a count and the place after it: `4`, `three dozen`, `half a dozen`."""
    value = sense(items, place, Kind.NUMBER)
    if value is None:
        return (6, place + 2) if _is_half_dozen(items, place) else None
    after = word_at(items, place + 1)
    if after in {"dozen", "dozens", "docenas", "docena", "douzaine", "douzaines", "dutzend"}:
        return value * 12, place + 2
    return value, place + 1


def _is_half_dozen(items: Items, place: int) -> bool:
    is_half = word_at(items, place) in {"half", "halbes", "media", "demi"}
    return is_half and word_at(items, place + 1) in {"dozen", "dutzend", "docena", "douzaine"}


def of_role(items: Items, role: Role, count: int, first: int, last: int) -> Mention | None:
    """Return that many of a role as a sure mention; couples and families as persons."""
    is_vague = False
    if role is Role.COUPLE:
        if word_at(items, last) in {"of", "de", "von"} or word_at(items, last) in NOT_PEOPLE:
            return None
        role, count = Role.ADULT, count * 2
    elif role is Role.FAMILY:
        each = (
            number_at(items, last + 1) if word_at(items, last) in {"of", "de", "von"} else None
        )
        if each is None and count < 2:
            # "a family counselor" is nobody yet
            return None
        is_vague = each is None
        role, count = Role.ANYBODY, count * (each[0] if each else 2)
        last = each[1] if each else last
    return Mention(
        role=role,
        count=count,
        first=first,
        last=last,
        strength=Strength.SURE,
        is_refused=is_refused(items, first),
        is_vague=is_vague,
    )


def is_refused(items: Items, place: int) -> bool:
    """Whether what begins there is not wanted: `not 4`, `instead of 5`."""
    before = [word_at(items, i) for i in range(max(0, place - 3), place)]
    if not before:
        return False
    if before[-1] in REFUSING or (before[-1] == "of" and "instead" in before):
        return True
    return before[-1] in {"say", "said", "for"} and bool(
        {"didn", "not", "dint", "didnt"} & set(before)
    )
