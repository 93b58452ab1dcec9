"""What a guest reads about activities and free times in the chat."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from resortbook.application.phrases.plain import name_of
from resortbook.application.phrases.words import Words
from resortbook.domain.activity import Activity, PricePer
from resortbook.domain.slot import Reason

PER = {PricePer.PERSON: "a person", PricePer.SEAT: "a seat", PricePer.BOOKING: "in all"}
LINK = re.compile(r"(?:https?://|www\.)\S+")
DESCRIBED = 200


def near_day(day: date, *, today: date, words: Words) -> str:
    """Write a day, and how near it is: `tomorrow, Friday, October 16`."""
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    return f"{near}, {words.day(day)}" if near else words.day(day)


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def length(minutes: int) -> str:
    """Write a duration: `30 minutes`, `2 hours`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minutes"
    if rest:
        return f"{hours} h {rest} min"
    return "1 hour" if hours == 1 else f"{hours} hours"


def price(activity: Activity, words: Words) -> str:
    """Write what an activity costs: `$80.00 a person`, with its rates where there are more."""
    if len(activity.rates) < 2:
        told = words.money(activity.price, activity.currency)
        return told if told == "free" else f"{told} {PER[activity.price_per]}"
    rates = (
        f"{rate.label} {words.money(rate.price, activity.currency)}" for rate in activity.rates
    )
    return ", ".join(rates)


def activity_line(number: int, activity: Activity, words: Words) -> str:
    """Write one of several activities: `1. Jet Skiing, $80.00 a person, 30 minutes`."""
    first = words.money(activity.price, activity.currency)
    per = "" if first == "free" else f" {PER[activity.price_per]}"
    return f"{number}. {name_of(activity)}, {first}{per}, {length(activity.duration_minutes)}"


def activities(
    shown: Sequence[Activity],
    *,
    what: str,
    left: int,
    words: Words,
    notes: Sequence[str] = (),
) -> str:
    """List activities by number, with a note on each, and how many more there are."""
    lines = [activity_line(number, one, words) for number, one in enumerate(shown, 1)]
    if notes:
        lines = [f"{line}\n{note}" for line, note in zip(lines, notes, strict=True)]
    more = [and_more(left)] if left else []
    return "\n".join([what, *lines, *more])


def times(
    starts: Sequence[datetime], *, today: date, words: Words, with_date: bool = True
) -> list[str]:
    """Write free times, a day on each line: `Today, Friday, October 16: 2:00 PM, 4:00 PM`."""
    days: dict[date, list[str]] = {}
    for start in starts:
        days.setdefault(words.local_day(start), []).append(words.time(start))
    return [
        f"{capital(near_day(day, today=today, words=words))}: {', '.join(clock)}"
        for day, clock in days.items()
    ]


def short_time(start: datetime, *, several_days: bool, words: Words) -> str:
    """Write a time on a button: `2:00 PM`, or `Fri 2:00 PM`."""
    clock = words.time(start)
    return f"{words.day(words.local_day(start))[:3]} {clock}" if several_days else clock


def this_activity() -> str:
    """Ask for a yes to the only activity."""
    return "Would you like it?"


def which_activity() -> str:
    """Ask which one."""
    return "Which one would you like?"


def which_time(*, name: str = "") -> str:
    """Ask when."""
    return f"Which time suits you for {name}?" if name else "Which time suits you?"


def what_kinds(labels: Sequence[str]) -> str:
    """Say what kinds of activities there are."""
    return f"We have {listed(labels)}."


def listed(names: Sequence[str], *, last: str = "and") -> str:
    """Join names: `a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def here_are(category: str | None, *, day: date | None, today: date, words: Words) -> str:
    """Begin a list of activities."""
    kind = f" ({category})" if category else ""
    when = f" with places {near_day(day, today=today, words=words)}" if day else ""
    return f"Here is what we have{kind}{when}:"


def nothing_such(*, kind: str = "") -> str:
    """Say that there is no such activity."""
    return f"We have nothing{kind} that fits, I'm afraid."


def nothing_but(instead: str) -> str:
    """Say that nothing fits all that was said, and begin what fits most of it."""
    return f"{nothing_such()} {instead}"


SAME_DAY = "At other times of that day:"
OTHER_DAYS = "On other days:"
OTHER_KINDS = "Of other kinds:"
OTHER_PRICES = "For other prices:"


def title(activity: Activity, words: Words, *, people: int = 0) -> str:
    """Name an activity with its price and length, and for how many it would be."""
    told = f"*{name_of(activity)}*, {price(activity, words)}"
    party = f", for {people} people" if people > 1 else ""
    return f"{told}, {length(activity.duration_minutes)}{party}."


def no_departure(name: str, when: str) -> str:
    """Say that there is none then."""
    return f"There is no {name} {when}."


WHY_NOT = {
    Reason.SOLD_OUT: "is sold out",
    Reason.CLOSED: "does not take place",
    Reason.CUTOFF: "takes no more bookings",
    Reason.PARTY_TOO_LARGE: "is too small for so many",
    Reason.RESOURCE: "is taken",
}


def not_to_be_had(name: str, start: datetime, reason: Reason, seats: int, words: Words) -> str:
    """Say that a departure cannot be had, and why."""
    if reason is Reason.SOLD_OUT and seats:
        left = "1 place" if seats == 1 else f"{seats} places"
        return f"{name} on {words.moment(start)} has only {left} left."
    return f"{name} on {words.moment(start)} {WHY_NOT[reason]}."


def taken_meanwhile(name: str, start: datetime, words: Words) -> str:
    """Say that somebody else was faster."""
    return f"I'm sorry, {name} on {words.moment(start)} has just been taken."


def instead_suits(*, one: bool) -> str:
    """Ask whether another time will do."""
    return "That one is free. Does it suit you?" if one else "Which of these suits you?"


def does_it_suit() -> str:
    """Ask whether the only time will do."""
    return "Does that suit you?"


def no_more_choices() -> str:
    """Say that everything was shown."""
    return "That was all of it."


def and_more(count: int) -> str:
    """Say how many more there are."""
    return f'And {count} more: just write "more".'


def nothing_free(name: str, until: datetime, words: Words) -> str:
    """Say that there is no room for a good while."""
    day = words.day(words.local_day(until))
    return f"{name} has no room for you until {day}, I'm afraid."


def past() -> str:
    """Say that a time is over."""
    return "That time is over already."


def both_ways() -> str:
    """Say that a time can be meant in more than one way."""
    return "That can be more than one time:"


def too_many(name: str, most: int) -> str:
    """Say how many people one departure takes."""
    people = "1 person" if most == 1 else f"{most} people"
    return f"{name} takes at most {people} at a time."


def described(activity: Activity) -> str:
    """Say what an activity is in its own first sentences; the one link is the guest's."""
    text = " ".join(LINK.sub("", activity.description).split())
    if len(text) <= DESCRIBED:
        return text
    cut = text[:DESCRIBED]
    end = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    return cut[: end + 1] if end > 40 else cut[: cut.rfind(" ")] + "…"


def i_recommend() -> str:
    """Begin a few recommendations."""
    return "I would suggest:"


def which_is_meant() -> str:
    """Say that a name fits more than one activity."""
    return "There is more than one that fits:"


def what_instead() -> str:
    """Ask what it shall be."""
    return "What would you like to do?"


def about_which() -> str:
    """Ask which activity a question is about."""
    return "Which activity do you mean?"
