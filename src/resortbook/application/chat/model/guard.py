"""Holding a model's own words back unless they are nothing but polite."""

import re

from resortbook.application.chat.model.polite_words import POLITE, WHOLE
from resortbook.domain.words import words_of

LONGEST = 120
MARKS = re.compile(r"[^\w\s'’,.!¡…\U0001f300-\U0001faff\u2600-\u27bf\ufe0f、。！]")


def is_harmless(text: str) -> bool:
    """Say whether a model's sentence is nothing but polite.

    What may be said is listed, not what may not: no list of the words by which a booking, a
    price, a time or a place can be claimed would ever be whole, in no language. What is not
    harmless never goes out; the phrase for the same occasion does.
    """
    told = text.strip()
    if not 0 < len(told) <= LONGEST or not told.isprintable() or MARKS.search(told):
        return False
    if told.strip(" !！。.") in WHOLE:
        return True
    words = words_of(told)
    return bool(words) and all(word in POLITE for word in words)
