"""Departures that are being called off, for writing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from resortbook.adapters.sql.tables.resources import closing_slots, closings
from resortbook.domain.actor import Actor, Door, Role
from resortbook.domain.closing import Closing

_SYSTEM = Actor.system().kind


class SqlClosings:
    """Closings as the port `Closings` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, closing: Closing, slot_ids: Sequence[UUID]) -> None:
        """Insert it, and which slots it is about."""
        row = {
            "id": closing.id,
            "reason": closing.reason,
            "actor_kind": closing.by.kind,
            "actor_id": closing.by.guest_id,
            "door": closing.by.door.value,
            "closed_at": closing.closed_at,
            "finished_at": closing.finished_at,
        }
        self._connection.execute(insert(closings), row)
        if slot_ids:
            rows = [{"closing_id": closing.id, "slot_id": slot_id} for slot_id in slot_ids]
            self._connection.execute(insert(closing_slots), rows)

    def slot_ids(self, closing_id: UUID) -> Sequence[UUID]:
        """Load the ids of its slots."""
        statement = (
            select(closing_slots.c.slot_id)
            .where(closing_slots.c.closing_id == closing_id)
            .order_by(closing_slots.c.slot_id)
        )
        return list(self._connection.scalars(statement))

    def unfinished(self) -> Sequence[Closing]:
        """Load those without an end, by id."""
        statement = (
            select(closings).where(closings.c.finished_at.is_(None)).order_by(closings.c.id)
        )
        return [
            Closing(
                id=row["id"],
                reason=row["reason"],
                by=_actor(row["actor_kind"], row["door"], row["actor_id"]),
                closed_at=row["closed_at"],
            )
            for row in self._connection.execute(statement).mappings()
        ]

    def finish(self, closing_id: UUID, *, at: datetime) -> None:
        """Set its end, where it has none."""
        statement = (
            update(closings)
            .where(closings.c.id == closing_id, closings.c.finished_at.is_(None))
            .values(finished_at=at)
        )
        self._connection.execute(statement)

    def is_closing(self, slot_id: UUID) -> bool:
        """Look for an open one of that slot."""
        statement = (
            select(closings.c.id)
            .join(closing_slots, closing_slots.c.closing_id == closings.c.id)
            .where(closing_slots.c.slot_id == slot_id, closings.c.finished_at.is_(None))
            .limit(1)
        )
        return self._connection.scalar(statement) is not None


def _actor(kind: str, door: str, actor_id: UUID | None) -> Actor:
    role = None if kind == _SYSTEM else Role(kind)
    return Actor(role=role, door=Door(door), guest_id=actor_id)
