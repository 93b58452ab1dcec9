"""What the desk asks for and sees."""

from marshmallow import fields

from resortbook.domain.booking import BookingStatus
from resortbook_api.schemas.activity import SlotSchema
from resortbook_api.schemas.booking import ROOM_LENGTH, BookingSchema, PartyAsked
from resortbook_api.schemas.fields import Day, Id, Instant, Line, Repeatable, Strict, Text
from resortbook_api.schemas.shapes import (
    Asked,
    FieldsQuery,
    PagedQuery,
    Shown,
    Sparse,
    fields_of,
    next_cursor,
)


class BookedGuest(Shown):
    """Whose a booking is; the phone as lists show it."""

    id = Id()
    name = fields.String()
    room = fields.String()
    phone = fields.String(allow_none=True, metadata={"example": "+1415•••0123"})


class DeskBookingSchema(BookingSchema):
    """A booking as staff see it."""

    guest = fields.Nested(BookedGuest)
    arrived = fields.Integer(
        allow_none=True, metadata={"description": "How many were checked in"}
    )
    room_verified = fields.Boolean(
        allow_none=True,
        metadata={
            "description": "Whether room, name and day agree with a stay; null without a room, "
            "and in answers to changes"
        },
    )
    is_private = fields.Boolean()
    group_id = Id(allow_none=True)


class DeskBookingPage(Shown):
    """A part of a list of bookings."""

    items = fields.List(Sparse(DeskBookingSchema))
    next_cursor = next_cursor()


class DeskSlotSchema(SlotSchema):
    """A departure as staff see it."""

    activity_id = Id()
    lane = fields.String(metadata={"description": "Tells apart departures at the same time"})
    closed_reason = fields.String()
    planned_start_time = Instant(
        allow_none=True, metadata={"description": "Where it was before it was delayed"}
    )


class DeskSlotPage(Shown):
    """A part of a list of departures."""

    items = fields.List(Sparse(DeskSlotSchema))
    next_cursor = next_cursor()


class DeskGuestAsked(Asked):
    """Who stands at the desk or is on the phone."""

    name = Line(required=True, least=1)
    room = Line(longest=ROOM_LENGTH, load_default="")
    phone = Line(longest=64, allow_none=True, load_default=None)


class DeskBookingAsked(PartyAsked):
    """A booking by staff: confirmed at once, or held until `hold_until`."""

    time_slot_id = Id(required=True)
    guest = fields.Nested(DeskGuestAsked, required=True)
    special_requests = Text(longest=1_000)
    hold_until = Instant(allow_none=True)
    private = Strict(metadata={"description": "Take a departure whole that is still empty"})
    notify = Strict(metadata={"description": "Tell the guest; true by default"})
    note = Text(longest=1_000, metadata={"description": "For staff alone"})


class DeskBookingQuery(FieldsQuery, PagedQuery):
    """Which bookings, of all guests."""

    q = Line(metadata={"description": "A reference, a room, a phone, or words of a name"})
    date = Day(metadata={"description": "The departure's day"})
    activity = Line(metadata={"description": "An activity's id or slug"})
    guest = Id(metadata={"description": "The id of the guest whose they are"})
    status = Repeatable(fields.Enum(BookingStatus, by_value=fields.String))
    wanted_fields = fields_of(DeskBookingSchema)


class DeskSlotQuery(FieldsQuery, PagedQuery):
    """Which departures."""

    first = Day(data_key="from", metadata={"description": "The first day; else today"})
    last = Day(data_key="to", metadata={"description": "The last day; else 6 days later"})
    activity = Line(metadata={"description": "An activity's id or slug"})
    wanted_fields = fields_of(DeskSlotSchema)
