"""Bookings with lines and words as rows, and rows as bookings."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    or_,
    select,
)

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables.sales import booking_lines, bookings
from resortbook.domain.actor import Door
from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.party import BookingLine
from resortbook.domain.terms import Settlement


def load_bookings(connection: Connection, statement: Select[Any]) -> Sequence[Booking]:
    """Return the bookings that `statement` selects (all columns of the table), in its order."""
    rows = connection.execute(statement).mappings().all()
    lines = load_lines(connection, [row[bookings.c.id] for row in rows])
    return [booking_of(row, lines.get(row[bookings.c.id], ())) for row in rows]


def load_lines(
    connection: Connection, booking_ids: Sequence[UUID]
) -> dict[UUID, list[BookingLine]]:
    """Return the lines of each of these bookings, in their order."""
    if not booking_ids:
        return {}
    statement = (
        select(booking_lines)
        .where(booking_lines.c.booking_id.in_(booking_ids))
        .order_by(booking_lines.c.position)
    )
    lines: dict[UUID, list[BookingLine]] = {}
    for row in connection.execute(statement).mappings():
        lines.setdefault(row["booking_id"], []).append(_line(row))
    return lines


def booking_row(booking: Booking) -> dict[str, Any]:
    """Write a booking without lines and words."""
    return {
        "id": booking.id,
        "reference": booking.reference,
        "guest_id": booking.guest_id,
        "activity_id": booking.activity_id,
        "time_slot_id": booking.time_slot_id,
        "status": booking.status.value,
        "party": dict(booking.party),
        "participants": booking.participants,
        "seats": booking.seats,
        "total_price": booking.total_price,
        "currency": booking.currency,
        "special_requests": booking.special_requests,
        "lead_name": booking.lead_name,
        "room": booking.room,
        "settlement": booking.settlement.value,
        "booking_source": booking.booking_source.value,
        "deadline_hours": booking.deadline_hours,
        "cancel_by": booking.cancel_by,
        "created_at": booking.created_at,
        "updated_at": booking.updated_at,
        "expires_at": booking.expires_at,
        "confirmed_at": booking.confirmed_at,
        "cancelled_at": booking.cancelled_at,
        "cancellation_reason": booking.cancellation_reason,
        "checked_in_at": booking.checked_in_at,
        "checked_in_count": booking.checked_in_count,
        "is_private": booking.is_private,
        "group_id": booking.group_id,
        "external_ref": booking.external_ref,
        "metadata": dict(booking.metadata),
        "version": booking.version,
    }


def line_rows(booking: Booking) -> list[dict[str, Any]]:
    """Write the lines, in their order."""
    return [
        {
            "booking_id": booking.id,
            "position": position,
            "code": line.code,
            "label": line.label,
            "quantity": line.quantity,
            "unit_price": line.unit_price,
        }
        for position, line in enumerate(booking.lines)
    ]


def word_rows(booking: Booking, cipher: Cipher) -> list[dict[str, Any]]:
    """Write the words by which staff find the booking, hashed."""
    words = cipher.words(f"{booking.lead_name} {booking.room}")
    return [{"booking_id": booking.id, "word_hash": word} for word in words]


def booking_of(row: RowMapping, lines: Iterable[BookingLine]) -> Booking:
    """Read a booking from a row that has or joins it."""
    c = bookings.c
    return Booking(
        id=row[c.id],
        reference=row[c.reference],
        guest_id=row[c.guest_id],
        activity_id=row[c.activity_id],
        time_slot_id=row[c.time_slot_id],
        status=BookingStatus(row[c.status]),
        party=row[c.party],
        participants=row[c.participants],
        seats=row[c.seats],
        lines=tuple(lines),
        total_price=row[c.total_price],
        currency=row[c.currency],
        special_requests=row[c.special_requests],
        lead_name=row[c.lead_name],
        room=row[c.room],
        settlement=Settlement(row[c.settlement]),
        booking_source=Door(row[c.booking_source]),
        deadline_hours=row[c.deadline_hours],
        cancel_by=row[c.cancel_by],
        created_at=row[c.created_at],
        updated_at=row[c.updated_at],
        expires_at=row[c.expires_at],
        confirmed_at=row[c.confirmed_at],
        cancelled_at=row[c.cancelled_at],
        cancellation_reason=row[c.cancellation_reason],
        checked_in_at=row[c.checked_in_at],
        checked_in_count=row[c.checked_in_count],
        is_private=row[c.is_private],
        group_id=row[c.group_id],
        external_ref=row[c.external_ref],
        metadata=row[c.metadata],
        version=row[c.version],
    )


def _line(row: RowMapping) -> BookingLine:
    return BookingLine(
        code=row["code"],
        label=row["label"],
        quantity=row["quantity"],
        unit_price=row["unit_price"],
    )


def has_lapsed(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Say of a booking that it is a hold whose time is over at `now`."""
    return and_(bookings.c.status == BookingStatus.PENDING.value, bookings.c.expires_at <= now)


def is_open(now: datetime) -> ColumnElement[bool]:
    """Say of a booking that it is confirmed, or a hold whose time is not over at `now`."""
    return or_(
        bookings.c.status == BookingStatus.CONFIRMED.value,
        and_(
            bookings.c.status == BookingStatus.PENDING.value,
            or_(bookings.c.expires_at.is_(None), bookings.c.expires_at > now),
        ),
    )
