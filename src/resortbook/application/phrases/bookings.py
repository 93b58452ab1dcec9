"""What a guest reads about a booking."""

from resortbook.application.phrases.text import Text, lines_of
from resortbook.application.phrases.told import Told


def created(told: Told) -> Text:
    """Tell of a hold, and until when it has to be confirmed."""
    return Text(
        name="BOOKING_CREATED",
        body=lines_of(
            f"We are holding *{told.what}* for you:",
            told.when,
            told.party,
            f"Reference {told.reference}",
            "",
            told.policy,
            f"Please confirm by {told.until}:",
            told.link,
        ),
        variables=_of_hold(told),
        buttons=told.for_hold,
    )


def ending(told: Told) -> Text:
    """Remind of a hold that is about to run out."""
    return Text(
        name="BOOKING_CREATED",
        body=lines_of(
            f"Your hold of *{told.what}* on {told.when} ends at {told.until}.",
            "Would you like to keep it? Please confirm here:",
            told.link,
        ),
        variables=_of_hold(told),
        buttons=told.for_hold,
    )


def confirmed(told: Told) -> Text:
    """Tell of a sold booking: when, where, with what, and until when it may be cancelled."""
    return Text(
        name="BOOKING_CONFIRMED",
        body=lines_of(
            f"Confirmed: *{told.what}*",
            told.when,
            told.party,
            f"Reference {told.reference}",
            *told.arrival,
            "",
            told.policy if told.detail.booking.cancel_by else "",
            "Details, and for your calendar:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, told.reference, told.link),
    )


def cancelled(told: Told) -> Text:
    """Tell of a booking that is off."""
    return Text(
        name="BOOKING_CANCELLED",
        body=lines_of(
            f"Your booking of *{told.what}* on {told.when} is cancelled.",
            f"Its reference was {told.reference}.",
            "Other times are here:",
            told.other_times,
        ),
        variables=(told.what, told.when, told.reference, told.other_times),
    )


def expired(told: Told) -> Text:
    """Tell of a hold that ran out."""
    return Text(
        name="BOOKING_EXPIRED",
        body=lines_of(
            f"Your hold of *{told.what}* on {told.when} has run out. Nothing was charged.",
            "If you still want to come, times are here:",
            told.other_times,
        ),
        variables=(told.what, told.when, told.other_times),
        buttons=told.for_lapsed,
    )


def moved(told: Told) -> Text:
    """Tell the new time of a booking, and what it changes: until when to confirm, or cancel."""
    is_hold = told.detail.booking.expires_at is not None
    policy = f"{told.policy} Please confirm by {told.until}." if is_hold else told.policy
    return Text(
        name="BOOKING_MOVED",
        body=lines_of(
            f"Your booking of *{told.what}* has a new time:",
            told.when,
            told.party,
            f"Reference {told.reference}",
            *told.arrival,
            "",
            told.policy,
            f"Please confirm by {told.until}:" if is_hold else "Details:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, policy, told.reference, told.link),
        buttons=told.for_hold if is_hold else (),
    )


def reminder_day(told: Told) -> Text:
    """Remind of a departure a day ahead."""
    return _reminder(told, "REMINDER_24H", f"Looking forward to seeing you: *{told.what}*")


def reminder_hour(told: Told) -> Text:
    """Remind of a departure an hour ahead."""
    return _reminder(told, "REMINDER_1H", f"It is almost time for *{told.what}*")


def _reminder(told: Told, name: str, greeting: str) -> Text:
    return Text(
        name=name,
        body=lines_of(greeting, told.when, told.party, *told.arrival, told.link),
        variables=(told.what, told.when, told.place or "the front desk", told.link),
        buttons=told.for_cancellable,
    )


def _of_hold(told: Told) -> tuple[str, ...]:
    return (told.what, told.when, told.party, told.policy, told.until, told.link)
