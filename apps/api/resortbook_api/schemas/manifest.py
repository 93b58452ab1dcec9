"""Who is to come aboard."""

from marshmallow import fields, validate

from resortbook_api.schemas.booking import STATUSES, BookedActivity
from resortbook_api.schemas.fields import Day, Id, Instant
from resortbook_api.schemas.shapes import Query, Shown
from resortbook_api.schemas.staff import DeskSlotSchema


class ManifestEntry(Shown):
    """A booking on a manifest."""

    booking_id = Id()
    reference = fields.String()
    status = fields.String(validate=validate.OneOf(STATUSES))
    room = fields.String()
    lead_name = fields.String()
    participants = fields.Integer()
    party = fields.Dict(keys=fields.String(), values=fields.Integer())
    special_requests = fields.String()
    phone = fields.String(allow_none=True, metadata={"example": "+1415•••0123"})
    settlement = fields.String()
    checked_in_at = Instant(allow_none=True)
    arrived = fields.Integer(allow_none=True)
    is_private = fields.Boolean()
    notes = fields.List(fields.String())


class ManifestSchema(Shown):
    """A departure and who is to come aboard, by lead name."""

    slot = fields.Nested(DeskSlotSchema)
    activity = fields.Nested(BookedActivity)
    rates = fields.List(fields.String(), metadata={"description": "Codes, in their order"})
    people = fields.Integer(metadata={"description": "Without those who did not come"})
    arrived = fields.Integer()
    minimum = fields.Integer(metadata={"description": "The people that the activity needs"})
    is_under_minimum = fields.Boolean()
    items = fields.List(fields.Nested(ManifestEntry))


class ManifestQuery(Query):
    """As what a manifest is wanted."""

    format = fields.String(validate=validate.OneOf(["json", "csv"]), load_default="json")


class DepartureSchema(Shown):
    """A departure and how many come to it."""

    slot = fields.Nested(DeskSlotSchema)
    activity = fields.Nested(BookedActivity)
    bookings = fields.Integer()
    people = fields.Integer(metadata={"description": "Without those who did not come"})
    arrived = fields.Integer()
    minimum = fields.Integer(metadata={"description": "The people that the activity needs"})
    is_under_minimum = fields.Boolean()


class ArrivalsSchema(Shown):
    """The departures of a day, by start."""

    date = Day()
    items = fields.List(fields.Nested(DepartureSchema))


class ArrivalsQuery(Query):
    """Which day."""

    date = Day(metadata={"description": "The resort's day; else today"})
