"""How good recommendations are: hits among three, beside popularity and chance, and how fast.

    python -m bench.tastes [--guests 500] [--activities 200] [--rounds 4]

Everything runs by the product's own services on SQLite, without a language model.
"""

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from dependency_injector import providers

from bench.machine import described
from bench.tastes.island import Person, Thing, grown, made
from resortbook.application.hold import BookingRequest
from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook.domain.actor import Actor, Door
from tests.fakes import ScriptedMessenger
from tests.resort_fixtures import Given, MovableClock, settings_for

NOW = datetime(2026, 10, 15, 13, 0, tzinfo=UTC)
SHOWN = 3
PAST_BOOKINGS = 3
GOAL_MS = 50
Recommend = Callable[[Person], Sequence[UUID]]


@dataclass(slots=True, kw_only=True)
class World:
    """The resort, its guests, and what each of them did."""

    resort: Resort
    things: list[Thing]
    people: list[Person]
    chance: random.Random
    done: dict[UUID, set[UUID]] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def live(self) -> None:
        """Let everybody book a few things: what they know of, and like."""
        slots = {}
        for thing in self.things:
            found = self.resort.reads.catalogue.next_free(
                {thing.activity.id: 1}, now=NOW, limit=1
            )
            slots[thing.activity.id] = found[thing.activity.id][0].slot.id
        for person in self.people:
            chosen: set[UUID] = set()
            while len(chosen) < PAST_BOOKINGS:
                chosen.add(self._chosen(person))
            self.done[person.guest_id] = chosen
            for one in chosen:
                self._book(person, one, slots[one])

    def _chosen(self, person: Person) -> UUID:
        """Choose one: of a handful that somebody hears of by its fame, the one liked best."""
        fame = [one.fame for one in self.things]
        heard = self.chance.choices(self.things, weights=fame, k=8)
        best = max(heard, key=lambda one: person.likings[one.activity.id])
        return best.activity.id

    def _book(self, person: Person, activity: UUID, slot: UUID) -> None:
        by = Actor.guest(person.guest_id, door=Door.WEB)
        request = BookingRequest(activity_id=activity, time_slot_id=slot, party=1)
        held = self.resort.bookings.create_booking(request, by=by)
        self.resort.bookings.confirm_booking(held.booking.id, by=by)

    def by_rules(self, person: Person) -> Sequence[UUID]:
        """Ask the product, by the clock."""
        began, worked = time.perf_counter(), time.thread_time()
        found = self.resort.recommendations.get_recommendations(person.guest_id, limit=SHOWN)
        self.waits.append((time.perf_counter() - began) * 1000)
        self.work.append((time.thread_time() - worked) * 1000)
        return [one.activity.id for one in found]

    def by_popularity(self, person: Person) -> Sequence[UUID]:
        """Return what most have booked, without what this guest did."""
        counts = self.resort.reads.tastes.booked_since(NOW.replace(year=NOW.year - 1))
        best = sorted(counts, key=lambda one: (-counts[one], one))
        return [one for one in best if one not in self.done[person.guest_id]][:SHOWN]

    def by_chance(self, person: Person) -> Sequence[UUID]:
        """Return any."""
        left = [
            one.activity.id
            for one in self.things
            if one.activity.id not in self.done[person.guest_id]
        ]
        return self.chance.sample(left, SHOWN)

    def hits(self, recommend: Recommend) -> float:
        """Return the share of guests who find something that they would be glad of."""
        found = [self._is_hit(one, recommend(one)) for one in self.people]
        return sum(found) / len(found)

    def _is_hit(self, person: Person, shown: Sequence[UUID]) -> bool:
        left = person.liked - self.done[person.guest_id]
        return bool(left & set(shown))

    def say(self) -> None:
        """Let every guest say of what is recommended whether it helps."""
        for person in self.people:
            by = Actor.guest(person.guest_id, door=Door.WEB)
            for one in self.by_rules(person):
                helpful = one in person.liked
                self.resort.recommendations.add_feedback(one, helpful=helpful, by=by)


def main() -> int:
    """Measure, tell, and return the status: 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="bench.tastes", description=main.__doc__)
    parser.add_argument("--guests", type=int, default=500)
    parser.add_argument("--activities", type=int, default=200)
    parser.add_argument(
        "--rounds", type=int, default=4, help="times that everybody says how it was"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        world = opened(
            Path(folder), guests=asked.guests, activities=asked.activities, seed=asked.seed
        )
        world.live()
        chance, popular = world.hits(world.by_chance), world.hits(world.by_popularity)
        rounds = [world.hits(world.by_rules)]
        for _ in range(asked.rounds):
            world.say()
            rounds.append(world.hits(world.by_rules))
        print(described(Path(folder), f"SQLite {sqlite3.sqlite_version}"))
        world.resort.close()
    middle, late = _late(world.waits)
    print(f"{asked.guests} guests, {asked.activities} activities; hits among {SHOWN}:")
    print(f"  chance      {chance:.3f}")
    print(f"  popularity  {popular:.3f}")
    for number, rate in enumerate(rounds):
        print(f"  rules       {rate:.3f} after {number} times of feedback")
    print(f"a recommendation: p50 {middle:.1f} ms, p95 {late:.1f} ms (goal {GOAL_MS} ms)")
    print("  of a core's time: p50 {:.1f} ms, p95 {:.1f} ms".format(*_late(world.work)))
    is_better = rounds[0] > 1.5 * max(chance, popular) and rounds[-1] > rounds[0]
    return 0 if is_better and late <= GOAL_MS else 1


def _late(taken: list[float]) -> tuple[float, float]:
    """Return the middle, and what 95 of 100 are under."""
    in_order = sorted(taken)
    return in_order[len(in_order) // 2], in_order[int(0.95 * len(in_order))]


def opened(folder: Path, *, guests: int, activities: int, seed: int) -> World:
    """Make a resort in a folder, with so many guests and activities."""
    settings = settings_for(f"sqlite:///{folder / 'resort.sqlite'}", folder)
    container = build(settings)
    container.clock.override(providers.Object(MovableClock(NOW)))
    container.messenger.override(providers.Object(ScriptedMessenger()))
    resort: Resort = container.resort()
    resort.migrations.upgrade()
    chance, given = random.Random(seed), Given(container)
    things = made(given, activities, now=NOW, chance=chance)
    people = grown(given, guests, things, chance)
    return World(resort=resort, things=things, people=people, chance=chance)


if __name__ == "__main__":
    sys.exit(main())
