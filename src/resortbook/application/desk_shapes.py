"""The shapes in which staff see one booking, its charges and the audit."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from resortbook.application.desk_bookings import WholeBooking
from resortbook.application.importing.catalogue_file import ImportReport
from resortbook.application.shapes import Shape, desk_booking_shape, moment, outgoing_shape
from resortbook.domain.audit import AuditEntry
from resortbook.domain.note import BookingNote
from resortbook.ports.charges import ListedCharge


def whole_booking_shape(
    found: WholeBooking, *, now: datetime, days: Mapping[UUID, date]
) -> Shape:
    """Show a booking with its history; `days` are the resort's days of its charges."""
    return {
        **desk_booking_shape(found.booking, now=now),
        "history": [history_shape(entry) for entry in found.history],
        "messages": [outgoing_shape(message) for message in found.messages],
        "notes": [note_shape(note) for note in found.notes],
        "charges": [charge_shape(one, day=days[one.charge.id]) for one in found.charges],
    }


def history_shape(entry: AuditEntry) -> Shape:
    """Show one act: when, by what kind of person, through which door; no personal value."""
    return {
        "id": str(entry.id),
        "at": moment(entry.at),
        "actor": entry.actor_kind,
        "actor_id": str(entry.actor_id) if entry.actor_id else None,
        "door": entry.door,
        "action": entry.action,
        "changed": list(entry.changed),
        "reason": entry.reason,
    }


def audit_shape(entry: AuditEntry) -> Shape:
    """Show one act with what it was done to."""
    return {
        **history_shape(entry),
        "subject": entry.subject_kind,
        "subject_id": str(entry.subject_id),
        "request_id": entry.request_id,
    }


def note_shape(note: BookingNote) -> Shape:
    """Show a note of staff."""
    return {
        "id": str(note.id),
        "author_id": str(note.author_id) if note.author_id else None,
        "body": note.body,
        "created_at": moment(note.created_at),
    }


def import_shape(report: ImportReport) -> Shape:
    """Show what an import did, or would have done."""
    return {
        "written": report.written,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "bad": [
            {"line": one.line, "column": one.column, "reason": one.reason} for one in report.bad
        ],
        "ignored": list(report.ignored),
        "notes": list(report.notes),
    }


def charge_shape(listed: ListedCharge, *, day: date) -> Shape:
    """Show a charge; `day` is the resort's day of the departure."""
    charge = listed.charge
    return {
        "id": str(charge.id),
        "booking_id": str(charge.booking_id),
        "reference": listed.reference,
        "room": charge.room,
        "amount": str(charge.amount),
        "currency": charge.currency,
        "kind": charge.kind.value,
        "state": charge.state.value,
        "date": day.isoformat(),
        "lead_name": listed.lead_name,
        "activity": listed.activity,
    }
