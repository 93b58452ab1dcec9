"""Who works at the desk, for writing and reading."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.guest_rows import load_guests
from resortbook.adapters.sql.search_text import searchable
from resortbook.adapters.sql.tables.people import staff
from resortbook.domain.actor import Role
from resortbook.domain.login import StaffMember


class SqlStaff:
    """Staff as the port `Staff` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def set_role(self, guest_id: UUID, role: Role, *, at: datetime) -> None:
        """Insert the role, or put it in place of the one before; `at` counts for the first."""
        statement = upsert.insert(self._connection, staff).values(
            guest_id=guest_id, role=role.value, created_at=at
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["guest_id"], set_={"role": role.value}
            )
        )

    def remove(self, guest_id: UUID) -> bool:
        """Delete the role; tell whether there was one."""
        statement = delete(staff).where(staff.c.guest_id == guest_id)
        return self._connection.execute(statement).rowcount > 0

    def role_of(self, guest_id: UUID) -> Role | None:
        """Look the role up."""
        role = self._connection.scalar(select(staff.c.role).where(staff.c.guest_id == guest_id))
        return Role(role) if role else None

    def all(self) -> Sequence[StaffMember]:
        """Load everybody, by name."""
        return load_staff(self._connection)


def load_staff(connection: Connection) -> Sequence[StaffMember]:
    """Return everybody with a role, by name: sorted here, for the database can't read names."""
    rows = connection.execute(select(staff)).all()
    people = load_guests(connection, [row.guest_id for row in rows])
    members = [
        StaffMember(
            guest_id=row.guest_id,
            phone=people[row.guest_id].phone or "",
            name=people[row.guest_id].name,
            role=Role(row.role),
            created_at=row.created_at,
        )
        for row in rows
    ]
    return sorted(members, key=lambda member: (searchable(member.name), member.guest_id))
