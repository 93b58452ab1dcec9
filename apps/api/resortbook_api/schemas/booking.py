"""Bookings: what guests ask for, and what they are shown."""

from typing import Any, ClassVar

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from resortbook.domain.actor import Door
from resortbook.domain.booking import BookingStatus
from resortbook.domain.terms import Settlement
from resortbook_api.schemas.fields import (
    Amount,
    Count,
    Id,
    Instant,
    Line,
    Party,
    Repeatable,
    Text,
    Whole,
)
from resortbook_api.schemas.shapes import (
    Asked,
    FieldsQuery,
    PagedQuery,
    Query,
    Shown,
    Sparse,
    fields_of,
    next_cursor,
)

STATUSES = [status.value for status in BookingStatus]
ROOM_LENGTH = 50
IDEMPOTENCY_KEY = Whole(
    r"^[!-~\xa1-\xff]([ -~\xa0-\xff]{0,253}[!-~\xa1-\xff])?$", problem="1 to 255 characters"
)


class BookedActivity(Shown):
    """What a booking shows of its activity."""

    id = Id()
    slug = fields.String()
    name = fields.String()
    location = fields.String()
    duration_minutes = fields.Integer()


class BookedSlot(Shown):
    """The departure of a booking."""

    id = Id()
    start_time = Instant()
    end_time = Instant()


class LineSchema(Shown):
    """A line of a booking's price."""

    label = fields.String()
    quantity = fields.Integer()
    unit_price = Amount()


class BookingSchema(Shown):
    """Seats of one departure, held or sold."""

    id = Id()
    reference = fields.String()
    activity = fields.Nested(BookedActivity)
    time_slot = fields.Nested(BookedSlot)
    status = fields.String(validate=validate.OneOf(STATUSES))
    participants = fields.Integer()
    party = fields.Dict(keys=fields.String(), values=fields.Integer())
    seats = fields.Integer()
    lines = fields.List(fields.Nested(LineSchema))
    special_requests = fields.String()
    lead_name = fields.String()
    room = fields.String()
    settlement = fields.String(validate=validate.OneOf([one.value for one in Settlement]))
    total_price = Amount()
    currency = fields.String()
    booking_source = fields.String(
        validate=validate.OneOf([door.value for door in Door if door is not Door.SYSTEM])
    )
    created_at = Instant()
    confirmed_at = Instant(allow_none=True)
    cancelled_at = Instant(allow_none=True)
    cancellation_reason = fields.String()
    expires_at = Instant(
        allow_none=True, metadata={"description": "When the hold ends; null once not pending"}
    )
    can_cancel = fields.Boolean()
    cancel_by = Instant(
        allow_none=True,
        metadata={"description": "Until when the guest may cancel; null: no longer at all"},
    )
    checked_in_at = Instant(allow_none=True)
    metadata = fields.Dict(keys=fields.String())


class BookingPage(Shown):
    """A part of a list of bookings."""

    items = fields.List(Sparse(BookingSchema))
    next_cursor = next_cursor()


class PartyAsked(Asked):
    """A party, as rates with their people or as a number of the first rate."""

    json_schema: ClassVar = {"not": {"required": ["participants", "party"]}}

    participants = Count(least=1, most=10_000, metadata={"description": "Of the first rate"})
    party = Party(metadata={"description": "People by the code of their rate"})

    @validates_schema
    def only_one(self, asked: dict[str, Any], **_: Any) -> None:
        """Refuse a party that is said twice."""
        if "participants" in asked and "party" in asked:
            raise ValidationError({"party": ["Give either participants or party"]})

    @post_load
    def one_party(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Put `party` in place of both."""
        people = asked.pop("participants", None)
        return asked if people is None else {**asked, "party": people}


class BookingAsked(PartyAsked):
    """A hold of seats."""

    activity_id = Id(required=True)
    time_slot_id = Id(required=True)
    special_requests = Text(longest=1_000)
    lead_name = Line()
    room = Line(longest=ROOM_LENGTH)


class ChangesAsked(PartyAsked):
    """Changes of a booking; what is left out stays."""

    special_requests = Text(longest=1_000)
    lead_name = Line()
    room = Line(longest=ROOM_LENGTH)


class CancellationAsked(Asked):
    """Why a booking is cancelled."""

    reason = Text(longest=500, load_default="")


class MoveAsked(Asked):
    """Where a booking moves to."""

    time_slot_id = Id(required=True)


class BookingListQuery(FieldsQuery, PagedQuery):
    """Which of the guest's bookings."""

    status = Repeatable(fields.Enum(BookingStatus, by_value=fields.String))
    when = fields.String(validate=validate.OneOf(["upcoming", "past"]))
    wanted_fields = fields_of(BookingSchema)


class BookingQuery(FieldsQuery):
    """How one booking is shown."""

    wanted_fields = fields_of(BookingSchema)


class OnceHeader(Query):
    """The key under which a repeated request is answered, not done again."""

    idempotency_key = fields.String(
        data_key="Idempotency-Key",
        validate=IDEMPOTENCY_KEY,
        metadata={
            "description": "The same key with the same request gives the first answer again, "
            "for 24 hours"
        },
    )
