"""Bookings with their activity and departure, one or many."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    false,
    not_,
    or_,
    select,
)

from resortbook.adapters.sql.activity_rows import brief_of
from resortbook.adapters.sql.booking_rows import booking_of, has_lapsed, load_lines
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.cursors import Key, Order
from resortbook.adapters.sql.search_text import is_storable
from resortbook.adapters.sql.slot_rows import slot_of
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.tables.people import guest_addresses, guest_words
from resortbook.adapters.sql.tables.sales import booking_words, bookings
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.reads import BookingFilter

_c = bookings.c
_NEWEST_FIRST = Order(
    "bookings",
    Key(_c.created_at, datetime, descending=True),
    Key(_c.id, UUID, descending=True),
)
_DETAILS = (
    select(bookings, time_slots, activities)
    .join(time_slots, time_slots.c.id == _c.time_slot_id)
    .join(activities, activities.c.id == _c.activity_id)
)


def find_booking(connection: Connection, key: UUID | str) -> BookingDetail | None:
    """Return the booking of that id or reference."""
    if isinstance(key, str) and not is_storable(key):
        return None
    column = _c.reference if isinstance(key, str) else _c.id
    return next(iter(_load(connection, _DETAILS.where(column == key))), None)


def page_of_bookings(
    connection: Connection, wanted: BookingFilter, page: Page, *, cipher: Cipher
) -> PageOf[BookingDetail]:
    """Return a page of the bookings that are wanted. Raises InvalidInput on `cursor`."""
    statement = _DETAILS.where(*_conditions(wanted, cipher))
    rows = connection.execute(_NEWEST_FIRST.page(statement, page)).mappings().all()
    return PageOf(
        items=tuple(_details(connection, rows[: page.limit])),
        next_cursor=_NEWEST_FIRST.next_cursor(rows, page),
    )


def _load(connection: Connection, statement: Select[Any]) -> list[BookingDetail]:
    return _details(connection, connection.execute(statement).mappings().all())


def _details(connection: Connection, rows: Iterable[RowMapping]) -> list[BookingDetail]:
    found = list(rows)
    lines = load_lines(connection, [row[_c.id] for row in found])
    return [
        BookingDetail(
            booking=booking_of(row, lines.get(row[_c.id], ())),
            activity=brief_of(row),
            slot=slot_of(row),
        )
        for row in found
    ]


def _conditions(wanted: BookingFilter, cipher: Cipher) -> list[ColumnElement[bool]]:
    conditions = list(_plain_conditions(wanted))
    if wanted.statuses:
        reads_as = [_reads_as(status, wanted.now) for status in wanted.statuses]
        conditions.append(or_(*reads_as))
    if wanted.upcoming is not None:
        has_ended = time_slots.c.end_time <= wanted.now
        conditions.append(not_(has_ended) if wanted.upcoming else has_ended)
    searched = list(_searched(wanted, cipher))
    if searched:
        conditions.append(or_(*searched))
    return conditions


def _plain_conditions(wanted: BookingFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.guest_id is not None:
        yield _c.guest_id == wanted.guest_id
    if wanted.activity_id is not None:
        yield _c.activity_id == wanted.activity_id
    if wanted.time_slot_id is not None:
        yield _c.time_slot_id == wanted.time_slot_id
    if wanted.starts_from is not None:
        yield time_slots.c.start_time >= wanted.starts_from
    if wanted.starts_before is not None:
        yield time_slots.c.start_time < wanted.starts_before


def _reads_as(status: BookingStatus, now: datetime) -> ColumnElement[bool]:
    is_stored = _c.status == status.value
    if status is BookingStatus.EXPIRED:
        return or_(is_stored, has_lapsed(now))
    if status is BookingStatus.PENDING:
        return and_(is_stored, or_(_c.expires_at.is_(None), _c.expires_at > now))
    return is_stored


def _searched(wanted: BookingFilter, cipher: Cipher) -> Iterable[ColumnElement[bool]]:
    if wanted.reference is not None:
        is_it = _c.reference == wanted.reference
        yield is_it if is_storable(wanted.reference) else false()
    if wanted.phones:
        yield exists().where(
            guest_addresses.c.guest_id == _c.guest_id,
            guest_addresses.c.address_hash.in_([cipher.index(one) for one in wanted.phones]),
        )
    if wanted.words:
        hashes = cipher.words(" ".join(wanted.words))
        yield and_(*(_has_word(word) for word in hashes)) if hashes else false()


def _has_word(word_hash: str) -> ColumnElement[bool]:
    return or_(
        exists().where(
            booking_words.c.booking_id == _c.id, booking_words.c.word_hash == word_hash
        ),
        exists().where(
            guest_words.c.guest_id == _c.guest_id, guest_words.c.word_hash == word_hash
        ),
    )
