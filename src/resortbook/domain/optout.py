"""Words that end and resume messages, when they are the whole message."""

from enum import StrEnum

# Twilio's own default words; CANCEL is one of them and here means a booking.
_STOP = frozenset({"stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout"})
_START = frozenset({"start", "unstop"})


class Wish(StrEnum):
    """To hear nothing any more, or to hear from us again."""

    STOP = "stop"
    START = "start"


def wish_of(body: str) -> Wish | None:
    """Return what a message asks for if it is nothing but one of the words."""
    word = body.strip().strip(".!").casefold()
    if word in _STOP:
        return Wish.STOP
    return Wish.START if word in _START else None
