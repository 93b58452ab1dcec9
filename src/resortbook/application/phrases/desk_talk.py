"""What the desk reads of a guest who asks for it, and a guest of the desk."""

from resortbook.application.phrases.text import Text
from resortbook.application.phrases.words import Words, spaced
from resortbook.domain.booking import BookingDetail


def asked_about(detail: BookingDetail, message: str, *, words: Words) -> str:
    """Tell the desk which booking a guest asks about, and what."""
    when = words.moment(detail.slot.start_time)
    booking = f"{spaced(detail.booking.reference)}, {detail.activity.name}, {when}"
    return f"Asks about booking {booking}: {message.strip()}"


def desk_message(body: str) -> Text:
    """Say in either form what somebody at the desk wrote."""
    return Text(name="DESK_MESSAGE", body=body, variables=(body,))
