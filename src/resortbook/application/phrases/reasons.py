"""Why something is recommended, in a guest's words."""

import re
from collections.abc import Sequence
from datetime import datetime

from resortbook.application.phrases.offers import LINK, capital, listed
from resortbook.application.phrases.words import Words
from resortbook.domain.activity import Activity
from resortbook.domain.taste import Why

LONGEST = 140
SENTENCE = re.compile(r".+?[.!](?=\s|$)")


def reason(
    why: Sequence[Why], *, activity: Activity, category: str, start: datetime, words: Words
) -> str:
    """Say what speaks for it, else what it is, and when it can be had."""
    said = [_SAY[one].format(category=category) for one in why if one in _SAY]
    told = f"{capital(listed(said))}." if said else _what_it_is(activity)
    return f"{told} Next: {words.moment(start)}."


def _what_it_is(activity: Activity) -> str:
    """Return the first sentence of its description, where that is short."""
    match = SENTENCE.match(" ".join(activity.description.split()))
    is_fit = match is not None and len(match[0]) <= LONGEST and not LINK.search(match[0])
    return match[0] if match is not None and is_fit else "Something a little different."


_SAY = {
    Why.CATEGORY: "you like {category}",
    Why.FEEDBACK: "you liked such a suggestion before",
    Why.HISTORY: "you have booked {category} here",
    Why.ALIKE: "it is like what you have booked",
    Why.INTERESTS: "it matches your interests",
    Why.TIME: "it is at your favourite time of day",
    Why.BUDGET: "it fits your budget",
    Why.POPULAR: "other guests often book it",
}
