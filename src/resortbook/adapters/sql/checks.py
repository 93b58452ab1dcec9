"""Stored facts held against each other: whatever disagrees is told, nothing is changed."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy import BigInteger, Connection, and_, exists, func, select, type_coerce

from resortbook.adapters.sql.charge_checks import charge_discrepancies
from resortbook.adapters.sql.occupations import load_units, open_occupations
from resortbook.adapters.sql.tables.catalogue import activities, time_slots
from resortbook.adapters.sql.tables.messages import outbound_messages, outbox
from resortbook.adapters.sql.tables.resources import activity_resources, resources
from resortbook.adapters.sql.tables.sales import booking_lines, bookings
from resortbook.domain.booking import BookingStatus
from resortbook.domain.money import Money
from resortbook.domain.resource import obstacles
from resortbook.ports.discrepancies import Discrepancy

TAKING_SEATS = tuple(
    status.value
    for status in BookingStatus
    if status not in (BookingStatus.CANCELLED, BookingStatus.EXPIRED)
)
_ROWS_AT_ONCE = 1_000


def find_discrepancies(connection: Connection) -> Sequence[Discrepancy]:
    """Run every check."""
    return [
        *_seats(connection),
        *_cutoffs(connection),
        *_resources(connection),
        *_prices(connection),
        *_parties(connection),
        *_expiries(connection),
        *charge_discrepancies(connection),
        *_events(connection),
        *_messages(connection),
    ]


def _seats(connection: Connection) -> Iterator[Discrepancy]:
    taken = func.coalesce(func.sum(bookings.c.seats), 0)
    is_taking = and_(
        bookings.c.time_slot_id == time_slots.c.id, bookings.c.status.in_(TAKING_SEATS)
    )
    statement = (
        select(time_slots.c.id, time_slots.c.booked_count, taken.label("taken"))
        .select_from(time_slots.outerjoin(bookings, is_taking))
        .group_by(time_slots.c.id, time_slots.c.booked_count)
        .having(time_slots.c.booked_count != taken)
        .order_by(time_slots.c.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="seats of a slot and of its bookings",
            subject=f"slot {row.id}",
            expected=str(row.taken),
            found=str(row.booked_count),
        )


def _cutoffs(connection: Connection) -> Iterator[Discrepancy]:
    statement = select(
        time_slots.c.id,
        time_slots.c.start_time,
        time_slots.c.bookable_until,
        activities.c.booking_cutoff_minutes,
    ).join(activities, activities.c.id == time_slots.c.activity_id)
    for row in connection.execute(statement).yield_per(_ROWS_AT_ONCE):
        expected = row.start_time - timedelta(minutes=row.booking_cutoff_minutes)
        if row.bookable_until != expected:
            yield Discrepancy(
                what="cut-off of a slot and of its activity",
                subject=f"slot {row.id}",
                expected=expected.isoformat(),
                found=row.bookable_until.isoformat(),
            )


def _resources(connection: Connection) -> Iterator[Discrepancy]:
    units = load_units(connection, list(connection.scalars(select(resources.c.id))))
    found = open_occupations(connection, units)
    for one in found:
        if others := obstacles(one, found, units):
            yield Discrepancy(
                what="resources that departures use at the same time",
                subject=f"slot {one.slot_id}",
                expected="enough for all of them",
                found=f"taken by {', '.join(sorted(str(other) for other in others))}",
            )
    needing = exists().where(activity_resources.c.activity_id == time_slots.c.activity_id)
    statement = (
        select(time_slots.c.id, time_slots.c.uses_resources)
        .where(time_slots.c.uses_resources != needing)
        .order_by(time_slots.c.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="a slot's use of resources and its activity's needs",
            subject=f"slot {row.id}",
            expected=str(not row.uses_resources),
            found=str(row.uses_resources),
        )


def _prices(connection: Connection) -> Iterator[Discrepancy]:
    lines = (
        select(
            booking_lines.c.booking_id,
            func.sum(
                booking_lines.c.quantity * type_coerce(booking_lines.c.unit_price, BigInteger)
            ).label("total"),
        )
        .group_by(booking_lines.c.booking_id)
        .subquery()
    )
    statement = (
        select(bookings.c.reference, bookings.c.total_price, lines.c.total)
        .outerjoin(lines, lines.c.booking_id == bookings.c.id)
        .where(
            func.coalesce(lines.c.total, 0) != type_coerce(bookings.c.total_price, BigInteger)
        )
        .order_by(bookings.c.reference)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="price of a booking and sum of its lines",
            subject=f"booking {row.reference}",
            expected=str(Money(int(row.total or 0))),
            found=str(row.total_price),
        )


def _parties(connection: Connection) -> Iterator[Discrepancy]:
    # The party is JSON, which only Python adds up alike for both databases.
    statement = select(
        bookings.c.reference,
        bookings.c.party,
        bookings.c.participants,
        bookings.c.seats,
        bookings.c.is_private,
    )
    for row in connection.execute(statement).yield_per(_ROWS_AT_ONCE):
        people = sum(row.party.values())
        if people != row.participants:
            yield Discrepancy(
                what="participants of a booking and its party",
                subject=f"booking {row.reference}",
                expected=str(people),
                found=str(row.participants),
            )
        if row.seats > row.participants and not row.is_private:
            yield Discrepancy(
                what="seats of a booking and its participants",
                subject=f"booking {row.reference}",
                expected=f"at most {row.participants}",
                found=str(row.seats),
            )


def _expiries(connection: Connection) -> Iterator[Discrepancy]:
    statement = select(bookings.c.reference, bookings.c.status).where(
        bookings.c.status != BookingStatus.PENDING.value, bookings.c.expires_at.is_not(None)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="expiry of a booking and its status",
            subject=f"booking {row.reference}",
            expected="pending",
            found=row.status,
        )


def _events(connection: Connection) -> Iterator[Discrepancy]:
    has_happened = exists().where(
        bookings.c.id == outbox.c.subject_id, bookings.c.version >= outbox.c.version
    )
    statement = (
        select(outbox.c.id, outbox.c.kind)
        .where(outbox.c.kind.startswith("Booking"), ~has_happened)
        .order_by(outbox.c.id)
    )
    for row in connection.execute(statement):
        yield Discrepancy(
            what="an event and the change it tells of",
            subject=f"{row.kind} {row.id}",
            expected="a booking that was changed so",
            found="none",
        )


def _messages(connection: Connection) -> Iterator[Discrepancy]:
    statement = (
        select(outbound_messages.c.id)
        .where(~exists().where(outbox.c.id == outbound_messages.c.event_id))
        .order_by(outbound_messages.c.id)
    )
    for message_id in connection.scalars(statement):
        yield Discrepancy(
            what="a message and its event",
            subject=f"message {message_id}",
            expected="an event",
            found="none",
        )
