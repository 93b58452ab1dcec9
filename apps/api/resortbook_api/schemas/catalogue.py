"""The catalogue as the desk edits it."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from resortbook.domain.activity import PricePer, Rate
from resortbook_api.schemas.activity import ActivitySchema, ImageSchema, OfferQuery
from resortbook_api.schemas.fields import Amount, Count, Digits, Id, Line, Strict, Text, Whole
from resortbook_api.schemas.shapes import (
    Asked,
    FieldsQuery,
    Query,
    Shown,
    Sparse,
    fields_of,
    next_cursor,
)
from resortbook_api.uploads import Upload, Word

RATE_CODE = Whole(r"^[a-z0-9][a-z0-9_-]{0,49}$", problem="Small letters, digits, - and _")
CURRENCY = Whole(r"^[A-Z]{3}$", problem="A currency's code, such as USD")


class DeskImageSchema(ImageSchema):
    """A picture with the id by which the desk edits it."""

    id = Id()


class DeskActivitySchema(ActivitySchema):
    """An activity as the desk edits it."""

    images = fields.List(fields.Nested(DeskImageSchema))


class DeskActivityPage(Shown):
    """A part of the catalogue, inactive activities too."""

    items = fields.List(Sparse(DeskActivitySchema))
    next_cursor = next_cursor()


class RateAsked(Asked):
    """A price for one kind of person."""

    code = fields.String(required=True, validate=RATE_CODE)
    label = Line(least=1, longest=100, required=True)
    price = Amount(required=True)
    min_age = Count(least=0, most=120, allow_none=True, load_default=None)
    max_age = Count(least=0, most=120, allow_none=True, load_default=None)
    takes_seat = Strict(load_default=True)


class ActivityChangesAsked(Asked):
    """Changes of an activity; what is left out stays."""

    name = Line(least=1)
    slug = Line(least=1)
    description = Text(longest=5_000)
    category = Line(least=1, metadata={"description": "A code, or any text for a new one"})
    price = Amount(metadata={"description": "The first rate's"})
    currency = fields.String(validate=CURRENCY)
    price_per = fields.Enum(PricePer, by_value=fields.String)
    rates = fields.List(fields.Nested(RateAsked), validate=validate.Length(min=1, max=20))
    people_per_seat = Count(least=1, most=1_000)
    duration_minutes = Count(least=1, most=10_080)
    capacity_per_slot = Count(least=1, most=10_000)
    location = Line()
    meeting_point = Text(longest=1_000)
    requirements = Text(longest=1_000)
    bring = Text(longest=1_000)
    min_age = Count(least=0, most=120, allow_none=True)
    min_party = Count(least=1, most=10_000)
    max_party = Count(least=1, most=10_000, allow_none=True)
    arrive_minutes_before = Count(least=0, most=1_440)
    booking_cutoff_minutes = Count(least=0, most=43_200)
    cancellation_deadline_hours = Count(least=0, most=8_760, allow_none=True)
    is_active = Strict()
    metadata = fields.Dict(keys=fields.String())

    @post_load
    def make_rates(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Put rates in place of what was said of them."""
        if "rates" not in asked:
            return asked
        codes = [rate["code"] for rate in asked["rates"]]
        if len(set(codes)) < len(codes):
            raise ValidationError({"rates": ["Each code once"]})
        return {**asked, "rates": tuple(Rate(**rate) for rate in asked["rates"])}


class ActivityAsked(ActivityChangesAsked):
    """A new activity."""

    name = Line(least=1, required=True)
    category = Line(
        least=1, required=True, metadata={"description": "A code, or any text for a new one"}
    )
    duration_minutes = Count(least=1, most=10_080, required=True)
    capacity_per_slot = Count(least=1, most=10_000, required=True)

    @post_load
    def needs_a_price(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Refuse an activity that costs nobody knows what."""
        if "price" not in asked and "rates" not in asked:
            raise ValidationError({"price": ["Give a price, or rates"]})
        return asked


class DeskActivityQuery(FieldsQuery):
    """How one activity is shown."""

    wanted_fields = fields_of(DeskActivitySchema)


class DeskCatalogueQuery(OfferQuery):
    """Which activities."""

    wanted_fields = fields_of(DeskActivitySchema)

    class Meta:
        """Departures are listed elsewhere."""

        exclude = ("include",)


class ImageAsked(Asked):
    """A picture of an activity."""

    image = Upload(required=True, metadata={"description": "JPEG, PNG or WebP"})
    alt_text = Line(least=1, longest=500, required=True)
    is_primary = Word(load_default=False)
    order = Digits(least=0, most=1_000, load_default=None)


class ImageChangesAsked(Asked):
    """Changes of a picture; what is left out stays."""

    alt_text = Line(least=1, longest=500)
    is_primary = Strict()
    order = Count(least=0, most=1_000)


class FileAsked(Asked):
    """A catalogue in a file."""

    file = Upload(required=True, metadata={"description": "CSV or JSON"})
    skip_bad = Word(
        load_default=False, metadata={"description": "Take the good rows; else one stops all"}
    )


class BadRowSchema(Shown):
    """What is wrong with a row."""

    line = fields.Integer()
    column = fields.String()
    reason = fields.String()


class ImportSchema(Shown):
    """What an import did, or, where nothing was written, would have done."""

    written = fields.Boolean()
    created = fields.Integer()
    updated = fields.Integer()
    unchanged = fields.Integer()
    bad = fields.List(fields.Nested(BadRowSchema))
    ignored = fields.List(fields.String(), metadata={"description": "Columns without meaning"})
    notes = fields.List(fields.String())


class ExportQuery(Query):
    """As what the catalogue is wanted."""

    format = fields.String(validate=validate.OneOf(["csv", "json"]), load_default="csv")
