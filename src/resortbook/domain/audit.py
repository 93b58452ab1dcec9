"""The audit: who did what to which thing, and never a personal value."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act, kept for good: ids and names of changed fields only, so that erasing a guest
    leaves it.

    `reason` is one of our own words (`lapsed`, `erased`), never what a person typed.
    """

    id: UUID
    at: datetime
    actor_kind: str
    actor_id: UUID | None
    door: str
    action: str
    subject_kind: str
    subject_id: UUID
    changed: tuple[str, ...] = ()
    reason: str = ""
    request_id: str = ""
