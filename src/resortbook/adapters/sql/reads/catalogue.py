"""Reading activities and free times."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from resortbook.adapters.sql.activities import category_labels
from resortbook.adapters.sql.activity_rows import load_activities
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.facts import load_facts
from resortbook.adapters.sql.reads import activities as lists
from resortbook.adapters.sql.reads import slots
from resortbook.adapters.sql.reads.offers import find_offer
from resortbook.adapters.sql.search_text import is_storable
from resortbook.adapters.sql.tables.catalogue import activities, activity_images
from resortbook.domain.activity import Activity
from resortbook.domain.facts import Fact
from resortbook.domain.slot import SlotReading
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import ActivityFilter, CategoryCount, Offer, SlotFilter


class SqlCatalogueReads:
    """Reading as the port `CatalogueReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def activities(
        self, wanted: ActivityFilter, page: Page, *, now: datetime
    ) -> PageOf[Activity]:
        """Load a page of those wanted. Raises InvalidInput on a bad `cursor`."""
        with self._database.reading() as connection:
            return lists.page_of_activities(connection, wanted, page, now=now)

    def activity(self, key: UUID | str) -> Activity | None:
        """Load one by id or slug."""
        if isinstance(key, str) and not is_storable(key):
            return None
        column = activities.c.slug if isinstance(key, str) else activities.c.id
        with self._database.reading() as connection:
            found = load_activities(connection, select(activities).where(column == key))
        return next(iter(found), None)

    def offer(self, activity_id: UUID, slot_id: UUID) -> Offer | None:
        """Load both in one go."""
        with self._database.reading() as connection:
            return find_offer(connection, activity_id, slot_id)

    def slugs(self) -> Mapping[UUID, str]:
        """Load them all."""
        statement = select(activities.c.id, activities.c.slug)
        with self._database.reading() as connection:
            return {row.id: row.slug for row in connection.execute(statement)}

    def owner_of_image(self, image_id: UUID) -> UUID | None:
        """Look it up."""
        c = activity_images.c
        statement = select(c.activity_id).where(c.id == image_id)
        with self._database.reading() as connection:
            found: UUID | None = connection.scalar(statement)
        return found

    def all_active(self) -> Sequence[Activity]:
        """Load all active ones, by name."""
        with self._database.reading() as connection:
            return lists.all_active(connection)

    def stamp(self) -> str:
        """Add up versions and moments of change."""
        c = activities.c
        asked = select(func.count(), func.sum(c.version), func.max(c.updated_at)).select_from(
            activities
        )
        with self._database.reading() as connection:
            return "/".join(str(one) for one in connection.execute(asked).one())

    def categories(self) -> Sequence[CategoryCount]:
        """Count the active activities of each category."""
        with self._database.reading() as connection:
            return lists.count_categories(connection)

    def facts(self) -> Sequence[Fact]:
        """Load them all."""
        with self._database.reading() as connection:
            return load_facts(connection)

    def category_labels(self) -> Mapping[str, str]:
        """Load all labels."""
        with self._database.reading() as connection:
            return category_labels(connection)

    def slot(self, slot_id: UUID, *, now: datetime) -> SlotReading | None:
        """Load one slot with its lapsed seats."""
        with self._database.reading() as connection:
            return slots.find_slot(connection, slot_id, now=now)

    def slots(self, wanted: SlotFilter, page: Page | None = None) -> PageOf[SlotReading]:
        """Load those wanted. Raises InvalidInput on a bad `cursor`."""
        with self._database.reading() as connection:
            return slots.page_of_slots(connection, wanted, page)

    def next_free(
        self,
        seats: Mapping[UUID, int],
        *,
        now: datetime,
        limit: int,
        until: datetime | None = None,
    ) -> Mapping[UUID, Sequence[SlotReading]]:
        """Load the next bookable slots of several activities at once."""
        with self._database.reading() as connection:
            return slots.next_free(connection, seats, now=now, limit=limit, until=until)

    def nearest_free(
        self, activity_id: UUID, *, seats: int, around: datetime, now: datetime, limit: int
    ) -> Sequence[SlotReading]:
        """Load the bookable slots on both sides of a moment."""
        with self._database.reading() as connection:
            return slots.nearest_free(
                connection, activity_id, seats=seats, around=around, now=now, limit=limit
            )
