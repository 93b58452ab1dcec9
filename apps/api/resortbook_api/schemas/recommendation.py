"""Recommendations: what is asked for, what is shown."""

from marshmallow import fields, validate

from resortbook_api.schemas.activity import ActivitySchema, SlotSchema
from resortbook_api.schemas.fields import Digits, Id, Line, Strict, Text
from resortbook_api.schemas.shapes import Asked, Query, Shown

LONGEST_CONTEXT = 200
LONGEST_COMMENT = 1_000
MOST = 20


class RecommendationQuery(Query):
    """How many, and for what occasion."""

    limit = Digits(least=1, most=MOST, load_default=3)
    context = Line(
        longest=LONGEST_CONTEXT,
        load_default="",
        metadata={"description": "In plain words: `this afternoon with two kids`"},
    )


class RecommendationSchema(Shown):
    """An activity, how well it suits, why, and when it can be had next."""

    activity = fields.Nested(ActivitySchema)
    score = fields.Float(metadata={"description": "From 0 to 1"})
    reason = fields.String()
    next_slot = fields.Nested(SlotSchema)


class RecommendationList(Shown):
    """Recommendations, the best first."""

    items = fields.List(fields.Nested(RecommendationSchema))
    source = fields.String(validate=validate.OneOf(["ai", "rules"]))


class FeedbackAsked(Asked):
    """Whether a recommendation was a help."""

    activity_id = Id(required=True)
    helpful = Strict(required=True)
    comment = Text(longest=LONGEST_COMMENT, load_default="")


class FeedbackSchema(Shown):
    """What was said of a recommendation."""

    activity_id = Id()
    helpful = fields.Boolean()
    comment = fields.String()
