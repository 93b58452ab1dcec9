"""Conversations: what staff see of them, and what is written to guests."""

from marshmallow import fields, validate

from resortbook.application.desk_messages import LONGEST
from resortbook.domain.conversation import ConversationStatus
from resortbook.domain.messages import Direction
from resortbook_api.schemas.fields import Id, Instant, Repeatable, Said
from resortbook_api.schemas.shapes import Asked, PagedQuery, Shown, next_cursor

STATUSES = [status.value for status in ConversationStatus]


class ButtonSchema(Shown):
    """A button under a message."""

    id = fields.String()
    title = fields.String()


class RowSchema(ButtonSchema):
    """A row of a list in a message."""

    description = fields.String()


class MessageSchema(Shown):
    """A message to or from a guest's phone."""

    optional = frozenset({"template"})

    id = Id()
    direction = fields.String(validate=validate.OneOf([one.value for one in Direction]))
    body = fields.String()
    buttons = fields.List(fields.Nested(ButtonSchema))
    list = fields.List(fields.Nested(RowSchema))
    template = fields.String()
    created_at = Instant()


class DeskMessageSchema(MessageSchema):
    """A message as staff see it."""

    author = fields.String(validate=validate.OneOf(["guest", "bot", "desk"]))


class ConversationSchema(Shown):
    """A guest's conversation, by the guest's id."""

    id = Id()
    phone = fields.String(allow_none=True, metadata={"example": "+1415•••0123"})
    name = fields.String()
    status = fields.String(
        validate=validate.OneOf(STATUSES),
        metadata={"description": "Who answers: the bot, the desk soon, or somebody by now"},
    )
    summary = fields.String(metadata={"description": "What the desk should know"})
    last_message_at = Instant(allow_none=True)
    window_ends_at = Instant(
        allow_none=True,
        metadata={"description": "Until when anything may be written; then templates alone"},
    )
    waiting_since = Instant(
        allow_none=True, metadata={"description": "Since when nobody at the desk has taken it"}
    )


class ConversationPage(Shown):
    """A part of a list of conversations."""

    items = fields.List(fields.Nested(ConversationSchema))
    next_cursor = next_cursor()


class WholeConversationSchema(ConversationSchema):
    """A conversation with what was said, oldest first."""

    taken_by = Id(allow_none=True, metadata={"description": "The member of staff who has it"})
    messages = fields.List(fields.Nested(DeskMessageSchema))


class ConversationQuery(PagedQuery):
    """Which conversations."""

    status = Repeatable(fields.Enum(ConversationStatus, by_value=fields.String))


class ReplyAsked(Asked):
    """What somebody at the desk writes to a guest."""

    body = Said(longest=LONGEST, required=True)


class DeskAsked(Asked):
    """What a guest asks the desk about a booking."""

    message = Said(longest=1_000, required=True)


class AskedSchema(Shown):
    """A question that the desk will answer."""

    id = Id(metadata={"description": "The conversation"})
    booking_id = Id()
    reference = fields.String()
    status = fields.String(validate=validate.OneOf(STATUSES))
