"""Lists of activities, and their categories."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, or_, select, true

from resortbook.adapters.sql.activities import category_labels
from resortbook.adapters.sql.activity_rows import activities_of, load_activities
from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.reads.resources import lacking_resources
from resortbook.adapters.sql.reads.seats import Standing
from resortbook.adapters.sql.search_text import is_storable, searchable
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.domain.activity import Activity
from resortbook.domain.money import Money
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import ActivityFilter, ActivitySort, CategoryCount, Free

_c = activities.c
_BY_ID = Key(_c.id, UUID)
_ORDERS = {
    ActivitySort.NAME: Order("activities-name", Key(_c.sort_name, str), _BY_ID),
    ActivitySort.PRICE: Order("activities-price", Key(_c.price, Money), _BY_ID),
    ActivitySort.PRICE_DOWN: Order(
        "activities-price-down", Key(_c.price, Money, descending=True), _BY_ID
    ),
    ActivitySort.NEWEST: Order(
        "activities-newest", Key(_c.created_at, datetime, descending=True), _BY_ID
    ),
}


def page_of_activities(
    connection: Connection, wanted: ActivityFilter, page: Page, *, now: datetime
) -> PageOf[Activity]:
    """Return a page of the activities that are wanted. Raises InvalidInput on `cursor`."""
    order = _ORDERS[wanted.sort]
    conditions = _conditions(wanted, now)
    if wanted.free is not None:
        lacking = lacking_resources(connection, wanted.free, now=now)
        conditions.append(
            _has_free(wanted.free, _seats(wanted.participants or 1), now, lacking)
        )
    statement = order.page(select(activities).where(*conditions), page)
    rows = connection.execute(statement).mappings().all()
    return PageOf(
        items=tuple(activities_of(connection, rows[: page.limit])),
        next_cursor=order.next_cursor(rows, page),
    )


def all_active(connection: Connection) -> Sequence[Activity]:
    """Return every active activity, by name."""
    statement = select(activities).where(_c.is_active).order_by(_c.sort_name, _c.id)
    return load_activities(connection, statement)


def count_categories(connection: Connection) -> Sequence[CategoryCount]:
    """Return the categories of active activities, by label."""
    counts = connection.execute(
        select(_c.category, func.count()).where(_c.is_active).group_by(_c.category)
    ).all()
    labels = category_labels(connection)
    found = [
        CategoryCount(code=code, label=labels.get(code, code), activity_count=count)
        for code, count in counts
    ]
    return sorted(found, key=lambda category: (searchable(category.label), category.code))


def _conditions(wanted: ActivityFilter, now: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if not wanted.include_inactive:
        conditions.append(_c.is_active)
    if wanted.category is not None:
        conditions.append(_is(wanted.category))
    if wanted.text is not None:
        conditions.append(_holds(wanted.text))
    if wanted.min_price is not None:
        conditions.append(_c.price >= wanted.min_price)
    if wanted.max_price is not None:
        conditions.append(_c.price <= wanted.max_price)
    if wanted.participants is not None:
        conditions.append(_allows(wanted.participants))
    return conditions


def _is(category: str) -> ColumnElement[bool]:
    return _c.category == category if is_storable(category) else false()


def _holds(text: str) -> ColumnElement[bool]:
    if not is_storable(text):
        return false()
    return _c.search_text.contains(searchable(text), autoescape=True)


def _allows(participants: int) -> ColumnElement[bool]:
    return and_(
        _c.min_party <= participants,
        or_(_c.max_party.is_(None), _c.max_party >= participants),
        _seats(participants) <= _c.capacity_per_slot,
    )


def _seats(participants: int) -> ColumnElement[int]:
    # Whole numbers divide downwards on both databases; this rounds up.
    return (_c.people_per_seat + (participants - 1)) // _c.people_per_seat


def _has_free(
    free: Free, seats: ColumnElement[int], now: datetime, lacking: Collection[UUID]
) -> ColumnElement[bool]:
    standing = Standing(now)
    return exists(
        select(time_slots.c.id)
        .select_from(standing.source)
        .where(
            time_slots.c.activity_id == _c.id,
            time_slots.c.start_time >= free.start,
            time_slots.c.start_time < free.end,
            standing.takes(seats),
            time_slots.c.id.not_in(lacking) if lacking else true(),
        )
        .correlate(activities)
    )
