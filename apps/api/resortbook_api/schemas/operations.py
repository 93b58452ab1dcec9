"""What operators are shown, and the envelope of all refusals."""

from marshmallow import fields, validate

from resortbook_api.schemas.shapes import Shown


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
