"""Departures, schedules and resources as the desk asks for them and sees them."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, validate, validates_schema

from resortbook.domain.schedule import WEEKDAYS
from resortbook_api.schemas.fields import (
    Amount,
    Count,
    Day,
    Id,
    Instant,
    Line,
    Strict,
    Whole,
)
from resortbook_api.schemas.shapes import Asked, FieldsQuery, Shown, fields_of
from resortbook_api.schemas.staff import DeskSlotSchema

CLOCK = Whole(r"^([01][0-9]|2[0-3]):[0-5][0-9]$", problem="A clock time such as 09:00")
RULE_LENGTH = 500
REASON_LENGTH = 500
MOST_SEATS = 10_000


class Clock(fields.String):
    """A clock time of the resort, as HH:MM."""

    def __init__(self, **kwargs: Any) -> None:
        """Allow no other form."""
        super().__init__(validate=[CLOCK], **kwargs)


class DayOrInstant(fields.String):
    """A day of the resort as YYYY-MM-DD, or a moment as RFC 3339."""

    json_schema: ClassVar = {"anyOf": [{"format": "date"}, {"format": "date-time"}]}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, *args, **kwargs)
        kind: fields.Field[Any] = Day() if len(text) == len("2026-10-15") else Instant()
        found: date | datetime = kind.deserialize(text)
        return found


class Seats(Count):
    """A capacity, in seats."""

    def __init__(self, **kwargs: Any) -> None:
        """Allow at least one."""
        super().__init__(least=1, most=MOST_SEATS, **kwargs)


class SlotAsked(Asked):
    """A single departure."""

    start_time = Instant(required=True)
    capacity = Seats(metadata={"description": "Else the activity's own"})


class SlotChangesAsked(Asked):
    """What changes about a departure."""

    capacity = Seats()
    is_available = Strict(metadata={"description": "Whether it is on sale"})


class OneSlotQuery(FieldsQuery):
    """How much of a departure is shown."""

    wanted_fields = fields_of(DeskSlotSchema)


class DelayAsked(Asked):
    """How much later a departure goes."""

    minutes = Count(least=1, most=1_440, required=True)
    reason = Line(longest=REASON_LENGTH, load_default="")
    dry_run = Strict(load_default=False, metadata={"description": "Only show it"})


class CloseAsked(Asked):
    """Why a departure is called off."""

    reason = Line(longest=REASON_LENGTH, load_default="")
    dry_run = Strict(load_default=False, metadata={"description": "Only show it"})


class StretchAsked(Asked):
    """A stretch of time, of all activities or some."""

    first = DayOrInstant(data_key="from", required=True)
    last = DayOrInstant(
        data_key="to",
        required=True,
        metadata={"description": "Of days the last one; of moments the one where it ends"},
    )
    activity_ids = fields.List(
        Id(), allow_none=True, validate=validate.Length(min=1, max=1_000)
    )


class CloseStretchAsked(StretchAsked):
    """What is called off, and why."""

    reason = Line(longest=REASON_LENGTH, load_default="")
    dry_run = Strict(load_default=False, metadata={"description": "Only show it"})


class ConcernedBooking(Shown):
    """A booking that closing or delaying concerns."""

    id = Id()
    reference = fields.String()
    time_slot_id = Id()
    guest_id = Id()
    name = fields.String()
    room = fields.String()
    phone = fields.String(allow_none=True, metadata={"example": "+1415•••0123"})
    participants = fields.Integer()
    total_price = Amount()


class Consequences(Shown):
    """Whom closing or delaying concerns."""

    dry_run = fields.Boolean()
    closing_id = Id(allow_none=True)
    bookings = fields.List(fields.Nested(ConcernedBooking))
    guests = fields.Integer(metadata={"description": "How many guests have these bookings"})
    people = fields.Integer(metadata={"description": "How many were to come"})
    total_price = Amount(metadata={"description": "What these bookings were to bring"})
    currency = fields.String()


class ChangedSlot(DeskSlotSchema, Consequences):
    """A departure that was closed or delayed, or would be."""


class ClosedStretch(Consequences):
    """Departures that were called off, or would be."""

    slots = fields.List(fields.Nested(DeskSlotSchema))


class SlotList(Shown):
    """Departures, by their start."""

    items = fields.List(fields.Nested(DeskSlotSchema))


class ScheduleSchema(Shown):
    """When an activity departs, again and again; days and times are the resort's."""

    id = Id()
    activity_id = Id()
    rrule = fields.String()
    times = fields.List(fields.String())
    first = fields.Date(data_key="from")
    until = fields.Date(allow_none=True)
    capacity = fields.Integer(allow_none=True)
    without = fields.List(fields.Date(), data_key="except")
    filled_until = fields.Date(allow_none=True)
    created_at = Instant()


class ScheduleList(Shown):
    """The schedules of an activity."""

    items = fields.List(fields.Nested(ScheduleSchema))


class SkippedDeparture(Shown):
    """A departure that was not made."""

    local = fields.String(metadata={"description": "Its clock time at the resort"})
    reason = fields.String(
        validate=validate.OneOf(["past", "exists", "no_such_hour", "closed"])
    )


class FilledSchedule(Shown):
    """What a schedule has made."""

    schedule = fields.Nested(ScheduleSchema)
    items = fields.List(fields.Nested(DeskSlotSchema))
    created = fields.Integer()
    skipped = fields.List(fields.Nested(SkippedDeparture))


class RevisedSchedule(Shown):
    """What became of a schedule's departures."""

    schedule = fields.Nested(ScheduleSchema)
    items = fields.List(fields.Nested(DeskSlotSchema), metadata={"description": "New ones"})
    removed = fields.Integer()
    kept = fields.List(
        fields.Nested(DeskSlotSchema),
        metadata={"description": "Those that stay as they were: seats of them are taken"},
    )


class RhythmAsked(Asked):
    """Which days and clock times: by weekdays, or by a rule of RFC 5545."""

    rrule = Line(least=1, longest=RULE_LENGTH)
    weekdays = fields.List(
        fields.String(validate=validate.OneOf(WEEKDAYS)), validate=validate.Length(min=1, max=7)
    )
    times = fields.List(Clock(), validate=validate.Length(max=100))
    until = Day(allow_none=True, metadata={"description": "Null: open-ended"})
    capacity = Seats(allow_none=True, metadata={"description": "Null: the activity's own"})
    without = fields.List(Day(), data_key="except", validate=validate.Length(max=366))

    @validates_schema
    def check_one_rhythm(self, asked: dict[str, Any], **_: Any) -> None:
        """Take weekdays or a rule. Raises ValidationError."""
        if "rrule" in asked and "weekdays" in asked:
            raise ValidationError("Give weekdays or a rule", "rrule")


class ScheduleAsked(RhythmAsked):
    """A new schedule."""

    first = Day(data_key="from", metadata={"description": "The first day; else today"})

    @validates_schema
    def check_some_rhythm(self, asked: dict[str, Any], **_: Any) -> None:
        """Need days, and clock times with weekdays. Raises ValidationError."""
        if "rrule" not in asked and "weekdays" not in asked:
            raise ValidationError("Give weekdays or a rule", "weekdays")
        if "weekdays" in asked and not asked.get("times"):
            raise ValidationError("Weekdays need clock times", "times")


class ScheduleChangesAsked(RhythmAsked):
    """What changes about a schedule."""


def clock_times(asked: list[str] | None) -> tuple[time, ...]:
    """Return clock times that were asked for."""
    return tuple(time.fromisoformat(clock) for clock in asked or ())
