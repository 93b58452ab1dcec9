"""The audit: rows are added, and triggers keep them as they are."""

from typing import Any

from sqlalchemy import Connection, insert

from resortbook.adapters.sql.tables.people import audit
from resortbook.domain.audit import AuditEntry


class SqlAudit:
    """The audit as the port `Audit` asks for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: AuditEntry) -> None:
        """Insert it."""
        self._connection.execute(insert(audit), audit_row(entry))


def audit_row(entry: AuditEntry) -> dict[str, Any]:
    """Write an entry."""
    return {
        "id": entry.id,
        "at": entry.at,
        "actor_kind": entry.actor_kind,
        "actor_id": entry.actor_id,
        "door": entry.door,
        "action": entry.action,
        "subject_kind": entry.subject_kind,
        "subject_id": entry.subject_id,
        "changed": list(entry.changed),
        "reason": entry.reason,
        "request_id": entry.request_id,
    }
