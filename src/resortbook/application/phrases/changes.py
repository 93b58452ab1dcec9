"""What a guest reads in the chat about bookings that are listed, moved or cancelled."""

from collections.abc import Sequence
from datetime import date, datetime

from resortbook.application.phrases.holds import when
from resortbook.application.phrases.offers import capital
from resortbook.application.phrases.plain import name_of
from resortbook.application.phrases.words import Words, spaced
from resortbook.domain.booking import BookingDetail, BookingStatus

STATES = {BookingStatus.PENDING: "on hold", BookingStatus.CONFIRMED: "confirmed"}


def booking_line(detail: BookingDetail, *, today: date, words: Words) -> str:
    """Write a booking on one line."""
    booking = detail.booking
    start = when(detail.slot.start_time, today=today, words=words)
    until = f" until {words.time(booking.expires_at)}" if booking.expires_at else ""
    state = f"{STATES.get(booking.status, booking.status.value)}{until}"
    people, total = words.people(booking), words.total(booking)
    reference = spaced(booking.reference)
    return f"{name_of(detail)}, {start}, {people}, {total}, {state}, {reference}"


def bookings(details: Sequence[BookingDetail], *, left: int, today: date, words: Words) -> str:
    """List bookings by number."""
    lines = [
        f"{number}. {booking_line(one, today=today, words=words)}"
        for number, one in enumerate(details, 1)
    ]
    more = [f"And {left} more, in the web app."] if left else []
    return "\n".join(["Your bookings:", *lines, *more])


def no_bookings() -> str:
    """Say that nothing lies ahead."""
    return "You have no bookings ahead."


def which(verb: str) -> str:
    """Ask which booking is meant."""
    return f"Which one shall I {verb}?"


def cancel_it(detail: BookingDetail, words: Words) -> str:
    """Ask for the yes to a cancellation."""
    booking = detail.booking
    start = words.moment(detail.slot.start_time)
    people, total = words.people(booking), words.total(booking)
    return f"Shall I cancel {name_of(detail)} on {start} ({people}, {total})?"


def cancel_all(details: Sequence[BookingDetail], words: Words) -> str:
    """Ask for the yes to several cancellations."""
    lines = [f"- {name_of(d)}, {words.moment(d.slot.start_time)}" for d in details]
    return "\n".join([*lines, f"Shall I cancel all {len(details)}?"])


def cancelled(detail: BookingDetail, words: Words) -> str:
    """Say that it is cancelled."""
    start = words.moment(detail.slot.start_time)
    reference = spaced(detail.booking.reference)
    return f"{name_of(detail)} on {start} is cancelled (reference {reference})."


def kept(detail: BookingDetail, words: Words) -> str:
    """Say that it stays as it is."""
    start = words.moment(detail.slot.start_time)
    return f"{name_of(detail)} on {start} stays as it is."


def too_late(detail: BookingDetail, deadline: datetime, words: Words) -> str:
    """Say that the deadline has passed."""
    start = words.moment(detail.slot.start_time)
    return (
        f"{name_of(detail)} on {start} could be cancelled or changed until "
        f"{words.moment(deadline)}."
    )


def shall_i_ask_desk() -> str:
    """Offer to pass the wish on."""
    return "Shall I ask the front desk for you?"


def move_it(detail: BookingDetail, to: datetime, *, today: date, words: Words) -> str:
    """Ask for the yes to a move."""
    start = words.moment(detail.slot.start_time)
    then = when(to, today=today, words=words)
    return f"Shall I move {name_of(detail)} from {start} to {then}?"


def moved(detail: BookingDetail, *, today: date, words: Words) -> str:
    """Say that it was moved."""
    then = when(detail.slot.start_time, today=today, words=words)
    return f"Moved: {name_of(detail)} is {then} now."


def already_then(detail: BookingDetail, words: Words) -> str:
    """Say that it is at that time already."""
    return f"{name_of(detail)} is on {words.moment(detail.slot.start_time)} already."


def move_when(detail: BookingDetail) -> str:
    """Ask for the new time."""
    return f"To which time shall I move {name_of(detail)}?"


def party_it(detail: BookingDetail, *, people: str, total: str, words: Words) -> str:
    """Ask for the yes to another party."""
    start = words.moment(detail.slot.start_time)
    return (
        f"Shall I change {name_of(detail)} on {start} to {people}, {total} in all "
        f"(now {words.people(detail.booking)}, {words.total(detail.booking)})?"
    )


def party_changed(detail: BookingDetail, words: Words) -> str:
    """Say that the party was changed."""
    people, total = words.people(detail.booking), words.total(detail.booking)
    return f"Changed: {name_of(detail)} is for {people} now, {total}."


def no_room_for_more(detail: BookingDetail, *, left: int, words: Words) -> str:
    """Say that there are not enough places for more people."""
    start = words.moment(detail.slot.start_time)
    places = {0: "no more places", 1: "only 1 more place"}.get(left, f"only {left} more places")
    return (
        f"{name_of(detail)} on {start} has {places}. It stays at "
        f"{words.people(detail.booking)}."
    )


def how_many(detail: BookingDetail) -> str:
    """Ask for the new number."""
    return f"How many people shall {name_of(detail)} be for?"


def none_such() -> str:
    """Say that there is no such booking."""
    return "I can't find such a booking of yours."


def nothing_to_cancel() -> str:
    """Say that there is nothing to cancel."""
    return "You have no booking ahead that could be cancelled."


def not_changed(reason: str) -> str:
    """Say why a change was not possible; the booking stays."""
    return f"{capital(reason)}. Your booking stays as it is."
