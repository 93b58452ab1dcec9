"""What a guest and the desk read when a person takes over."""

from datetime import datetime

from resortbook.application.phrases.words import Words, spaced
from resortbook.domain.booking import BookingDetail

QUOTED = 300


def reach(*, desk_phone: str | None) -> str:
    """Say how to reach the desk."""
    return f'write "desk" or call {desk_phone}' if desk_phone else 'write "desk"'


def hurt(*, desk_phone: str | None) -> str:
    """Say whom to call at once."""
    whom = f"{desk_phone}" if desk_phone else "the front desk, or the local emergency number"
    return f"If somebody is hurt or in danger, call {whom} right now."


def a_person_will_answer(
    *, desk_phone: str | None, opens_at: datetime | None, words: Words
) -> str:
    """Say that a person will answer, and when; `opens_at` None: somebody is there now."""
    when = f"from {words.moment(opens_at)}" if opens_at else "as soon as they can"
    call = f" If it is urgent, call {desk_phone}." if desk_phone else ""
    return f"I've told the front desk: a person will answer you here {when}.{call}"


def back_with_bot() -> str:
    """Say that the bot answers again."""
    return "I'm back."


def out_of_depth() -> str:
    """Tell the desk why it was called."""
    return "The bot did not understand the guest's last messages."


def about_booking(detail: BookingDetail, words: Words) -> str:
    """Tell the desk which booking it is about."""
    booking = detail.booking
    start = words.moment(detail.slot.start_time)
    return f"About {spaced(booking.reference)}: {detail.activity.name}, {start}."


def in_words(body: str) -> str:
    """Tell the desk what the guest wrote."""
    text = " ".join(body.split())
    return f'The guest wrote: "{text[:QUOTED]}"' if text else ""
