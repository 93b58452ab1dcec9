"""Words of four languages for days, clocks and parts of the day."""

from enum import IntEnum, auto

from resortbook.application.chat.understanding.numbers import CARDINALS, ORDINALS, Words
from resortbook.application.chat.understanding.vocabulary import rows_of

LANGUAGES = ("en", "es", "fr", "de")


class Kind(IntEnum):
    """What a word says about time."""

    NUMBER = auto()
    ORDINAL = auto()
    WEEKDAY = auto()  # 0 is Monday
    MONTH = auto()
    DAY_FROM_TODAY = auto()
    PART = auto()  # an index into the parts of the day
    TONIGHT = auto()
    NOON = auto()  # the hour
    HALF_OF_DAY = auto()  # 0 a.m., 12 p.m.
    HOUR_MARK = auto()
    HALF = auto()
    QUARTER = auto()
    PAST = auto()
    TO = auto()
    MINUTE_UNIT = auto()  # minutes
    DAY_UNIT = auto()  # days
    SPAN = auto()  # minutes: `half an hour`
    MONTH_UNIT = auto()  # months
    WEEK = auto()
    WEEKEND = auto()
    NEXT = auto()  # 1; 0 where it may be the coming one as well
    THIS = auto()
    LAST = auto()
    IN = auto()
    LATER = auto()
    AGO = auto()
    AFTER = auto()
    BEFORE = auto()
    UNTIL = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    AT = auto()
    ON = auto()
    OF = auto()
    INSIDE = auto()  # joins a part of the day to what is before it
    ABOUT = auto()
    HOLIDAY = auto()  # its place in the list of holidays


Senses = dict[Kind, int]
Lexicon = dict[Words, Senses]


def _lexicon(language: str) -> Lexicon:
    words: Lexicon = {}
    for kind, table in ((Kind.NUMBER, CARDINALS), (Kind.ORDINAL, ORDINALS)):
        for phrase, value in table[language].items():
            words.setdefault(phrase, {})[kind] = value
    for row, phrases in rows_of(f"time.{language}.txt"):
        says, number = row.split()
        for listed in phrases:
            words.setdefault(tuple(listed.split()), {})[Kind[says]] = int(number)
    for place, (_, names) in enumerate(rows_of("holidays.txt")):
        for name in names:
            words.setdefault(tuple(name.split()), {})[Kind.HOLIDAY] = place
    return words


LEXICONS: dict[str, Lexicon] = {language: _lexicon(language) for language in LANGUAGES}
LONGEST_PHRASE = max(len(phrase) for words in LEXICONS.values() for phrase in words)
