"""Facts that people typed, made fit for the middle of a sentence."""

import re

from resortbook.domain.activity import Activity, ActivityBrief
from resortbook.domain.booking import BookingDetail

NAME = 60
PLACE = 80
NOTE = 100
BRIEF = 32
WHOLE = 400

# Marks that WhatsApp turns into bold, italic, struck or fixed letters; inside of a word they
# do nothing.
_MARKS = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
# Controls, and what turns the direction of writing for everything that follows.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]+")
_JOINERS = "\u200d\ufe0e\ufe0f"


def plain(text: str, longest: int = NAME) -> str:
    """Return a fact as one line without any formatting, of at most `longest` characters.

    What is too long ends with an ellipsis, at the end of a word where there is one.
    """
    line = _UNSEEN.sub(" ", _MARKS.sub("", _UNSEEN.sub(" ", text))).strip()
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    whole_words = cut.rpartition(" ")[0]
    kept = whole_words if len(whole_words) > longest // 2 else cut
    return kept.rstrip(_JOINERS + " ,;:.-") + "…"


def name_of(told: Activity | ActivityBrief | BookingDetail) -> str:
    """Return an activity's name, fit for a sentence."""
    activity = told.activity if isinstance(told, BookingDetail) else told
    return plain(activity.name) or "your activity"


def place_of(activity: Activity | ActivityBrief) -> str:
    """Return where an activity's guests meet, fit for a sentence; nothing where nobody said."""
    return plain(activity.meeting_point, PLACE) or plain(activity.location, PLACE)
