"""Charges held against the bookings they follow."""

from collections.abc import Iterator

from sqlalchemy import BigInteger, Connection, case, func, or_, select, type_coerce

from resortbook.adapters.sql.tables.charges import charges
from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.booking import BookingStatus
from resortbook.domain.charge import ChargeKind, ChargeState
from resortbook.domain.money import Money
from resortbook.domain.terms import Settlement
from resortbook.ports.discrepancies import Discrepancy

_OWING = (BookingStatus.CONFIRMED, BookingStatus.COMPLETED, BookingStatus.NO_SHOW)
_AMOUNT = type_coerce(charges.c.amount, BigInteger)
_IS_WAIVED = charges.c.state == ChargeState.WAIVED.value


def charge_discrepancies(connection: Connection) -> Iterator[Discrepancy]:
    """Tell of bookings whose charges, fees aside, are not what is owed on the room."""
    of_price = (
        select(
            charges.c.booking_id,
            func.sum(case((_IS_WAIVED, 0), else_=_AMOUNT)).label("charged"),
            func.sum(case((_IS_WAIVED, _AMOUNT), else_=0)).label("waived"),
        )
        .where(charges.c.kind != ChargeKind.FEE.value)
        .group_by(charges.c.booking_id)
        .subquery()
    )
    statement = (
        select(
            bookings.c.reference,
            bookings.c.status,
            bookings.c.settlement,
            bookings.c.total_price,
            of_price.c.charged,
            of_price.c.waived,
        )
        .outerjoin(of_price, of_price.c.booking_id == bookings.c.id)
        .where(
            or_(
                of_price.c.booking_id.is_not(None),
                bookings.c.settlement == Settlement.ROOM.value,
            )
        )
        .order_by(bookings.c.reference)
    )
    for row in connection.execute(statement):
        is_owed = row.status in _OWING and row.settlement == Settlement.ROOM.value
        owed = row.total_price.minor if is_owed else 0
        expected = max(0, owed - int(row.waived or 0))
        if expected != int(row.charged or 0):
            yield Discrepancy(
                what="charges of a booking and what is owed on its room",
                subject=f"booking {row.reference}",
                expected=str(Money(expected)),
                found=str(Money(int(row.charged or 0))),
            )
