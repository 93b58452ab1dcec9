"""Messages to guests, as staff see them."""

from marshmallow import fields

from resortbook.ports.outgoing import MessageStatus
from resortbook_api.schemas.fields import Id, Instant, Repeatable
from resortbook_api.schemas.shapes import PagedQuery, Shown, next_cursor


class OutgoingSchema(Shown):
    """A message to a guest, without its words."""

    id = Id()
    status = fields.Enum(MessageStatus, by_value=fields.String)
    kind = fields.String(metadata={"description": "What it tells of"})
    guest_id = Id(allow_none=True)
    name = fields.String(metadata={"description": "The guest's"})
    phone = fields.String(allow_none=True, metadata={"example": "+1415•••0123"})
    reference = fields.String(
        allow_none=True, metadata={"description": "Of the booking that it is about"}
    )
    template = fields.String(allow_none=True)
    reason = fields.String(metadata={"description": "Why it failed or waits"})
    attempts = fields.Integer(metadata={"description": "How many tries were used up"})
    created_at = Instant()
    since = Instant(metadata={"description": "Since when it stands so"})
    next_try_at = Instant(allow_none=True)


class OutgoingPage(Shown):
    """A part of the list of messages."""

    items = fields.List(fields.Nested(OutgoingSchema))
    next_cursor = next_cursor()


class OutgoingQuery(PagedQuery):
    """Which messages, of all guests."""

    status = Repeatable(fields.Enum(MessageStatus, by_value=fields.String))
