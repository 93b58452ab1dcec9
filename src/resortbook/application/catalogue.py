"""What the resort offers, and when there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from resortbook.application.policy import BookingPolicy
from resortbook.application.references import as_uuid
from resortbook.application.search import best_first
from resortbook.domain.activity import Activity
from resortbook.domain.errors import InvalidInput, InvalidTime, NotFound
from resortbook.domain.money import Money
from resortbook.domain.party import quote, seats_for
from resortbook.domain.schedule import day_bounds
from resortbook.domain.slot import Reason, SlotReading
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import (
    ActivityFilter,
    ActivitySort,
    CatalogueReads,
    CategoryCount,
    Free,
    SlotFilter,
)
from resortbook.ports.world import Clock

MAX_DAYS = 31
DEFAULT_DAYS = 7
NEXT_SLOTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityQuery:
    """What a guest looks for; on `day`, a day of the resort, there must be a free slot."""

    category: str | None = None
    text: str | None = None
    min_price: Money | None = None
    max_price: Money | None = None
    day: date | None = None
    participants: int | None = None
    sort: ActivitySort = ActivitySort.NAME
    include_inactive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotChoice:
    """A slot, and why the party cannot book it (None: it can)."""

    reading: SlotReading
    reason: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """The departures of an activity for a party, in time order, without started ones."""

    activity: Activity
    zone: ZoneInfo
    choices: tuple[SlotChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueService:
    """Shows activities and free times. Nothing here changes anything."""

    reads: CatalogueReads
    clock: Clock
    policy: BookingPolicy

    def list_activities(self, query: ActivityQuery, page: Page) -> PageOf[Activity]:
        """Return a page of activities.

        Raises:
            InvalidInput: a bad cursor, or a price range that is none.
        """
        if query.min_price and query.max_price and query.max_price < query.min_price:
            raise InvalidInput.on("max_price", "This is less than min_price")
        wanted = ActivityFilter(
            category=query.category,
            text=query.text,
            min_price=query.min_price,
            max_price=query.max_price,
            participants=query.participants,
            free=self._free_on(query.day) if query.day else None,
            include_inactive=query.include_inactive,
            sort=query.sort,
        )
        return self.reads.activities(wanted, page, now=self.clock.now())

    def get_activity(self, key: UUID | str, *, inactive_too: bool = False) -> Activity:
        """Return the activity of that id or slug. Raises NotFound."""
        known = key if isinstance(key, UUID) else as_uuid(key) or key
        activity = self.reads.activity(known)
        if activity is None or not (activity.is_active or inactive_too):
            raise NotFound("There is no such activity")
        return activity

    def categories(self) -> Sequence[CategoryCount]:
        """Return the categories on offer with their numbers of activities, by label."""
        return self.reads.categories()

    def search(self, text: str, page: Page) -> PageOf[Activity]:
        """Return activities that `text` may mean, typing errors forgiven, best first.

        Raises:
            InvalidInput: a bad cursor.
        """
        skip = _offset(page.cursor)
        labels = self.reads.category_labels()
        found = best_first(text, self.reads.all_active(), labels)
        items = tuple(found[skip : skip + page.limit])
        more = len(found) > skip + page.limit
        return PageOf(items=items, next_cursor=str(skip + page.limit) if more else None)

    def availability(
        self,
        key: UUID | str,
        *,
        first: date | None = None,
        last: date | None = None,
        participants: int = 1,
    ) -> Availability:
        """Return the departures from the resort's day `first` to `last`, by default today
        and the next 6.

        Raises:
            NotFound: no such activity.
            InvalidTime: `last` before `first`, or more than 31 days.
            InvalidInput: not a number of people.
        """
        activity = self.get_activity(key)
        now = self.clock.now()
        first = first or now.astimezone(self.policy.zone).date()
        last = last or _plus(first, DEFAULT_DAYS - 1)
        if not 0 <= (last - first).days < MAX_DAYS:
            raise InvalidTime(
                f"Ask for 1 to {MAX_DAYS} days", fields={"to": [f"1 to {MAX_DAYS} days"]}
            )
        seats = quote(activity, participants).seats
        start, end = day_bounds(first, last, self.policy.zone)
        found = self.reads.slots(
            SlotFilter(now=now, start=max(start, now), end=end, activity_id=activity.id)
        )
        choices = tuple(
            SlotChoice(
                reading=reading,
                reason=reading.reason_against(seats, activity=activity, now=now),
            )
            for reading in found.items
            if not reading.slot.has_started(now)
        )
        return Availability(activity=activity, zone=self.policy.zone, choices=choices)

    def next_slots(
        self, activities: Sequence[Activity], *, participants: int = 1
    ) -> Mapping[UUID, Sequence[SlotReading]]:
        """Return the next three slots of each activity (by id) that the party can book."""
        seats = {a.id: _seats(a, participants) for a in activities}
        return self.reads.next_free(seats, now=self.clock.now(), limit=NEXT_SLOTS)

    def _free_on(self, day: date) -> Free:
        start, end = day_bounds(day, day, self.policy.zone)
        return Free(start=start, end=end)


def _seats(activity: Activity, participants: int) -> int:
    return max(1, seats_for(activity, {activity.rates[0].code: participants}))


def _plus(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise InvalidTime("There is no such day", fields={"from": ["Too far away"]}) from None


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 7):
        raise InvalidInput.on("cursor", "This is no cursor of this list")
    return int(cursor)
