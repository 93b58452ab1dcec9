"""People that are counted: `2 adults`, `table for 4`, `make it 3`."""

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.mention import (
    Mention,
    Strength,
    is_refused,
    number_at,
    of_role,
)
from resortbook.application.chat.understanding.party_words import (
    BEFORE_PARTY,
    FOR,
    MAKING,
    NOT_PEOPLE,
    NUMBER_BEFORE,
    SELF,
    Role,
    role_of,
)
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in


def _is_other_number(items: Items, place: int, end: int) -> bool:
    """Whether a number counts something else than people, or is part of another."""
    before, after = word_at(items, place - 1), word_at(items, end)
    if before in {"$", "€", "£", "#", "room", "option"} or after in NOT_PEOPLE:
        return True
    glued_after = end < len(items) and items[end].glued and after in {":", "/", "%", "$", "€"}
    glued_before = items[place].glued and before in {":", "/", ".", "-"} and place > 0
    is_run_on = items[place].glued and sense(items, place - 1, Kind.NUMBER) is not None
    decimal = after in {".", ","} and items[end].glued and sense(items, end + 1, Kind.NUMBER)
    # 2-3 people are three, -3 people are nobody.
    is_range = before == "-" and sense(items, place - 2, Kind.NUMBER) is not None
    return glued_after or is_run_on or (glued_before and not is_range) or bool(decimal)


def counted_at(items: Items, place: int) -> Mention | None:
    """Return people counted from that place on: `2 adults`, `four of us`, `no kids`."""
    number = number_at(items, place) or _nobody(items, place)
    if number is None or _is_other_number(items, place, number[1]):
        return None
    noun = _noun_place(items, number[1])
    role = role_of(word_at(items, noun)) if noun is not None else None
    if noun is None or role is None or not _is_count(items, place, role):
        return None
    if number[0] == 0 and role not in {Role.CHILD, Role.INFANT}:
        return None
    return of_role(items, role, number[0], place, noun + 1)


def _nobody(items: Items, place: int) -> tuple[int, int] | None:
    return (0, place + 1) if word_at(items, place) in _NO_ONE else None


_NO_ONE = words_in("no without sin sans keine ohne")


def _noun_place(items: Items, place: int) -> int | None:
    """Return where the word for people stands that a number before that place counts."""
    for noun in range(place, min(place + 3, len(items))):
        word = items[noun].word
        if role_of(word) is not None:
            return noun
        if items[noun].is_mark or word not in _DESCRIBING:
            return None
    return None


_ARTICLES = frozenset({"a", "an", "un", "una", "une", "ein", "eine", "einen", "einem", "einer"})


_VAGUE = frozenset({"few", "a few", "couple", "a couple", "couple of", "a couple of"})


def _is_count(items: Items, place: int, role: Role) -> bool:
    """Whether it is a count: `a baby` is one more, `a ticket` is no count."""
    word = word_at(items, place)
    if word in _ARTICLES:
        return role in {Role.CHILD, Role.INFANT, Role.COUPLE}
    is_of_some = word_at(items, place + 1) in {"of", "de", "von"}
    return not (word == "one" and is_of_some and role is not Role.ANYBODY)


_DESCRIBING = words_in(
    "x of more other small little young older big total adult kind nice hungry happy "
    "grown ankle the our my grown in de mas pequenos petits jeunes kleine weitere other "
    "extra teenage year old"
)


def number_alone_at(items: Items, place: int, *, expects: bool) -> Mention | None:
    """Return people counted without a word for them: `table for 4`, `make it 3`."""
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
    if before in {"+", "plus"} and word_at(items, place - 2) in SELF:
        return of_role(items, Role.ADULT, number[0], place, number[1])
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
        is_refused=is_refused(items, place),
        is_loose=not led,
    )


_SEEKING = words_in("search look looking searching ask find book")


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
