"""Every place of a message that says who comes, with how sure it is."""

from dataclasses import dataclass
from enum import IntEnum

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.party_words import (
    BEFORE_PARTY,
    FOR,
    GERMAN_GROUPS,
    MAKING,
    NOT_PEOPLE,
    NUMBER_BEFORE,
    POSSESSIVE,
    REFUSING,
    RELATIVES,
    ROLES,
    SELF,
    TWINS,
    Role,
)
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in


class Strength(IntEnum):
    """How surely a mention is a party."""

    BARE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Some people at some items.

    `is_loose`: it joins no others. `is_company`: it is a party only together with others.
    """

    role: Role
    count: int
    first: int
    last: int
    strength: Strength
    is_refused: bool = False
    is_loose: bool = False
    is_company: bool = False


def mentions_in(items: Items, *, taken: frozenset[int], expects: bool) -> list[Mention]:
    """Return the mentions of people in order; `taken` places are no counts."""
    found: list[Mention] = []
    place = 0
    while place < len(items):
        mention = _mention(items, place, taken, expects=expects)
        if mention is not None:
            found.append(mention)
        place = mention.last if mention is not None else place + 1
    return _with_speaker(items, found)


def _mention(
    items: Items, place: int, taken: frozenset[int], *, expects: bool
) -> Mention | None:
    if place not in taken:
        counted = _counted(items, place, taken) or _number_alone(items, place, expects=expects)
        if counted is not None:
            return counted
    return _named(items, place) or _group_word(items, place)


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


def _is_other_number(items: Items, place: int, end: int) -> bool:
    """Whether a number counts something else than people, or is part of another."""
    before, after = word_at(items, place - 1), word_at(items, end)
    if before in {"$", "€", "£", "#", "room", "option"} or after in NOT_PEOPLE:
        return True
    glued_after = end < len(items) and items[end].glued and after in {":", "/", "%", "$", "€"}
    glued_before = items[place].glued and before in {":", "/", ".", "-"} and place > 1
    decimal = after in {".", ","} and items[end].glued and sense(items, end + 1, Kind.NUMBER)
    return glued_after or (glued_before and before != "-") or bool(decimal)


def _counted(items: Items, place: int, taken: frozenset[int]) -> Mention | None:
    """Read a number before a word for people: `2 adults`, `four of us`, `3 small kids`, `no kids`."""
    number = number_at(items, place)
    if number is None:
        if word_at(items, place) not in {"no", "without", "sin", "sans", "keine", "ohne"}:
            return None
        number = 0, place + 1
    count, noun = number
    if _is_other_number(items, place, noun):
        return None
    for _ in range(3):
        role = ROLES.get(word_at(items, noun))
        if role is not None or noun >= len(items):
            break
        if items[noun].is_mark or sense(items, noun, Kind.NUMBER) is not None:
            return None
        noun += 1
    if role is None or (count == 0 and role not in {Role.CHILD, Role.INFANT}):
        return None
    if not _is_count(items, place, role):
        return None
    if noun > number[1] and not _is_describing(items, number[1], noun):
        return None
    return _of_role(items, role, count, place, noun + 1)


_ARTICLES = frozenset({"a", "an", "un", "una", "une", "ein", "eine", "einen", "einem", "einer"})
_VAGUE = frozenset({"few", "a few", "couple", "a couple", "couple of", "a couple of"})


def _is_count(items: Items, place: int, role: Role) -> bool:
    """Whether it is a count: `a baby` is one more, `a ticket` and `one of my friends` are not."""
    word = word_at(items, place)
    if word in _ARTICLES:
        return role in {Role.CHILD, Role.INFANT, Role.COUPLE}
    is_of_some = word_at(items, place + 1) in {"of", "de", "von"}
    return not (word == "one" and is_of_some and role is not Role.ANYBODY)


def _is_describing(items: Items, first: int, last: int) -> bool:
    """Whether the words between a number and its noun only describe it."""
    between = [word_at(items, i) for i in range(first, last)]
    return all(word in _DESCRIBING for word in between)


_DESCRIBING = words_in(
    "of more other small little young older big total adult kind nice hungry happy "
    "grown ankle the our my grown in de mas pequenos petits jeunes kleine weitere other "
    "extra teenage year old"
)


def _of_role(items: Items, role: Role, count: int, first: int, last: int) -> Mention | None:
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
        role, count = Role.ANYBODY, count * (each[0] if each else 2)
        last = each[1] if each else last
    return Mention(
        role=role,
        count=count,
        first=first,
        last=last,
        strength=Strength.SURE,
        is_refused=_is_refused(items, first),
    )


def _is_refused(items: Items, place: int) -> bool:
    before = [word_at(items, i) for i in range(max(0, place - 3), place)]
    if not before:
        return False
    if before[-1] in REFUSING or (before[-1] == "of" and "instead" in before):
        return True
    return before[-1] in {"say", "said", "for"} and bool(
        {"didn", "not", "dint", "didnt"} & set(before)
    )


def _number_alone(items: Items, place: int, *, expects: bool) -> Mention | None:
    """Read a number without a word for people: `table for 4`, `make it 3`, `we are six`."""
    number = number_at(items, place)
    if number is None or _is_other_number(items, place, number[1]) or number[0] == 0:
        return None
    before, word = word_at(items, place - 1), word_at(items, place)
    if before in NUMBER_BEFORE:
        return None
    if word in _ARTICLES | _VAGUE:
        return None
    is_one = word in {"one", "uno"}
    if is_one and before in {"this", "that", "the", "which", "another", "other", "cheaper"}:
        return None
    if is_one and word_at(items, place - 2) in _SEEKING:
        return None
    near = {word_at(items, i) for i in range(max(0, place - 3), place)}
    led = before in FOR or before in BEFORE_PARTY
    led = led or (before in {"of", "de", "von", "d"} and bool(near & BEFORE_PARTY))
    likely = led or (before in MAKING and not is_one)
    if not likely and not expects:
        return None
    return Mention(
        role=Role.ANYBODY,
        count=number[0],
        first=place,
        last=number[1],
        strength=_strength(items, place, likely=likely),
        is_refused=_is_refused(items, place),
        is_loose=not led,
    )


_SEEKING = words_in("search look looking searching ask find book get make")


def _strength(items: Items, place: int, *, likely: bool) -> Strength:
    if not likely:
        return Strength.BARE
    before, earlier = word_at(items, place - 1), [word_at(items, i) for i in range(place)]
    is_change = before in {"it", "that", "to"} and bool(_CHANGING & set(earlier))
    is_group = before in {"of", "de", "von"} and earlier[-2:-1] != ["table"]
    return Strength.SURE if is_change or is_group else Strength.LIKELY


_CHANGING = words_in(
    "make change changed switch update increase reduce amend alter add cambiar changer andern"
)


def _named(items: Items, place: int) -> Mention | None:
    """Read people without a number: `my wife`, `our twins`, `me`, `my parents`."""
    word, before = word_at(items, place), word_at(items, place - 1)
    own = before in POSSESSIVE or word_at(items, place - 2) in POSSESSIVE
    joined = before in {"and", "y", "et", "und", "&", "+", ",", "or"}
    if word in SELF and _is_party_self(items, place):
        return Mention(
            role=Role.SELF,
            count=1,
            first=place,
            last=place + 1,
            strength=_self_strength(items, place),
        )
    if word in TWINS:
        return _of_role(items, Role.CHILD, 2, place, place + 1)
    if word in RELATIVES and (own or joined) and word_at(items, place + 1) != "s":
        return Mention(
            role=Role.ADULT,
            count=RELATIVES[word],
            first=place,
            last=place + 1,
            strength=Strength.SURE,
            is_refused=_is_refused(items, place),
            is_company=True,
        )
    role = ROLES.get(word)
    is_single = not word.endswith("s") and word not in {"children", "kinder", "kindern"}
    if role in {Role.CHILD, Role.INFANT} and is_single and (own or joined):
        return _of_role(items, role, 1, place, place + 1)
    return None


def _self_strength(items: Items, place: int) -> Strength:
    return Strength.LIKELY


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
        return word_at(items, place + 1) not in {"want", "need", "can", "have"}
    return place + 1 == len(items) or items[place + 1].is_mark


def _group_word(items: Items, place: int) -> Mention | None:
    """Read `both of us`, `a couple`, `zu viert`, `solo traveller`."""
    word, before = word_at(items, place), word_at(items, place - 1)
    if word in GERMAN_GROUPS and before == "zu":
        return _of_role(items, Role.ANYBODY, GERMAN_GROUPS[word], place, place + 1)
    if (
        word == "both"
        and word_at(items, place + 1) == "of"
        and word_at(items, place + 2) == "us"
    ):
        return _of_role(items, Role.ANYBODY, 2, place, place + 3)
    if word == "a couple" and word_at(items, place + 1) not in {"of", "hours", "days"}:
        return _of_role(items, Role.COUPLE, 1, place, place + 1)
    return None


def _with_speaker(items: Items, found: list[Mention]) -> list[Mention]:
    """Count the speaker where only company is named: `I'm coming with my dad`.

    One relative alone is no party: `a surprise for my wife`.
    """
    if not found or any(mention.role in {Role.SELF, Role.ANYBODY} for mention in found):
        return found
    first = found[0].first
    place = first - 1 - (word_at(items, first - 1) in POSSESSIVE)
    earlier = [word_at(items, i) for i in range(place)]
    if word_at(items, place) not in {"with", "con", "avec", "mit"} or not _COMING & set(
        earlier
    ):
        return found
    alone = {"i", "je", "ich", "voy", "ire"} & set(earlier)
    if not alone or "we" in earlier:
        return found
    speaker = Mention(
        role=Role.SELF, count=1, first=place, last=place + 1, strength=Strength.SURE
    )
    return [speaker, *found]


_COMING = words_in(
    "come coming arrive arriving travel traveling travelling stay staying go going am "
    "be will join voy viajo vengo ire viens viendrai voyage komme reise"
)
