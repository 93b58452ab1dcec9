"""A made-up resort: activities of many kinds, and guests whose tastes are known."""

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from resortbook.domain.activity import Activity, Category
from resortbook.domain.money import Money
from resortbook.domain.preferences import PartOfDay, Preferences
from tests.builders import a_rate, a_slot, an_activity
from tests.resort_fixtures import Given

KINDS = (
    "watersports", "spa", "dining", "culture", "wildlife", "boating", "fitness", "children",
    "adventure", "music",
)  # fmt: skip
THEMES = (
    "sunset", "dolphins", "meditation", "ceviche", "history", "sailing", "yoga", "puppets",
    "climbing", "salsa", "snorkel", "photography",
)  # fmt: skip
PRICES = (25, 45, 70, 110, 180)
HOURS = {PartOfDay.MORNING: 14, PartOfDay.AFTERNOON: 19, PartOfDay.EVENING: 23}  # UTC
LIKED = 10  # so many activities are what a guest would be glad of


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An activity with what guests go by, and how well known it is."""

    activity: Activity
    part: PartOfDay
    themes: tuple[str, ...]
    fame: float


@dataclass(slots=True, kw_only=True)
class Person:
    """A guest's taste, whole; `told` is what of it stands in the profile."""

    guest_id: UUID
    kinds: dict[str, float]
    part: PartOfDay
    theme: str
    most: int
    told: Preferences
    liked: frozenset[UUID] = frozenset()
    likings: dict[UUID, float] = field(default_factory=dict)


def made(given: Given, count: int, *, now: datetime, chance: random.Random) -> list[Thing]:
    """Put so many activities into the resort, each with a departure on each of three days."""
    storage = given.container.storage()
    things = [_thing(number, chance) for number in range(count)]
    first = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    with storage.begin() as work:
        for kind in KINDS:
            work.activities.name_category(Category(code=kind, label=kind.title()))
        for thing in things:
            work.activities.add(thing.activity)
            hour = HOURS[thing.part]
            starts = (first + timedelta(days=day, hours=hour) for day in range(3))
            work.slots.add_missing([a_slot(thing.activity, start) for start in starts])
        work.commit()
    return things


def _thing(number: int, chance: random.Random) -> Thing:
    themes = tuple(chance.sample(THEMES, 2))
    name = f"{themes[0].title()} {number:03}"
    activity = an_activity(
        name,
        category=KINDS[number % len(KINDS)],
        description=f"An hour of {themes[0]} and {themes[1]}.",
        rates=(a_rate(price=f"{chance.choice(PRICES)}.00"),),
        capacity_per_slot=2_000,
    )
    # A few things are known to everybody: that is what popularity goes by.
    fame = chance.paretovariate(1.2)
    part = chance.choice(list(PartOfDay))
    return Thing(activity=activity, part=part, themes=themes, fame=min(fame, 12.0))


def grown(given: Given, count: int, things: list[Thing], chance: random.Random) -> list[Person]:
    """Make so many guests, and keep what they tell of themselves."""
    people = []
    for _ in range(count):
        person = _person(given.guest(None).id, chance)
        person.likings = {one.activity.id: _liking(person, one, chance) for one in things}
        best = sorted(person.likings, key=lambda one: -person.likings[one])
        person.liked = frozenset(best[:LIKED])
        people.append(person)
    with given.container.storage().begin() as work:
        for person in people:
            work.preferences.put(person.told)
        work.commit()
    return people


def _person(guest_id: UUID, chance: random.Random) -> Person:
    first, second, third = chance.sample(KINDS, 3)
    person = Person(
        guest_id=guest_id,
        kinds={first: 1.0, second: 0.8, third: 0.4},
        part=chance.choice(list(PartOfDay)),
        theme=chance.choice(THEMES),
        most=chance.choice(PRICES[1:]),
        told=Preferences(guest_id=guest_id),
    )
    person.told = replace(person.told, **_told(person, chance))
    return person


def _told(person: Person, chance: random.Random) -> dict[str, Any]:
    """Tell some of it, as people do: half say one kind they like, few say more."""
    told: dict[str, Any] = {}
    if chance.random() < 0.5:
        told["preferred_categories"] = (next(iter(person.kinds)),)
    if chance.random() < 0.3:
        told["preferred_times"] = (person.part,)
    if chance.random() < 0.3:
        told["budget_max"] = Money.parse(f"{person.most}.00")
    if chance.random() < 0.25:
        told["interests"] = f"we love {person.theme}"
    return told


def _liking(person: Person, thing: Thing, chance: random.Random) -> float:
    """Return how glad the guest would be of it: taste, money, time, and a deal of chance."""
    price = thing.activity.price.minor / 100
    return (
        1.0 * person.kinds.get(thing.activity.category, 0.0)
        + 0.5 * (person.theme in thing.themes)
        + 0.3 * (thing.part is person.part)
        - 0.5 * (price > person.most)
        + 0.02 * thing.fame
        + chance.gauss(0, 0.2)
    )
