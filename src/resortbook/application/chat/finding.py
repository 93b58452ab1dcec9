"""Finding activities that fit what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.commands import Details
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.times import fits
from resortbook.application.chat.understanding.money import Budget
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import When
from resortbook.application.policy import BookingPolicy
from resortbook.application.recommendations import Occasion
from resortbook.domain.activity import Activity
from resortbook.domain.errors import InvalidInput
from resortbook.domain.party import check_rules, quote
from resortbook.domain.schedule import day_bounds
from resortbook.domain.slot import SlotReading
from resortbook.ports.reads import CatalogueReads, SlotFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Narrows the catalogue by a guest's words; nothing here changes anything."""

    reads: CatalogueReads
    policy: BookingPolicy

    def fitting(self, details: Details, *, now: datetime) -> list[Activity]:
        """Return what fits: its kind, price, party, and a free time where one was said."""
        # By id is in the order of making, which is the resort's own.
        every = sorted(self.reads.all_active(), key=lambda one: one.id)
        found = [one for one in every if self._suits(one, details)]
        if details.when:
            free = self._departures(details, now=now)
            found = [one for one in found if one.id in free]
        if details.budget is not None and (details.budget.cheap or details.budget.dear):
            found.sort(key=lambda one: one.price.minor, reverse=details.budget.dear)
            return found
        is_vague = not (details.category or details.when or details.budget)
        return _mixed(found) if is_vague else found

    def occasion(
        self, details: Details, *, now: datetime, kinds: frozenset[str] = frozenset()
    ) -> Occasion:
        """Return the same for recommending: how many seats of what, and when it can be had;
        of these kinds alone where some are told.
        """
        seats = {
            one.id: seats_of(one, details.party)
            for one in self.reads.all_active()
            if self._suits(one, details) and (not kinds or one.category in kinds)
        }
        if not details.when:
            return Occasion(seats=seats)
        free = self._departures(details, now=now)
        return Occasion(
            seats=seats,
            departures={one: slot for one, slot in free.items() if one in seats},
        )

    def _suits(self, activity: Activity, details: Details) -> bool:
        if details.category and activity.category != details.category:
            return False
        budget = details.budget
        if budget is not None and not affordable(activity, budget):
            return False
        return self._takes(activity, details)

    def _takes(self, activity: Activity, details: Details) -> bool:
        if details.party is None:
            return True
        try:
            asked = quote(activity, rates_of(activity, details.party))
            check_rules(activity, asked)
        except InvalidInput:
            return False
        return asked.seats <= activity.capacity_per_slot

    def _departures(self, details: Details, *, now: datetime) -> dict[UUID, SlotReading]:
        """Return each activity's first free departure at the time that was said."""
        start, end = self._stretch(details.when, now)
        found = self.reads.slots(SlotFilter(now=now, start=start, end=end))
        by_id = {one.id: one for one in self.reads.all_active()}
        free: dict[UUID, SlotReading] = {}
        for reading in found.items:
            activity = by_id.get(reading.slot.activity_id)
            if activity is None or not fits(reading, details.when, self.policy.zone):
                continue
            seats = seats_of(activity, details.party)
            if reading.reason_against(seats, activity=activity, now=now) is None:
                free.setdefault(activity.id, reading)
        return free

    def _stretch(self, when: When, now: datetime) -> tuple[datetime, datetime]:
        today = now.astimezone(self.policy.zone).date()
        first = max(today, when.days[0]) if when.days else today
        last = when.until or (max(when.days) if when.days else first)
        start, end = day_bounds(first, max(first, last), self.policy.zone)
        return max(start, now), end


def affordable(activity: Activity, budget: Budget) -> bool:
    """Whether the price is within what may be spent."""
    price = activity.price.decimal
    return (budget.most is None or price <= budget.most) and (
        budget.least is None or price >= budget.least
    )


def seats_of(activity: Activity, party: PartySaid | None) -> int:
    """Return a party's seats (nobody said: the smallest); too many where it may not come."""
    try:
        return quote(activity, rates_of(activity, party) if party else activity.min_party).seats
    except InvalidInput:
        return activity.capacity_per_slot + 1


def _mixed(found: Sequence[Activity]) -> list[Activity]:
    """Return activities so that those of one kind do not stand together."""
    kinds: dict[str, list[Activity]] = {}
    for one in found:
        kinds.setdefault(one.category, []).append(one)
    rounds = max((len(one) for one in kinds.values()), default=0)
    return [kind[n] for n in range(rounds) for kind in kinds.values() if n < len(kind)]
