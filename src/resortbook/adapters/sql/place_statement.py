"""The one statement by which PostgreSQL places a booking."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    JSON,
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Table,
    bindparam,
    column,
    exists,
    func,
    insert,
    null,
    or_,
    select,
    true,
)

from resortbook.adapters.sql.claim import Claim
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.messages import outbox
from resortbook.adapters.sql.tables.people import audit
from resortbook.adapters.sql.tables.sales import (
    booking_lines,
    booking_words,
    bookings,
    idempotency_keys,
)
from resortbook.adapters.sql.types import UtcDateTime, UuidText
from resortbook.domain.money import Money

LISTS = (booking_lines, booking_words, charges, outbox, audit)


def place_statement(claim: Claim, *, counted: bool, keyed: bool) -> Select[Any]:
    """Chain the writes so that each happens only after, and if, the one before did: the seats,
    then the key, then the booking, then the rest. So all take their locks in the same order.

    It tells `seats_claimed` (0 or 1) and `hold_no` (null where the guest has no free one).
    """
    number = _free_number() if counted else None
    seat = _claimed_seat(claim, number)
    kept = _kept_answer(seat) if keyed else seat
    held = _held_booking(kept, number)
    told = select(
        select(func.count()).select_from(seat).scalar_subquery().label("seats_claimed"),
        null().label("hold_no")
        if number is None
        else select(number.c.hold_no).scalar_subquery().label("hold_no"),
    )
    return told.add_cte(held, *(_rows_of(table, held) for table in LISTS))


def values_of(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Name the values of one row as the statement's parameters for that table."""
    return {f"{table.name}_{name}": value for name, value in row.items()}


def lists_of(rows: Mapping[Table, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """Name rows of several tables, as JSON, as the statement's parameter: any number of them
    is the same text.
    """
    plain = {
        table.name: [{name: _plain(value) for name, value in row.items()} for row in of_table]
        for table, of_table in rows.items()
    }
    return {"lists": plain}


def _free_number() -> CTE:
    taken = select(bookings.c.hold_no).where(
        bookings.c.guest_id == bindparam("bookings_guest_id", type_=UuidText()),
        bookings.c.hold_no.is_not(None),
    )
    limit = bindparam("hold_limit", type_=Integer())
    numbers = func.generate_series(1, limit).table_valued("number").render_derived()
    lowest = func.min(numbers.c.number).label("hold_no")
    return select(lowest).where(numbers.c.number.not_in(taken)).cte("free_number")


def _claimed_seat(claim: Claim, number: CTE | None) -> CTE:
    claimed = claim(
        bindparam("claim_slot_id", type_=UuidText()),
        bindparam("claim_seats", type_=Integer()),
        bindparam("claim_whole", type_=Boolean()),
    )
    shares = bindparam("claim_shares", type_=Boolean())
    start = bindparam("claim_start", type_=UtcDateTime())
    claimed = claimed.where(
        or_(shares, ~time_slots.c.uses_resources),
        time_slots.c.start_time == func.coalesce(start, time_slots.c.start_time),
    )
    if number is not None:
        claimed = claimed.where(exists().where(number.c.hold_no.is_not(None)))
    return claimed.returning(time_slots.c.id).cte("seat")


def _kept_answer(after: CTE) -> CTE:
    columns = list(idempotency_keys.c)
    row = select(*_parameters(idempotency_keys)).select_from(after)
    written = insert(idempotency_keys).from_select(columns, row)
    return written.returning(idempotency_keys.c.key).cte("kept")


def _held_booking(after: CTE, number: CTE | None) -> CTE:
    columns = [column for column in bookings.c if column is not bookings.c.hold_no]
    values = [value for value in _parameters(bookings) if value.key != "bookings_hold_no"]
    source: FromClause = after
    if number is not None:
        columns, values = [*columns, bookings.c.hold_no], [*values, number.c.hold_no]
        source = after.join(number, true())
    row = select(*values).select_from(source)
    return insert(bookings).from_select(columns, row).returning(bookings.c.id).cte("held")


def _rows_of(table: Table, held: CTE) -> CTE:
    new = (
        func.json_to_recordset(bindparam("lists", type_=JSON())[table.name])
        .table_valued(*(column(c.name, c.type) for c in table.c))
        .render_derived(with_types=True)
    )
    rows = select(*new.c).select_from(held.join(new, true()))
    return insert(table).from_select(list(table.c), rows).cte(f"added_{table.name}")


def _parameters(table: Table) -> list[ColumnElement[Any]]:
    return [bindparam(f"{table.name}_{c.name}", type_=c.type) for c in table.c]


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    return value.minor if isinstance(value, Money) else value
