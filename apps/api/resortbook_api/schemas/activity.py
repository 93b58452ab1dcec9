"""Activities, their categories and their departures: what is asked for, what is shown."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from resortbook.domain.activity import PricePer
from resortbook.domain.slot import Reason
from resortbook.ports.reads import ActivitySort
from resortbook_api.schemas.fields import Amount, Day, Digits, Id, Instant, Line
from resortbook_api.schemas.shapes import (
    FieldsQuery,
    PagedQuery,
    Shown,
    Sparse,
    fields_of,
    next_cursor,
)


class RateSchema(Shown):
    """A price for one kind of person."""

    code = fields.String()
    label = fields.String()
    price = Amount()
    min_age = fields.Integer(allow_none=True)
    max_age = fields.Integer(allow_none=True)
    takes_seat = fields.Boolean()


class ImageSchema(Shown):
    """A picture of an activity."""

    url = fields.String()
    alt_text = fields.String()
    is_primary = fields.Boolean()
    order = fields.Integer()


class SlotSchema(Shown):
    """A departure, and whether the party that was asked for can have it."""

    id = Id()
    start_time = Instant()
    end_time = Instant()
    capacity = fields.Integer()
    booked_count = fields.Integer()
    seats_left = fields.Integer()
    is_available = fields.Boolean()
    reason = fields.String(
        allow_none=True,
        validate=validate.OneOf([reason.value for reason in Reason]),
        metadata={"description": "Why `is_available` is false"},
    )


class ActivitySchema(Shown):
    """What a guest can book."""

    id = Id()
    slug = fields.String()
    name = fields.String()
    description = fields.String()
    category = fields.String(metadata={"description": "The code of its category"})
    price = Amount(metadata={"description": "The first rate's"})
    currency = fields.String()
    price_per = fields.String(validate=validate.OneOf([one.value for one in PricePer]))
    rates = fields.List(fields.Nested(RateSchema))
    people_per_seat = fields.Integer()
    duration_minutes = fields.Integer()
    capacity_per_slot = fields.Integer()
    location = fields.String()
    meeting_point = fields.String()
    requirements = fields.String()
    bring = fields.String()
    min_age = fields.Integer(allow_none=True)
    min_party = fields.Integer()
    max_party = fields.Integer(allow_none=True)
    arrive_minutes_before = fields.Integer()
    booking_cutoff_minutes = fields.Integer()
    cancellation_deadline_hours = fields.Integer(allow_none=True)
    is_active = fields.Boolean()
    images = fields.List(fields.Nested(ImageSchema))
    metadata = fields.Dict(keys=fields.String())
    created_at = Instant()
    updated_at = Instant()


class OfferSchema(ActivitySchema):
    """An activity in a list."""

    optional = frozenset({"next_slots"})

    next_slots = fields.List(
        fields.Nested(SlotSchema),
        metadata={"description": "The next 3 departures that fit, with `include=next_slots`"},
    )


class OfferPage(Shown):
    """A part of a list of activities."""

    items = fields.List(Sparse(OfferSchema))
    next_cursor = next_cursor()


class CategorySchema(Shown):
    """A kind of activity."""

    code = fields.String()
    label = fields.String()
    activity_count = fields.Integer()


class CategoryList(Shown):
    """The kinds of activity on offer."""

    items = fields.List(fields.Nested(CategorySchema))


class AvailabilitySchema(Shown):
    """The departures of an activity, in time order."""

    activity_id = Id()
    timezone = fields.String()
    slots = fields.List(Sparse(SlotSchema))


class OfferQuery(FieldsQuery, PagedQuery):
    """Which activities."""

    category = Line(metadata={"description": "The code of a category"})
    q = Line(metadata={"description": "Words of its name, description, category or place"})
    min_price = Amount()
    max_price = Amount()
    date = Day(metadata={"description": "It has a free departure on this day of the resort"})
    participants = Digits(least=1, most=10_000)
    sort = fields.Enum(ActivitySort, by_value=fields.String, load_default=ActivitySort.NAME)
    include = fields.String(validate=validate.OneOf(["next_slots"]))
    wanted_fields = fields_of(OfferSchema)


class SearchQuery(FieldsQuery, PagedQuery):
    """What somebody may mean."""

    q = Line(required=True)
    wanted_fields = fields_of(OfferSchema)


class ActivityQuery(FieldsQuery):
    """How one activity is shown."""

    wanted_fields = fields_of(ActivitySchema)


class AvailabilityQuery(FieldsQuery):
    """Which days, and for how many."""

    date = Day(metadata={"description": "One day of the resort; not together with from and to"})
    first = Day(data_key="from", metadata={"description": "The first day; else today"})
    last = Day(data_key="to", metadata={"description": "The last day; else 6 days later"})
    participants = Digits(least=1, most=10_000, load_default=1)
    wanted_fields = fields_of(SlotSchema)

    @validates_schema
    def one_way_to_say_it(self, wanted: dict[str, Any], **_: Any) -> None:
        """Refuse a day together with a stretch of days."""
        if "date" in wanted and ("first" in wanted or "last" in wanted):
            raise ValidationError({"date": ["Give either date, or from and to"]})

    @post_load
    def make_stretch(self, wanted: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Put the first and the last day in place of the one."""
        day = wanted.pop("date", None)
        return wanted if day is None else {**wanted, "first": day, "last": day}
