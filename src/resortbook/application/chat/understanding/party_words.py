"""Words of four languages for people: whom a number counts, and who comes without one."""

from enum import Enum, auto

from resortbook.application.chat.understanding.typos import REAL_WORDS, slips_of
from resortbook.application.chat.understanding.vocabulary import rows_of


class Role(Enum):
    """Whom a word stands for."""

    ANYBODY = auto()
    ADULT = auto()
    CHILD = auto()
    INFANT = auto()
    COUPLE = auto()
    FAMILY = auto()
    SELF = auto()


_ROWS = {name: frozenset(words) for name, words in rows_of("party.txt")}
ROLES: dict[str, Role] = {
    word: role for role in Role for word in sorted(_ROWS.get(role.name, ()))
}
_LONG_ENOUGH = 4
_SLIPS = {
    slip: role
    for word, role in ROLES.items()
    if len(word) >= _LONG_ENOUGH
    for slip in slips_of(word)
    if len(slip) >= _LONG_ENOUGH and slip not in ROLES and slip not in REAL_WORDS
}
RELATIVES: dict[str, int] = dict.fromkeys(_ROWS["RELATIVE"], 1) | dict.fromkeys(
    _ROWS["TWO RELATIVES"], 2
)
TWINS = _ROWS["twins"]
SELF = _ROWS["self"]
POSSESSIVE = _ROWS["possessive"]
JOINING = _ROWS["joining"] | {","}
ADDING = _ROWS["adding"]
# "party of 5", "table for four", "we are 6": a number after one of these is a party.
BEFORE_PARTY = _ROWS["before party"]
MAKING = _ROWS["making"]
# A number before one of these counts something else.
NOT_PEOPLE = _ROWS["not people"]
NUMBER_BEFORE = _ROWS["number before"] | {"#"}
AGE_AFTER = _ROWS["age after"]
AGE_BEFORE = _ROWS["age before"]
REFUSING = _ROWS["refusing"]
INCLUDING = _ROWS["including"] | {":"}
FOR = _ROWS["for"]
GERMAN_GROUPS = {
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "funft": 5,
    "fuenft": 5,
    "sechst": 6,
    "siebt": 7,
    "acht": 8,
}


def role_of(word: str) -> Role | None:
    """Return whom a word stands for, a slip in a longer one forgiven: `peopel`, `adutls`."""
    return ROLES.get(word) or _SLIPS.get(word)
