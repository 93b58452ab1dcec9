"""What a guest reads when something is held, confirmed or let go in the chat."""

from collections.abc import Sequence
from datetime import date, datetime

from resortbook.application.phrases.offers import capital, length, listed, near_day
from resortbook.application.phrases.plain import NOTE, name_of, place_of, plain
from resortbook.application.phrases.words import Words, spaced
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail


def when(start: datetime, *, today: date, words: Words) -> str:
    """Write a departure: `tomorrow, Friday, October 16 at 2:00 PM`."""
    day = near_day(words.local_day(start), today=today, words=words)
    return f"{day} at {words.time(start)}"


def summary(detail: BookingDetail, *, today: date, words: Words) -> str:
    """Write what a booking is for on two lines: when, for whom, at what price."""
    booking = detail.booking
    return "\n".join(
        [
            capital(when(detail.slot.start_time, today=today, words=words))
            + f" ({length(detail.activity.duration_minutes)})",
            f"{capital(words.people(booking))}, {words.total(booking)}",
        ]
    )


def policy(detail: BookingDetail, words: Words) -> str:
    """Say until when it can be cancelled, or that it cannot."""
    booking = detail.booking
    if booking.cancel_by is not None:
        return f"You can cancel until {words.moment(booking.cancel_by)}."
    if booking.expires_at is not None:
        return "It cannot be cancelled once it is confirmed."
    return "It can no longer be cancelled."


def rules(activity: Activity) -> str:
    """Write an activity's own rules, or nothing."""
    said = []
    if activity.min_age:
        said.append(f"from age {activity.min_age}")
    if activity.min_party > 1 and activity.min_party == activity.max_party:
        said.append(f"for {activity.min_party} people")
    elif activity.min_party > 1:
        said.append(f"for {activity.min_party} people or more")
    return f"{capital(', '.join(said))}." if said else ""


def minutes_left(detail: BookingDetail, now: datetime) -> int:
    """Return how many minutes a hold still lasts, to the nearest, at least one."""
    expires_at = detail.booking.expires_at
    left = (expires_at - now).total_seconds() if expires_at else 0
    return max(1, round(left / 60))


def held(
    detail: BookingDetail, activity: Activity, *, now: datetime, words: Words, verb: str
) -> str:
    """Tell of a hold with everything that is to be known before confirming."""
    minutes = minutes_left(detail, now)
    lasts = "1 minute" if minutes == 1 else f"{minutes} minutes"
    lines = [
        f"{verb} for {lasts}: *{name_of(detail)}*",
        summary(detail, today=words.local_day(now), words=words),
        " ".join(part for part in (rules(activity), policy(detail, words)) if part),
    ]
    return "\n".join(lines)


def shall_i_confirm(count: int = 1) -> str:
    """Ask for the confirming yes."""
    if count == 2:
        return "Shall I confirm both?"
    return "Shall I confirm it?" if count == 1 else f"Shall I confirm all {count}?"


def confirm_again(details: Sequence[BookingDetail], words: Words) -> str:
    """Ask once more for the confirming yes, naming what it is about."""
    names = listed([f"{name_of(d)} on {words.moment(d.slot.start_time)}" for d in details])
    return f"Shall I confirm {names}?"


def confirmed(detail: BookingDetail, *, today: date, words: Words) -> str:
    """Tell of a booking that was confirmed: when, where, with what, and until when it may be
    cancelled.
    """
    activity, booking = detail.activity, detail.booking
    place, bring = place_of(activity), plain(activity.bring, NOTE)
    early = activity.arrive_minutes_before
    lines = [
        f"Confirmed: *{name_of(activity)}*",
        summary(detail, today=today, words=words),
        f"Reference {spaced(booking.reference)}",
        f"Where: {place}" if place else "",
        f"Please be there {early} minutes before." if early else "",
        f"Bring: {bring}" if bring else "",
        policy(detail, words),
    ]
    return "\n".join(line for line in lines if line)


def confirmed_short(detail: BookingDetail, *, today: date, words: Words) -> str:
    """Tell of one of several bookings that were confirmed at once."""
    start = when(detail.slot.start_time, today=today, words=words)
    reference = spaced(detail.booking.reference)
    total = words.total(detail.booking)
    return f"Confirmed: *{name_of(detail)}*, {start}, {total}, reference {reference}."


def already_confirmed(detail: BookingDetail, words: Words) -> str:
    """Say that it had been confirmed before."""
    reference = spaced(detail.booking.reference)
    start = words.moment(detail.slot.start_time)
    return f"{name_of(detail)} on {start} is confirmed already, reference {reference}."


def let_go(detail: BookingDetail, words: Words) -> str:
    """Say that a hold was let go."""
    start = words.moment(detail.slot.start_time)
    return f"I've let go of {name_of(detail)} on {start}. Nothing was booked."


def ran_out(detail: BookingDetail, words: Words) -> str:
    """Say that a hold ran out."""
    start = words.moment(detail.slot.start_time)
    return f"Your hold of {name_of(detail)} on {start} had run out."


def was_cancelled(detail: BookingDetail, words: Words) -> str:
    """Say that it is off already."""
    return f"{name_of(detail)} on {words.moment(detail.slot.start_time)} is off already."


def is_over(detail: BookingDetail, words: Words) -> str:
    """Say that it has taken place."""
    return f"{name_of(detail)} on {words.moment(detail.slot.start_time)} is over."


def hold_again() -> str:
    """Offer to hold it once more."""
    return "Shall I hold it again?"


def booked_already(detail: BookingDetail, words: Words) -> str:
    """Say that there is such a booking, and ask about another one."""
    start = words.moment(detail.slot.start_time)
    people = words.people(detail.booking)
    state = "booked" if detail.booking.confirmed_at else "on hold for you"
    return f"{name_of(detail)} on {start} is {state} already, for {people}."


def another() -> str:
    """Ask whether there shall be one more."""
    return "Would you like another one besides it?"


def hold_limit(details: Sequence[BookingDetail], words: Words) -> str:
    """Say that there are as many holds as one may have, and name them."""
    lines = [f"{name_of(d)}, {words.moment(d.slot.start_time)}" for d in details]
    told = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return f"You have {len(details)} holds open, and that is as many as can be:\n{told}"


def room() -> str:
    """Ask for the room."""
    return "One thing more, which you can skip: which room are you in, for the bill?"


def room_kept(told: str) -> str:
    """Thank for the room."""
    return f"Thank you, room {told} is noted."


def see_you() -> str:
    """Look forward to it."""
    return "See you there!"


def nothing_to_confirm() -> str:
    """Say that nothing is waiting for a yes."""
    return "There is nothing to confirm at the moment."
