"""What operators and the simulator's page are shown, and the envelope of all refusals."""

from marshmallow import fields, validate

from resortbook.domain.messages import Direction
from resortbook_api.schemas.fields import Id, Instant, Whole
from resortbook_api.schemas.shapes import Query, Shown

WHATSAPP_ADDRESS = Whole(
    r"^( *\+?[0-9][0-9 ()./-]{4,40}|[A-Z]{2}\.[A-Za-z0-9]{1,128})$",
    problem="A phone number, or an id of WhatsApp such as US.ABC123",
)


class ErrorSchema(Shown):
    """A refusal or a failure."""

    code = fields.String(metadata={"description": "For programs", "pattern": "^[A-Z_]+$"})
    message = fields.String(metadata={"description": "A sentence for people"})
    details = fields.Dict(keys=fields.String())


class ErrorEnvelope(Shown):
    """What every answer but a 2xx or 3xx consists of."""

    error = fields.Nested(ErrorSchema)


class AliveSchema(Shown):
    """The process answers."""

    status = fields.String(validate=validate.OneOf(["ok"]))


class ChecksSchema(Shown):
    """What was looked at."""

    database = fields.String(validate=validate.OneOf(["up"]))
    migrations = fields.String(validate=validate.OneOf(["head"]))
    redis = fields.String(validate=validate.OneOf(["up", "down", "unused"]))


class ReadySchema(Shown):
    """Whether requests can be served; `degraded`: all of them, but more slowly."""

    status = fields.String(validate=validate.OneOf(["ok", "degraded"]))
    checks = fields.Nested(ChecksSchema)


class ButtonSchema(Shown):
    """A button under a message."""

    id = fields.String()
    title = fields.String()


class RowSchema(ButtonSchema):
    """A row of a list in a message."""

    description = fields.String()


class SimulatedMessageSchema(Shown):
    """A message to or from the simulated phone."""

    optional = frozenset({"template"})

    id = Id()
    direction = fields.String(validate=validate.OneOf([one.value for one in Direction]))
    body = fields.String()
    buttons = fields.List(fields.Nested(ButtonSchema))
    list = fields.List(fields.Nested(RowSchema))
    template = fields.String()
    created_at = Instant()


class SimulatedMessages(Shown):
    """What was said to and by a simulated phone, oldest first."""

    items = fields.List(fields.Nested(SimulatedMessageSchema))
    busy = fields.Boolean()


class SimulatorQuery(Query):
    """Whose messages."""

    phone = fields.String(
        required=True, validate=WHATSAPP_ADDRESS, metadata={"example": "+14155550123"}
    )
