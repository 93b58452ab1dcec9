"""The people at the desk, and the audit."""

from marshmallow import fields, validate

from resortbook.domain.actor import Role
from resortbook_api.schemas.desk_booking import HistorySchema
from resortbook_api.schemas.fields import Id, Instant, Line
from resortbook_api.schemas.shapes import Asked, PagedQuery, Shown, next_cursor

ROLES = [role.value for role in Role if role.is_staff]


class PersonAsked(Asked):
    """Somebody who is to work at the desk."""

    phone = Line(least=1, longest=64, required=True)
    name = Line(least=1, required=True)
    role = fields.String(required=True, validate=validate.OneOf(ROLES))


class PersonSchema(Shown):
    """Somebody who works at the desk."""

    id = Id()
    phone = fields.String()
    name = fields.String()
    role = fields.String(validate=validate.OneOf(ROLES))
    created_at = Instant()


class PersonList(Shown):
    """Everybody who works at the desk, by name."""

    items = fields.List(fields.Nested(PersonSchema))
    next_cursor = next_cursor()


class AuditSchema(HistorySchema):
    """One act, and what it was done to."""

    subject = fields.String(metadata={"example": "booking"})
    subject_id = Id()
    request_id = fields.String()


class AuditPage(Shown):
    """A part of the audit."""

    items = fields.List(fields.Nested(AuditSchema))
    next_cursor = next_cursor()


class AuditQuery(PagedQuery):
    """Which part of the audit."""

    subject_id = Id(metadata={"description": "What was done to one thing alone"})
