"""Showing what there is: by kind, price, party and day, and what could be recommended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.times import fits
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import offers
from resortbook.domain.activity import Activity
from resortbook.domain.errors import InvalidInput
from resortbook.domain.party import check_rules, quote
from resortbook.domain.schedule import day_bounds
from resortbook.ports.reads import SlotFilter

RECOMMENDED = 3
SOON = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsing:
    """Lists activities that fit what was said; one that is alone is gone on with at once."""

    means: Means
    holding: Holding

    def browse(self, x: Exchange, details: Details) -> None:
        """List what fits."""
        found = self._fitting(x, details)
        if not found:
            self._nothing(x, details)
            return
        x.change(wish=details)
        if len(found) == 1:
            self.holding.pursue(x, _narrowed(details, found[0]))
            return
        intro = offers.here_are(
            self._label(details.category),
            day=_only_day(details.when),
            today=x.today,
            words=self.means.words,
        )
        self.holding.offering.activities(x, found, intro=intro)

    def recommend(self, x: Exchange, details: Details) -> None:
        """Offer a few that fit and that can be had soon, of different kinds."""
        when = details.when if details.when else When()
        fitting = self._fitting(x, details)
        free = self._free_ids(x, when, details) if when else self._free_soon(x, details)
        picked = _mixed([one for one in fitting if one.id in free] or fitting)[:RECOMMENDED]
        if not picked:
            self._nothing(x, details)
            return
        x.change(wish=details)
        self.holding.offering.activities(x, picked, intro=offers.i_recommend())

    def which_of(self, x: Exchange, details: Details) -> None:
        """Ask which of several activities is meant by one name."""
        found = [self.means.activity(one) for one in details.activities]
        x.change(wish=Details(when=details.when, party=details.party, request=details.request))
        known = [one for one in found if one is not None]
        self.holding.offering.activities(x, known, intro=offers.which_is_meant())

    def _fitting(self, x: Exchange, details: Details) -> list[Activity]:
        # By id is in the order of making, which is the resort's own.
        every = sorted(self.means.reads.catalogue.all_active(), key=lambda one: one.id)
        found = [one for one in every if self._suits(one, details)]
        if details.when:
            free = self._free_ids(x, details.when, details)
            found = [one for one in found if one.id in free]
        is_vague = not (details.category or details.when or details.budget)
        return _mixed(found) if is_vague else found

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

    def _free_ids(self, x: Exchange, when: When, details: Details) -> set[UUID]:
        start, end = self._stretch(x, when)
        return self._free_between(x, start, end, details, when=when)

    def _free_soon(self, x: Exchange, details: Details) -> set[UUID]:
        return self._free_between(x, x.now, x.now + SOON, details, when=When())

    def _free_between(
        self, x: Exchange, start: datetime, end: datetime, details: Details, *, when: When
    ) -> set[UUID]:
        found = self.means.reads.catalogue.slots(SlotFilter(now=x.now, start=start, end=end))
        by_id = {one.id: one for one in self.means.reads.catalogue.all_active()}
        zone = self.means.policy.zone
        free: set[UUID] = set()
        for reading in found.items:
            activity = by_id.get(reading.slot.activity_id)
            if activity is None or not fits(reading, when, zone):
                continue
            seats = _seats(activity, details)
            if reading.reason_against(seats, activity=activity, now=x.now) is None:
                free.add(activity.id)
        return free

    def _stretch(self, x: Exchange, when: When) -> tuple[datetime, datetime]:
        first = max(x.today, when.days[0]) if when.days else x.today
        last = when.until or (max(when.days) if when.days else first)
        start, end = day_bounds(first, max(first, last), self.means.policy.zone)
        return max(start, x.now), end

    def _label(self, code: str | None) -> str | None:
        if code is None:
            return None
        labels = {one.code: one.label for one in self.means.reads.catalogue.categories()}
        return labels.get(code, code)

    def _nothing(self, x: Exchange, details: Details) -> None:
        kinds = [one.label for one in self.means.reads.catalogue.categories()]
        x.change(wish=None)
        x.settle()
        x.tell(
            f"{offers.nothing_such()} {offers.what_kinds(kinds)}"
            if kinds
            else offers.nothing_such()
        )
        if kinds:
            x.wonder(offers.what_instead())


def _narrowed(details: Details, activity: Activity) -> Details:
    return Details(
        activities=(activity.id,),
        when=details.when,
        party=details.party,
        request=details.request,
    )


def _only_day(when: When) -> date | None:
    return when.days[0] if len(when.days) == 1 and when.until is None else None


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
