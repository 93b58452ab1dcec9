"""What lists and screens read, without loading whole aggregates; nothing here takes a lock.

Failure policy: a database that is away raises `Unavailable`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.facts import Fact
from resortbook.domain.guest import Guest
from resortbook.domain.money import Money
from resortbook.domain.slot import SlotReading, TimeSlot
from resortbook.ports.backlog import BacklogReads
from resortbook.ports.charges import ChargeReads
from resortbook.ports.contents import ContentReads
from resortbook.ports.desk_reads import DeskReads
from resortbook.ports.discrepancies import Discrepancy
from resortbook.ports.feedback_storage import TasteReads
from resortbook.ports.figures import FigureReads
from resortbook.ports.holdings import HoldingReads
from resortbook.ports.idempotency import KeptAnswer
from resortbook.ports.outgoing import OutgoingReads
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.people_reads import PeopleReads
from resortbook.ports.stays import StayReads
from resortbook.ports.talk_reads import TalkReads
from resortbook.ports.usage_storage import UsageReads


class ActivitySort(StrEnum):
    """Orders of the activity list; ties go by id."""

    NAME = "name"
    PRICE = "price"
    PRICE_DOWN = "-price"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """A wish for a slot that can be booked: starting in a stretch of time, for a number of
    people.
    """

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFilter:
    """Which activities; every condition that is given must hold.

    `text` is a substring of name, description, category or place, without regard to case
    and accents.
    `participants` is a party of the first rate: it must be allowed and fit into a slot;
    with `free` into a free one.
    """

    category: str | None = None
    text: str | None = None
    min_price: Money | None = None
    max_price: Money | None = None
    participants: int | None = None
    free: Free | None = None
    include_inactive: bool = False
    sort: ActivitySort = ActivitySort.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """A category with the number of its active activities."""

    code: str
    label: str
    activity_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFilter:
    """Which bookings; statuses are as everybody reads them at `now` (a lapsed hold is expired).

    `upcoming` True: the slot has not ended; False: it has. `starts_from`/`starts_before`
    bound the departure.
    `reference`, `phones` (any of them) and `words` (each must match a word of lead name, guest
    name or room) are alternatives.
    """

    now: datetime
    guest_id: UUID | None = None
    statuses: tuple[BookingStatus, ...] = ()
    upcoming: bool | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    activity_id: UUID | None = None
    time_slot_id: UUID | None = None
    reference: str | None = None
    phones: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFilter:
    """Which slots: starting from `start` until before `end`, of one activity or all; oldest
    first.
    """

    now: datetime
    start: datetime
    end: datetime
    activity_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingChange:
    """Something that happened to a booking, for pages that are open."""

    event_id: UUID
    booking_id: UUID
    guest_id: UUID | None
    status: BookingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An activity, without its pictures, and a slot (None: no such slot), perhaps of another
    activity.
    """

    activity: Activity
    slot: TimeSlot | None


class CatalogueReads(Protocol):
    """Activities and free times."""

    def activities(
        self, wanted: ActivityFilter, page: Page, *, now: datetime
    ) -> PageOf[Activity]:
        """Return a page of activities. Raises InvalidInput on a bad `cursor`."""
        ...

    def activity(self, key: UUID | str) -> Activity | None:
        """Return the activity of that id or slug, active or not."""
        ...

    def offer(self, activity_id: UUID, slot_id: UUID) -> Offer | None:
        """Return an activity with a slot, all that a booking is decided by; None where there is
        no such activity.
        """
        ...

    def slugs(self) -> Mapping[UUID, str]:
        """Return the slug of every activity, inactive ones too."""
        ...

    def owner_of_image(self, image_id: UUID) -> UUID | None:
        """Return the id of the activity that a picture belongs to."""
        ...

    def all_active(self) -> Sequence[Activity]:
        """Return every active activity, by name (for searching)."""
        ...

    def stamp(self) -> str:
        """Return what changes whenever an activity does (for what is built of all of them)."""
        ...

    def categories(self) -> Sequence[CategoryCount]:
        """Return the categories that have an active activity, by label."""
        ...

    def facts(self) -> Sequence[Fact]:
        """Return what the resort wants guests to know, by topic."""
        ...

    def category_labels(self) -> Mapping[str, str]:
        """Return the label of every known category by code."""
        ...

    def slot(self, slot_id: UUID, *, now: datetime) -> SlotReading | None:
        """Return one slot as it stands at `now`."""
        ...

    def slots(self, wanted: SlotFilter, page: Page | None = None) -> PageOf[SlotReading]:
        """Return slots by start, then id; all of them where no page is asked for."""
        ...

    def next_free(
        self,
        seats: Mapping[UUID, int],
        *,
        now: datetime,
        limit: int,
        until: datetime | None = None,
    ) -> Mapping[UUID, Sequence[SlotReading]]:
        """Return the next `limit` slots of each activity (by id) that have that many seats and
        take them still; with `until`, only such as start before it.
        """
        ...

    def nearest_free(
        self, activity_id: UUID, *, seats: int, around: datetime, now: datetime, limit: int
    ) -> Sequence[SlotReading]:
        """Return future bookable slots of the activity with room, nearest to `around` first,
        ties earlier first.
        """
        ...


class SalesReads(Protocol):
    """Bookings as they are shown."""

    def booking(self, key: UUID | str) -> BookingDetail | None:
        """Return the booking of that id or reference."""
        ...

    def bookings(self, wanted: BookingFilter, page: Page) -> PageOf[BookingDetail]:
        """Return a page of bookings, newest first. Raises InvalidInput on a bad `cursor`."""
        ...

    def guests_of(self, guest_ids: Sequence[UUID]) -> Mapping[UUID, Guest]:
        """Return these guests by id."""
        ...

    def changes_since(self, floor: UUID, *, limit: int) -> Sequence[BookingChange]:
        """Return what was committed about bookings with event ids above `floor`, by event id.

        Event ids are UUIDs of version 7, so `floor` is a moment of the system's clock; a
        unit of work that
        commits late shows up later below ids already seen: callers read again from a few
        seconds back.
        """
        ...

    def kept_answer(self, owner: str, key: str, *, now: datetime) -> KeptAnswer | None:
        """Return the answer kept under a key."""
        ...

    def discrepancies(self) -> Sequence[Discrepancy]:
        """Hold seats, lines, charges and events against each other; empty when everything adds
        up.
        """
        ...


class Health(Protocol):
    """Whether the state can be reached."""

    def ping(self) -> bool:
        """Say whether the database answers, within two seconds."""
        ...

    def is_at_head(self) -> bool:
        """Say whether all migrations have been applied."""
        ...


class Reads(Protocol):
    """All reading, by what it is about."""

    catalogue: CatalogueReads
    sales: SalesReads
    charges: ChargeReads
    desk: DeskReads
    figures: FigureReads
    stays: StayReads
    people: PeopleReads
    holdings: HoldingReads
    outgoing: OutgoingReads
    tastes: TasteReads
    talk: TalkReads
    contents: ContentReads
    backlog: BacklogReads
    usage: UsageReads
    health: Health
