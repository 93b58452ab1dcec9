"""Signing in, and the account of whoever is signed in."""

from marshmallow import fields, validate

from resortbook.domain.actor import Role
from resortbook.domain.charge import ChargeState
from resortbook.domain.conversation import ConversationStatus
from resortbook.domain.guest import Channel
from resortbook.domain.messages import Direction
from resortbook_api.schemas.booking import ROOM_LENGTH, BookingSchema
from resortbook_api.schemas.fields import Id, Instant, Line, Whole
from resortbook_api.schemas.preferences import PreferencesSchema
from resortbook_api.schemas.shapes import Asked, Shown

CODE = Whole(r"^[0-9]{6}$", problem="Six digits")
LANGUAGE = Whole(
    r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$", problem="A language, as en or es-MX"
)


def phone() -> Line:
    """Return a phone; whether it is one decides who knows all numbering plans of the world."""
    return Line(
        longest=64,
        required=True,
        metadata={"example": "+14155550123", "description": "With `+` and country code"},
    )


class CodeAsked(Asked):
    """A wish for a sign-in code."""

    phone = phone()


class CodeShown(Asked):
    """A code as it was received."""

    phone = phone()
    code = fields.String(required=True, validate=CODE)


class LinkShown(Asked):
    """The token of a sign-in link."""

    token = Line(required=True, longest=512)


class CodeRequestedSchema(Shown):
    """How long a code lives and when another one may be asked for, in seconds."""

    expires_in = fields.Integer()
    resend_in = fields.Integer()


class UserSchema(Shown):
    """Who is signed in."""

    id = Id()
    phone = fields.String(allow_none=True)
    name = fields.String()
    room = fields.String()
    language = fields.String()
    role = fields.String(validate=validate.OneOf([role.value for role in Role]))


class MeSchema(Shown):
    """The session of whoever is signed in."""

    user = fields.Nested(UserSchema)
    csrf_token = fields.String()
    expires_at = Instant()


class SignedInSchema(MeSchema):
    """A session that was just opened, with its token."""

    token = fields.String()


class ProfileAsked(Asked):
    """Changes of a profile; what is left out stays."""

    name = Line()
    room = Line(longest=ROOM_LENGTH)
    language = fields.String(validate=LANGUAGE)


class AddressSchema(Shown):
    """A way to reach a guest."""

    channel = fields.String(validate=validate.OneOf([channel.value for channel in Channel]))
    value = fields.String()


class MessageHeldSchema(Shown):
    """A message to or from a guest."""

    direction = fields.String(validate=validate.OneOf([one.value for one in Direction]))
    body = fields.String()
    created_at = Instant()


class ConversationHeldSchema(Shown):
    """What is remembered of talking with a guest."""

    status = fields.String(validate=validate.OneOf([one.value for one in ConversationStatus]))
    summary = fields.String(metadata={"description": "What the desk was told"})
    state = fields.Dict(keys=fields.String())


class FeedbackHeldSchema(Shown):
    """What a guest said of a recommendation."""

    activity_id = Id()
    helpful = fields.Boolean()
    comment = fields.String()
    created_at = Instant()


class ChargeHeldSchema(Shown):
    """What was put on a guest's room."""

    booking_id = Id()
    room = fields.String()
    amount = fields.String(
        metadata={"description": "Less than nothing gives back what was posted"}
    )
    currency = fields.String()
    state = fields.String(validate=validate.OneOf([state.value for state in ChargeState]))
    created_at = Instant()


class SessionHeldSchema(Shown):
    """When a guest was signed in."""

    created_at = Instant()
    last_used_at = Instant()
    expires_at = Instant()


class HoldingsSchema(Shown):
    """Everything that is held of a guest."""

    user = fields.Nested(UserSchema)
    addresses = fields.List(fields.Nested(AddressSchema))
    created_at = Instant()
    preferences = fields.Nested(PreferencesSchema)
    bookings = fields.List(fields.Nested(BookingSchema))
    messages = fields.List(fields.Nested(MessageHeldSchema))
    conversation = fields.Nested(ConversationHeldSchema)
    feedback = fields.List(fields.Nested(FeedbackHeldSchema))
    charges = fields.List(fields.Nested(ChargeHeldSchema))
    sessions = fields.List(fields.Nested(SessionHeldSchema))
