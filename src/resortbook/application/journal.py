"""What every change leaves behind: an event to tell on and a line in the audit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from resortbook.application.trace import current_request
from resortbook.domain.actor import Actor
from resortbook.domain.audit import AuditEntry
from resortbook.domain.booking import Booking
from resortbook.domain.events import Event, EventKind
from resortbook.ports.world import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Makes events and audit lines with ids and the id of the request that led to them."""

    ids: Ids

    def event(
        self,
        kind: EventKind,
        booking: Booking,
        *,
        by: Actor,
        at: datetime,
        due_at: datetime | None = None,
        version: int | None = None,
        notify: bool = True,
    ) -> Event:
        """Tell on what happened to a booking: now, or at `due_at`."""
        return Event(
            id=self.ids.new(),
            kind=kind,
            subject_id=booking.id,
            version=booking.version if version is None else version,
            guest_id=booking.guest_id,
            door=by.door.value,
            created_at=at,
            due_at=due_at or at,
            request_id=current_request.get(),
            notify=notify,
        )

    def entry(
        self,
        action: str,
        subject: tuple[str, UUID],
        *,
        by: Actor,
        at: datetime,
        changed: tuple[str, ...] = (),
        reason: str = "",
    ) -> AuditEntry:
        """Write down that `by` did `action` (noun.verb) to `subject` (kind, id)."""
        return AuditEntry(
            id=self.ids.new(),
            at=at,
            actor_kind=by.kind,
            actor_id=by.guest_id,
            door=by.door.value,
            action=action,
            subject_kind=subject[0],
            subject_id=subject[1],
            changed=changed,
            reason=reason,
            request_id=current_request.get(),
        )
