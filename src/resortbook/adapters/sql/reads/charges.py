"""Charges with what the front office asks about them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, select

from resortbook.adapters.sql.charges import charge_of
from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.engine import Database
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.ports.charges import ChargeFilter, ListedCharge
from resortbook.ports.paging import Page, PageOf

_c = charges.c
_NEWEST_FIRST = Order(
    "charges",
    Key(_c.created_at, datetime, descending=True),
    Key(_c.id, UUID, descending=True),
)
_LISTED = (
    select(
        charges,
        bookings.c.reference,
        bookings.c.lead_name,
        activities.c.name,
        time_slots.c.start_time,
    )
    .join(bookings, bookings.c.id == _c.booking_id)
    .join(time_slots, time_slots.c.id == bookings.c.time_slot_id)
    .join(activities, activities.c.id == bookings.c.activity_id)
)


class SqlChargeReads:
    """Reading as the port `ChargeReads` asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def charges(self, wanted: ChargeFilter, page: Page | None) -> PageOf[ListedCharge]:
        """Load a page of those wanted, or all. Raises InvalidInput on `cursor`."""
        statement = _LISTED.where(*_conditions(wanted))
        if page is None:
            return PageOf(items=tuple(self._load(statement.order_by(*_NEWEST_FIRST.sorting))))
        with self._database.reading() as connection:
            rows = connection.execute(_NEWEST_FIRST.page(statement, page)).mappings().all()
        return PageOf(
            items=tuple(_listed(row) for row in rows[: page.limit]),
            next_cursor=_NEWEST_FIRST.next_cursor(rows, page),
        )

    def charge(self, charge_id: UUID) -> ListedCharge | None:
        """Load one."""
        return next(iter(self._load(_LISTED.where(_c.id == charge_id))), None)

    def of(self, booking_id: UUID) -> Sequence[ListedCharge]:
        """Load a booking's, by age."""
        theirs = _LISTED.where(_c.booking_id == booking_id)
        return self._load(theirs.order_by(_c.created_at, _c.id))

    def _load(self, statement: Select[Any]) -> list[ListedCharge]:
        with self._database.reading() as connection:
            return [_listed(row) for row in connection.execute(statement).mappings()]


def _conditions(wanted: ChargeFilter) -> list[Any]:
    conditions: list[Any] = []
    if wanted.states:
        conditions.append(_c.state.in_([state.value for state in wanted.states]))
    if wanted.starts_from is not None:
        conditions.append(time_slots.c.start_time >= wanted.starts_from)
    if wanted.starts_before is not None:
        conditions.append(time_slots.c.start_time < wanted.starts_before)
    return conditions


def _listed(row: RowMapping) -> ListedCharge:
    return ListedCharge(
        charge=charge_of(row),
        reference=row[bookings.c.reference],
        lead_name=row[bookings.c.lead_name],
        activity=row[activities.c.name],
        starts_at=row[time_slots.c.start_time],
    )
