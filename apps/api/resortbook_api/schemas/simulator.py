"""What is said in the simulator, what it shows, and how its clock is moved."""

from marshmallow import fields, validate

from resortbook_api.schemas.conversation import MessageSchema
from resortbook_api.schemas.fields import Id, Instant, Line, Number, Whole
from resortbook_api.schemas.shapes import Asked, Query, Shown

LONGEST_BODY = 4_096  # WhatsApp lets nobody write more at once
MOST_MEDIA = 10
WHATSAPP_ADDRESS = Whole(
    r"^(whatsapp:)?( *\+?[0-9][0-9 ()./-]{4,40}|[A-Z]{2}(\.[A-Za-z0-9]{1,128}){1,2})$",
    problem="A phone number, or an id of WhatsApp such as US.ABC123",
)
SENDER = Whole(
    r"^(whatsapp:)?(\+[0-9][0-9 ()./-]{4,40}|[A-Z]{2}(\.[A-Za-z0-9]{1,128}){1,2})$",
    problem="A phone number such as +14155550123, or an id of WhatsApp such as US.ABC123",
)
SAID = Whole(r"^[^\x00]*$", problem="No NUL")
MEDIA_URL = Whole(r"^https?://[!-~]{1,2000}$", problem="An address of the web")
CONTENT_TYPE = Whole(
    r"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(;[ -~]*)?$",
    problem="A content type such as image/jpeg",
)
OFFSET = Whole(r"^([+-][0-9]{1,10}[smhd])?$", problem="An offset such as +90m, -2h or +1d")


class MediaSent(Asked):
    """A picture, a voice note or a file that came with a message; it is never fetched."""

    url = fields.String(required=True, validate=MEDIA_URL)
    content_type = fields.String(
        required=True, validate=[validate.Length(max=200), CONTENT_TYPE]
    )


class LocationSent(Asked):
    """A place that somebody shared, in degrees."""

    latitude = Number(least=-90, most=90, required=True)
    longitude = Number(least=-180, most=180, required=True)


class MessageSaid(Asked):
    """A message of a simulated guest, as WhatsApp would bring it."""

    from_ = fields.String(
        data_key="from",
        required=True,
        validate=SENDER,
        metadata={"example": "+14155550123"},
    )
    body = fields.String(required=True, validate=[validate.Length(max=LONGEST_BODY), SAID])
    button = Line(
        least=1,
        longest=256,
        metadata={"description": "The id of the tapped button or row; `body` is its title"},
    )
    name = Line(metadata={"description": "What the guest calls themself on WhatsApp"})
    message_sid = Line(
        least=1,
        longest=128,
        metadata={"description": "Tells a repeated message from a new one"},
    )
    reply_to = Line(
        least=1, longest=128, metadata={"description": "The id of the message replied to"}
    )
    media = fields.List(fields.Nested(MediaSent), validate=validate.Length(max=MOST_MEDIA))
    location = fields.Nested(LocationSent)


class MessageTaken(Shown):
    """A message that is kept and will be answered."""

    id = Id()


class SimulatedMessages(Shown):
    """What was said to and by a simulated phone, oldest first."""

    items = fields.List(fields.Nested(MessageSchema))
    busy = fields.Boolean()


class SimulatorQuery(Query):
    """Whose messages."""

    phone = fields.String(
        required=True, validate=WHATSAPP_ADDRESS, metadata={"example": "+14155550123"}
    )


class ClockMoved(Asked):
    """Where the clock is to be: how far from the machine's."""

    offset = fields.String(
        required=True,
        validate=OFFSET,
        metadata={"description": "From the machine's time; blank is none", "example": "+90m"},
    )


class ClockSchema(Shown):
    """The resort's clock."""

    now = Instant()
    offset = fields.String(
        validate=OFFSET, metadata={"description": "In its largest exact unit; `+0s` is none"}
    )
