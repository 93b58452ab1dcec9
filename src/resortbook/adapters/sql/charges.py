"""Charges, for writing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from resortbook.adapters.sql.tables.charges import charges
from resortbook.domain.charge import Charge, ChargeKind, ChargeState
from resortbook.domain.errors import NotFound
from resortbook.ports.sales_storage import Stale

_c = charges.c


class SqlCharges:
    """Charges as the port `Charges` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, charge_id: UUID) -> Charge:
        """Load one. Raises NotFound."""
        found = self._load(_c.id == charge_id)
        if not found:
            raise NotFound("There is no such charge")
        return found[0]

    def of(self, booking_id: UUID) -> Sequence[Charge]:
        """Load a booking's, by age."""
        return self._load(_c.booking_id == booking_id)

    def add(self, charge: Charge) -> None:
        """Insert it."""
        self._connection.execute(insert(charges), charge_row(charge))

    def save(self, charge: Charge, *, was: Charge) -> None:
        """Compare id and version and set everything anew. Raises Stale."""
        written = self._connection.execute(
            update(charges)
            .where(_c.id == was.id, _c.version == was.version)
            .values(charge_row(charge))
        )
        if written.rowcount == 0:
            raise Stale("The charge was changed meanwhile")

    def drop(self, charge: Charge) -> None:
        """Delete it as it was read. Raises Stale."""
        dropped = self._connection.execute(
            delete(charges).where(_c.id == charge.id, _c.version == charge.version)
        )
        if dropped.rowcount == 0:
            raise Stale("The charge was changed meanwhile")

    def _load(self, condition: Any) -> list[Charge]:
        statement = select(charges).where(condition).order_by(_c.created_at, _c.id)
        return [charge_of(row) for row in self._connection.execute(statement).mappings()]


def charge_row(charge: Charge) -> dict[str, Any]:
    """Write a charge."""
    return {
        "id": charge.id,
        "booking_id": charge.booking_id,
        "room": charge.room,
        "amount": charge.amount,
        "currency": charge.currency,
        "kind": charge.kind.value,
        "state": charge.state.value,
        "created_at": charge.created_at,
        "updated_at": charge.updated_at,
        "version": charge.version,
    }


def charge_of(row: RowMapping) -> Charge:
    """Read a charge from a row that has or joins it."""
    return Charge(
        id=row[_c.id],
        booking_id=row[_c.booking_id],
        room=row[_c.room],
        amount=row[_c.amount],
        currency=row[_c.currency],
        kind=ChargeKind(row[_c.kind]),
        state=ChargeState(row[_c.state]),
        created_at=row[_c.created_at],
        updated_at=row[_c.updated_at],
        version=row[_c.version],
    )
