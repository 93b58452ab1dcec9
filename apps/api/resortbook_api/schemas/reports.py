"""Figures of the resort."""

from marshmallow import fields, validate

from resortbook.application.figures import Grouping
from resortbook_api.schemas.fields import Day
from resortbook_api.schemas.shapes import Query, Shown, next_cursor


class ReportQuery(Query):
    """Which days, and by what figures are added up."""

    first = Day(data_key="from", metadata={"description": "The first day; else 29 before `to`"})
    last = Day(data_key="to", metadata={"description": "The last day; else today"})
    group = fields.Enum(Grouping, by_value=fields.String, load_default=Grouping.DAY)
    format = fields.String(validate=validate.OneOf(["json", "csv"]), load_default="json")


class Grouped(Shown):
    """What figures are of: a day or an activity's slug."""

    optional = frozenset({"day", "activity"})

    day = Day()
    activity = fields.String(metadata={"description": "Its slug"})


class OccupancyItem(Grouped):
    """Seats on sale and sold."""

    capacity = fields.Integer()
    booked = fields.Integer()
    rate = fields.Float(metadata={"description": "Of 1"})


class RevenueItem(Grouped):
    """What was sold, without fees and complimentary bookings."""

    revenue = fields.String()
    currency = fields.String()


class SummaryItem(OccupancyItem):
    """Everything that is counted."""

    departures = fields.Integer()
    bookings = fields.Integer(metadata={"description": "Sold ones"})
    participants = fields.Integer()
    revenue = fields.String()
    currency = fields.String()
    cancelled = fields.Integer()
    no_shows = fields.Integer()
    expired = fields.Integer(metadata={"description": "Holds that ran out"})
    lead_hours = fields.Float(
        allow_none=True, metadata={"description": "Before the departure, on average"}
    )
    doors = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(),
        metadata={"description": "Sold bookings by the door they came through"},
    )


class ReportSchema(Shown):
    """A report of some days, both included."""

    first = Day(data_key="from")
    last = Day(data_key="to")
    group = fields.Enum(Grouping, by_value=fields.String)
    next_cursor = next_cursor()


class OccupancyReport(ReportSchema):
    """Seats on sale and sold."""

    items = fields.List(fields.Nested(OccupancyItem))


class RevenueReport(ReportSchema):
    """What was sold."""

    items = fields.List(fields.Nested(RevenueItem))


class ChatsSchema(Shown):
    """Guests who wrote on these days."""

    guests = fields.Integer()
    bot_alone = fields.Integer(
        metadata={"description": "Those whom the bot served without anybody's help"}
    )


class SummaryReport(ReportSchema):
    """Everything that is counted."""

    chats = fields.Nested(ChatsSchema)
    total = fields.Nested(SummaryItem)
    items = fields.List(fields.Nested(SummaryItem))
