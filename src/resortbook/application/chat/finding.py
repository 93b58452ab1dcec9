"""Finding activities that fit what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.commands import Details
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.times import fits
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

    def occasion(self, details: Details, *, now: datetime) -> Occasion:
        """Return the same for recommending: how many seats of what, and when it can be had."""
        seats = {
            one.id: _seats(one, details)
            for one in self.reads.all_active()
            if self._suits(one, details)
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
        if budget and budget.most is not None and activity.price.decimal > budget.most:
            return False
        if budget and budget.least is not None and activity.price.decimal < budget.least:
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
            seats = _seats(activity, details)
            if reading.reason_against(seats, activity=activity, now=now) is None:
                free.setdefault(activity.id, reading)
        return free

    def _stretch(self, when: When, now: datetime) -> tuple[datetime, datetime]:
        today = now.astimezone(self.policy.zone).date()
        first = max(today, when.days[0]) if when.days else today
        last = when.until or (max(when.days) if when.days else first)
        start, end = day_bounds(first, max(first, last), self.policy.zone)
        return max(start, now), end


def _seats(activity: Activity, details: Details) -> int:
    try:
        said = details.party
        return quote(activity, rates_of(activity, said) if said else activity.min_party).seats
    except InvalidInput:
        return activity.capacity_per_slot + 1


def _mixed(found: Sequence[Activity]) -> list[Activity]:
    """Return activities so that those of one kind do not stand together."""
    kinds: dict[str, list[Activity]] = {}
    for one in found:
        kinds.setdefault(one.category, []).append(one)
    rounds = max((len(one) for one in kinds.values()), default=0)
    return [kind[n] for n in range(rounds) for kind in kinds.values() if n < len(kind)]
