"""Why something is recommended, in a guest's words."""

from collections.abc import Sequence
from datetime import datetime

from resortbook.application.phrases.offers import capital, listed
from resortbook.application.phrases.words import Words
from resortbook.domain.taste import Why


def reason(why: Sequence[Why], *, category: str, start: datetime, words: Words) -> str:
    """Say what speaks for it, and when it can be had: one sentence."""
    said = [_SAY[one].format(category=category) for one in why if one in _SAY]
    told = listed(said) if said else "something a little different"
    return f"{capital(told)}. Next: {words.moment(start)}."


_SAY = {
    Why.CATEGORY: "you like {category}",
    Why.FEEDBACK: "you liked such a suggestion before",
    Why.HISTORY: "you have booked {category} here",
    Why.ALIKE: "it is like what you have booked",
    Why.INTERESTS: "it matches your interests",
    Why.TIME: "it is at your favourite time of day",
    Why.BUDGET: "it fits your budget",
    Why.POPULAR: "other guests often book it",
    Why.SOON: "it can be had soon",
}
