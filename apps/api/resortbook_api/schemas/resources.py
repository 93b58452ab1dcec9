"""What departures share, as the desk asks for it and sees it."""

from marshmallow import fields, validate

from resortbook_api.schemas.fields import Count, Id, Instant, Line
from resortbook_api.schemas.shapes import Asked, Shown


class ResourceSchema(Shown):
    """Something that departures share: a boat, a therapist, a room."""

    id = Id()
    name = fields.String()
    units = fields.Integer(metadata={"description": "How many there are"})
    created_at = Instant()


class ResourceList(Shown):
    """Everything that departures share."""

    items = fields.List(fields.Nested(ResourceSchema))


class ResourceAsked(Asked):
    """A new resource."""

    name = Line(required=True, least=1)
    units = Count(least=1, most=1_000, load_default=1)


class ResourceChangesAsked(Asked):
    """What changes about a resource."""

    name = Line(least=1)
    units = Count(least=1, most=1_000)


class NeedSchema(Shown):
    """What each departure takes of a resource, as long as anybody has a seat in it."""

    resource_id = Id()
    units = fields.Integer()
    minutes_before = fields.Integer()
    minutes_after = fields.Integer()


class NeedList(Shown):
    """Everything that a departure takes."""

    items = fields.List(fields.Nested(NeedSchema))


class NeedAsked(Asked):
    """What each departure shall take of a resource."""

    resource_id = Id(required=True)
    units = Count(least=1, most=1_000, load_default=1)
    minutes_before = Count(least=0, most=1_440, load_default=0)
    minutes_after = Count(least=0, most=1_440, load_default=0)


class NeedsAsked(Asked):
    """All that each departure of an activity shall take."""

    items = fields.List(
        fields.Nested(NeedAsked), required=True, validate=validate.Length(max=20)
    )
