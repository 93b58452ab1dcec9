"""What a guest reads about an activity, from the catalogue."""

from datetime import datetime

from resortbook.application.phrases.offers import capital, described, length
from resortbook.application.phrases.offers import price as price_of
from resortbook.application.phrases.words import Words
from resortbook.domain.activity import Activity


def everything(activity: Activity, words: Words) -> str:
    """Say what it is, what it costs and how long it takes."""
    head = f"*{activity.name}*, {price_of(activity, words)}"
    return f"{head}, {length(activity.duration_minutes)}.\n{described(activity)}"


def price(activity: Activity, words: Words) -> str:
    """Say what it costs."""
    told = price_of(activity, words)
    if told == "free":
        return f"{activity.name} is free."
    shared = activity.people_per_seat
    seat = f" (one seat takes {shared} people)" if shared > 1 else ""
    return (
        f"{activity.name} costs {told}{seat}."
        if len(activity.rates) < 2
        else (f"{activity.name}: {told}.")
    )


def duration(activity: Activity) -> str:
    """Say how long it takes."""
    return f"{activity.name} takes {length(activity.duration_minutes)}."


def place(activity: Activity) -> str:
    """Say where it begins."""
    where = activity.meeting_point or activity.location
    early = activity.arrive_minutes_before
    told = (
        f"{activity.name} starts at: {where}."
        if where
        else (f"The desk will tell you where {activity.name} starts.")
    )
    return f"{told} Please be there {early} minutes before." if early else told


def bring(activity: Activity) -> str:
    """Say what to bring."""
    if not activity.bring:
        return f"You need not bring anything for {activity.name}."
    return f"For {activity.name}, bring: {activity.bring}."


def rules(activity: Activity) -> str:
    """Say for whom it is."""
    said = []
    if activity.min_age:
        said.append(f"from age {activity.min_age}")
    if activity.max_party:
        said.append(f"for up to {activity.max_party} people")
    told = [f"{activity.name} is {', '.join(said)}." if said else ""]
    if activity.requirements:
        told.append(capital(activity.requirements.strip()))
    return " ".join(part for part in told if part) or f"{activity.name} is for everybody."


def cancelling(activity: Activity, deadline_hours: int) -> str:
    """Say until when it can be cancelled."""
    if not deadline_hours:
        return f"{activity.name} can be cancelled until it starts."
    hours = "1 hour" if deadline_hours == 1 else f"{deadline_hours} hours"
    return f"{activity.name} can be cancelled until {hours} before it starts."


def has_room(name: str, start: datetime, left: int, words: Words) -> str:
    """Say that a departure has places."""
    places = "1 place" if left == 1 else f"{left} places"
    return f"Yes, {name} on {words.moment(start)} has {places} left."


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
