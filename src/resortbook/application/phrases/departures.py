"""What a guest reads when the resort closes or delays a departure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from resortbook.application.phrases.plain import BRIEF, PLACE, plain
from resortbook.application.phrases.text import Text, lines_of
from resortbook.application.phrases.told import Told

LISTED = 3
NONE_FREE = "please see what else there is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """One booking that is off, with the starts that are free in its place."""

    told: Told
    instead: Sequence[datetime]


def closed(bookings: Sequence[Closed], *, link: str) -> Text:
    """Apologise for departures that were called off, and offer others; one text for all
    bookings of a guest.
    """
    reason = plain(bookings[0].told.detail.slot.closed_reason, PLACE).strip("-•>. ")
    because = f" Reason: {reason}." if reason else ""
    shown, left = bookings[:LISTED], len(bookings[LISTED:])
    if len(bookings) == 1:
        body = _one(bookings[0], because)
    else:
        body = lines_of(
            f"We are sorry: we had to call off {len(bookings)} of your bookings.{because}",
            *(line for one in shown for line in _of_several(one)),
            f"And {left} more." if left else "",
        )
    offers = (_offer(one, of_several=len(shown) > 1) for one in shown if one.instead)
    return Text(
        name="SLOT_CLOSED",
        body=lines_of(body, "", "Other times are here, or write to us:", link),
        variables=(
            "; ".join(_what(one) for one in shown)
            + (f"; {left} more" if left else "")
            + (f". Reason: {reason}" if reason else ""),
            "; ".join(offers) or NONE_FREE,
            link,
        ),
    )


def delayed(told: Told) -> Text:
    """Tell that a departure goes later, on the same day, and what that changes."""
    new_time = told.words.time(told.detail.slot.start_time)
    return Text(
        name="SLOT_DELAYED",
        body=lines_of(
            f"We are sorry for the wait: *{told.what}* starts later, at *{new_time}*.",
            told.when,
            f"Reference {told.reference}",
            *told.arrival,
            "",
            told.policy,
            "Details:",
            told.link,
        ),
        variables=(told.what, told.when, told.reference, told.policy, told.link),
        buttons=told.for_cancellable,
    )


def _one(booking: Closed, because: str) -> str:
    told = booking.told
    free = [told.words.moment(start) for start in booking.instead]
    return lines_of(
        f"We are sorry: *{told.what}* on {told.when} had to be called off.{because}",
        f"Your booking {told.reference} is cancelled.",
        "",
        "There is room for you at these times:" if free else "",
        *free,
    )


def _of_several(booking: Closed) -> list[str]:
    offer = _offer(booking, of_several=False)
    return ["", _what(booking), f"Free instead: {offer}" if offer else ""]


def _what(booking: Closed) -> str:
    told = booking.told
    return f"{plain(told.what, BRIEF)} on {told.when} ({told.reference})"


def _offer(booking: Closed, *, of_several: bool) -> str:
    told = booking.told
    times = ", or ".join(told.words.moment(start) for start in booking.instead)
    return f"{plain(told.what, BRIEF)}: {times}" if of_several else times
