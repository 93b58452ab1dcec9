"""The outbox: events waiting to be told on, claimed with a lease."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, or_, select, true, update

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.messages import outbound_messages, outbox
from resortbook.domain.events import Event, EventKind
from resortbook.ports.message_storage import ClaimedEvent, EventState, KeptEvent

_c = outbox.c


class SqlOutbox:
    """The outbox as the port `Outbox` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: Event) -> None:
        """Insert it, unless one of its kind, subject and version is there."""
        statement = upsert.insert(self._connection, outbox).on_conflict_do_nothing(
            index_elements=["kind", "subject_id", "version"]
        )
        self._connection.execute(statement, event_row(event))

    def claim_due(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        token: UUID,
        guest_id: UUID | None = None,
    ) -> Sequence[ClaimedEvent]:
        """Lease due rows by one write; rows that another process is at are passed over."""
        due = (
            select(_c.id)
            .where(
                _c.state == "pending",
                _c.due_at <= now,
                or_(_c.lease_until.is_(None), _c.lease_until <= now),
                true() if guest_id is None else _c.guest_id == guest_id,
            )
            .order_by(_c.due_at, _c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        statement = (
            update(outbox)
            .where(_c.id.in_(select(due.c.id)))
            .values(lease_until=now + lease, claim_token=token, waits_for=None)
            .returning(outbox)
        )
        rows = self._connection.execute(statement).mappings().all()
        # What a write returns comes in no order.
        in_order = sorted(rows, key=lambda row: (row["due_at"], row["id"]))
        return [
            ClaimedEvent(event=event_of(row), attempts=row["attempts"], token=token)
            for row in in_order
        ]

    def mark_done(self, event_id: UUID, *, token: UUID, at: datetime) -> bool:
        """Close it, while the lease is ours."""
        return self._write(event_id, token, state="done", finished_at=at, lease_until=None)

    def put_off(
        self,
        event_id: UUID,
        *,
        token: UUID,
        until: datetime,
        error: str,
        counted: bool = True,
        waits_for: str | None = None,
    ) -> bool:
        """Give it back for later, while the lease is ours."""
        return self._write(
            event_id,
            token,
            due_at=until,
            attempts=_c.attempts + (1 if counted else 0),
            last_error=error,
            waits_for=waits_for,
            lease_until=None,
            claim_token=None,
        )

    def hold(
        self, event_ids: Sequence[UUID], *, token: UUID, until: datetime, error: str
    ) -> None:
        """Let the leases end at `until`, and nobody have them before."""
        statement = (
            update(outbox)
            .where(_c.id.in_(event_ids), _c.claim_token == token, _c.state == "pending")
            .values(lease_until=until, claim_token=None, last_error=error)
        )
        self._connection.execute(statement)

    def find(self, event_or_message_id: UUID) -> KeptEvent | None:
        """Look for either id."""
        its_event = select(outbound_messages.c.event_id).where(
            outbound_messages.c.id == event_or_message_id
        )
        statement = select(outbox).where(
            or_(_c.id == event_or_message_id, _c.id.in_(its_event))
        )
        row = self._connection.execute(statement).mappings().first()
        if row is None:
            return None
        return KeptEvent(
            event=event_of(row), state=EventState(row["state"]), waits_for=row["waits_for"]
        )

    def renew(self, event_id: UUID, *, due_at: datetime) -> bool:
        """Set everything as it was when it was written, but when it is due."""
        values = {
            "state": EventState.PENDING.value,
            "due_at": due_at,
            "attempts": 0,
            "lease_until": None,
            "claim_token": None,
            "last_error": "",
            "finished_at": None,
            "waits_for": None,
        }
        may_be = or_(_c.state != EventState.PENDING.value, _c.waits_for.is_not(None))
        statement = update(outbox).where(_c.id == event_id, may_be)
        return self._connection.execute(statement.values(values)).rowcount == 1

    def mark_failed(self, event_id: UUID, *, token: UUID, error: str, at: datetime) -> bool:
        """Give it up, while the lease is ours."""
        return self._write(
            event_id,
            token,
            state="failed",
            attempts=_c.attempts + 1,
            last_error=error,
            finished_at=at,
            lease_until=None,
        )

    def _write(self, event_id: UUID, token: UUID, **values: Any) -> bool:
        statement = (
            update(outbox)
            .where(_c.id == event_id, _c.claim_token == token, _c.state == "pending")
            .values(**values)
        )
        return self._connection.execute(statement).rowcount == 1


def event_row(event: Event) -> dict[str, Any]:
    """Write an event that waits."""
    return {
        "id": event.id,
        "kind": event.kind.value,
        "subject_id": event.subject_id,
        "version": event.version,
        "guest_id": event.guest_id,
        "door": event.door,
        "created_at": event.created_at,
        "due_at": event.due_at,
        "request_id": event.request_id,
        "notify": event.notify,
        "state": "pending",
        "attempts": 0,
        "lease_until": None,
        "claim_token": None,
        "last_error": "",
        "finished_at": None,
        "waits_for": None,
    }


def event_of(row: RowMapping) -> Event:
    """Read an event."""
    return Event(
        id=row["id"],
        kind=EventKind(row["kind"]),
        subject_id=row["subject_id"],
        version=row["version"],
        guest_id=row["guest_id"],
        door=row["door"],
        created_at=row["created_at"],
        due_at=row["due_at"],
        request_id=row["request_id"],
        notify=row["notify"],
    )
