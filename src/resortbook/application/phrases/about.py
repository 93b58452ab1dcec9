"""What a guest reads about an activity, from the catalogue."""

from datetime import datetime

from resortbook.application.phrases.offers import capital, described, length
from resortbook.application.phrases.offers import price as price_of
from resortbook.application.phrases.plain import WHOLE, name_of, place_of, plain
from resortbook.application.phrases.words import Words
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail


def everything(activity: Activity, words: Words) -> str:
    """Say what it is, what it costs and how long it takes."""
    head = f"*{name_of(activity)}*, {price_of(activity, words)}"
    return f"{head}, {length(activity.duration_minutes)}.\n{described(activity)}"


def price(activity: Activity, words: Words) -> str:
    """Say what it costs."""
    told = price_of(activity, words)
    if told == "free":
        return f"{name_of(activity)} is free."
    shared = activity.people_per_seat
    seat = f" (one seat takes {shared} people)" if shared > 1 else ""
    return (
        f"{name_of(activity)} costs {told}{seat}."
        if len(activity.rates) < 2
        else (f"{name_of(activity)}: {told}.")
    )


def duration(activity: Activity) -> str:
    """Say how long it takes."""
    return f"{name_of(activity)} takes {length(activity.duration_minutes)}."


def place(activity: Activity) -> str:
    """Say where it begins."""
    where = place_of(activity).rstrip(".")
    early = activity.arrive_minutes_before
    told = (
        f"{name_of(activity)} starts at: {where}."
        if where
        else (f"The desk will tell you where {name_of(activity)} starts.")
    )
    return f"{told} Please be there {early} minutes before." if early else told


def bring(activity: Activity) -> str:
    """Say what to bring."""
    if not activity.bring:
        return f"You need not bring anything for {name_of(activity)}."
    return f"For {name_of(activity)}, bring: {plain(activity.bring, WHOLE).rstrip('.')}."


def rules(activity: Activity) -> str:
    """Say for whom it is."""
    said = []
    if activity.min_age and str(activity.min_age) not in activity.requirements:
        said.append(f"from age {activity.min_age}")
    if activity.max_party:
        said.append(f"for up to {activity.max_party} people")
    told = [f"{name_of(activity)} is {', '.join(said)}." if said else ""]
    if activity.requirements:
        told.append(capital(plain(activity.requirements, WHOLE)))
    return " ".join(part for part in told if part) or f"{name_of(activity)} is for everybody."


def health(activity: Activity) -> str:
    """Say what is written of whom it is for; whether it suits somebody, people judge."""
    judged = "I can't say whether it would be right for you: our team can."
    written = activity.requirements or activity.min_age
    return f"{rules(activity)} {judged}" if written else f"{name_of(activity)}: {judged}"


def cancelling(activity: Activity, deadline_hours: int) -> str:
    """Say until when it can be cancelled."""
    if not deadline_hours:
        return f"{name_of(activity)} can be cancelled until it starts."
    hours = "1 hour" if deadline_hours == 1 else f"{deadline_hours} hours"
    return f"{name_of(activity)} can be cancelled until {hours} before it starts."


def has_room(name: str, start: datetime, left: int, words: Words) -> str:
    """Say that a departure has places."""
    places = "1 place" if left == 1 else f"{left} places"
    return f"Yes, {name} on {words.moment(start)} has {places} left."


def starts(name: str, start: str, *, early: int) -> str:
    """Say when a booked departure starts."""
    told = f"{name} is {start}."
    return f"{told} Please be there {early} minutes before." if early else told


def shall_i_move(detail: BookingDetail, words: Words) -> str:
    """Offer it in place of what is held."""
    return f"Shall I move your hold at {words.time(detail.slot.start_time)} there?"


def shall_i_hold() -> str:
    """Offer to hold it."""
    return "Shall I hold it for you?"


def cancelling_in_general(deadline_hours: int) -> str:
    """Say until when activities can be cancelled, as a rule."""
    hours = "1 hour" if deadline_hours == 1 else f"{deadline_hours} hours"
    return (
        f"Most activities can be cancelled until {hours} before they start. I always tell you "
        "the exact time before you confirm."
    )
