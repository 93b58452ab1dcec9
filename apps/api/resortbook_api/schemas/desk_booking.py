"""One booking as the desk works on it."""

from typing import Any

from marshmallow import fields, post_load, validate

from resortbook.domain.booking import BookingStatus
from resortbook.domain.charge import ChargeKind, ChargeState
from resortbook.domain.terms import Settlement
from resortbook_api.schemas.booking import CancellationAsked, ChangesAsked, MoveAsked
from resortbook_api.schemas.fields import (
    Amount,
    Count,
    Day,
    Id,
    Instant,
    Line,
    Repeatable,
    Said,
)
from resortbook_api.schemas.outgoing import OutgoingSchema
from resortbook_api.schemas.shapes import (
    Asked,
    FieldsQuery,
    PagedQuery,
    Shown,
    fields_of,
    next_cursor,
)
from resortbook_api.schemas.staff import DeskBookingSchema

STATUSES = [
    BookingStatus.CONFIRMED,
    BookingStatus.CANCELLED,
    BookingStatus.COMPLETED,
    BookingStatus.NO_SHOW,
]
ACTORS = ["guest", "staff", "admin", "system"]


def fee() -> Amount:
    """Return the member that charges a fee."""
    return Amount(metadata={"description": "Charged beside the price"})


class HistorySchema(Shown):
    """One act, without any personal value."""

    id = Id()
    at = Instant()
    actor = fields.String(validate=validate.OneOf(ACTORS))
    actor_id = Id(allow_none=True)
    door = fields.String()
    action = fields.String(metadata={"example": "booking.cancel"})
    changed = fields.List(fields.String(), metadata={"description": "Names of what changed"})
    reason = fields.String()


class NoteSchema(Shown):
    """A note for staff alone."""

    id = Id()
    author_id = Id(allow_none=True)
    body = fields.String()
    created_at = Instant()


class ChargeSchema(Shown):
    """What the front office puts on a room."""

    id = Id()
    booking_id = Id()
    reference = fields.String()
    room = fields.String()
    amount = fields.String(
        metadata={"description": "Less than nothing gives back what was posted"}
    )
    currency = fields.String()
    kind = fields.String(validate=validate.OneOf([kind.value for kind in ChargeKind]))
    state = fields.String(validate=validate.OneOf([state.value for state in ChargeState]))
    date = Day(metadata={"description": "The departure's day"})
    lead_name = fields.String()
    activity = fields.String()


class ChargePage(Shown):
    """A part of a list of charges."""

    items = fields.List(fields.Nested(ChargeSchema))
    next_cursor = next_cursor()


class ChargeQuery(PagedQuery):
    """Which charges."""

    date = Day(metadata={"description": "The departure's day"})
    state = Repeatable(fields.Enum(ChargeState, by_value=fields.String))
    format = fields.String(
        validate=validate.OneOf(["json", "csv"]),
        metadata={"description": "`csv` is a file with all of them"},
    )


class WholeBookingSchema(DeskBookingSchema):
    """A booking with what happened to it, oldest first."""

    history = fields.List(fields.Nested(HistorySchema))
    messages = fields.List(fields.Nested(OutgoingSchema))
    notes = fields.List(fields.Nested(NoteSchema))
    charges = fields.List(fields.Nested(ChargeSchema))


class WholeBookingQuery(FieldsQuery):
    """How one booking is shown."""

    wanted_fields = fields_of(WholeBookingSchema)


class DeskChangesAsked(ChangesAsked):
    """Changes of a booking by the desk; what is left out stays."""

    settlement = fields.Enum(Settlement, by_value=fields.String)
    status = fields.String(validate=validate.OneOf([status.value for status in STATUSES]))
    fee = fee()

    @post_load
    def as_status(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Put the status in place of its word."""
        word = asked.get("status")
        return {**asked, "status": BookingStatus(word)} if word else asked


class DeskCancellationAsked(CancellationAsked):
    """Why the desk cancels a booking, and whether that costs anything."""

    fee = fee()


class DeskMoveAsked(MoveAsked):
    """Where a booking moves to, and whether that costs anything."""

    fee = fee()


class NoteAsked(Asked):
    """A note for staff alone."""

    body = Said(longest=1_000, required=True)


class PhoneSchema(Shown):
    """A guest's number in full."""

    phone = fields.String(allow_none=True)


class CheckInAsked(Asked):
    """Who has come."""

    code = Line(
        least=1, required=True, metadata={"description": "A reference, or what a QR code says"}
    )
    arrived = Count(
        least=0, most=10_000, metadata={"description": "How many came; all of them by default"}
    )


class PassSchema(Shown):
    """What a guest shows to be checked in."""

    code = fields.String(metadata={"description": "For a QR code", "example": "ABCD2345.K7"})
