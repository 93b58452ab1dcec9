"""What a guest likes."""

from marshmallow import fields, validate

from resortbook.domain.preferences import PartOfDay
from resortbook_api.schemas.fields import Amount, Line, Text
from resortbook_api.schemas.shapes import Asked, Shown

MOST_CATEGORIES = 50


class BudgetSchema(Shown):
    """From how much to how much for one booking; null is open."""

    min = Amount(allow_none=True)
    max = Amount(allow_none=True)


class PreferencesSchema(Shown):
    """What a guest likes."""

    preferred_categories = fields.List(fields.String())
    preferred_times = fields.List(
        fields.String(validate=validate.OneOf([part.value for part in PartOfDay]))
    )
    budget_range = fields.Nested(BudgetSchema)
    interests = fields.String()


class BudgetAsked(Asked):
    """From how much to how much; null, or left out, is open."""

    min = Amount(allow_none=True, load_default=None)
    max = Amount(allow_none=True, load_default=None)


class PreferencesAsked(Asked):
    """All of a guest's preferences anew; what is left out is empty."""

    preferred_categories = fields.List(
        Line(), load_default=list, validate=validate.Length(max=MOST_CATEGORIES)
    )
    preferred_times = fields.List(
        fields.Enum(PartOfDay, by_value=fields.String),
        load_default=list,
        validate=validate.Length(max=len(PartOfDay)),
    )
    budget_range = fields.Nested(BudgetAsked, allow_none=True, load_default=None)
    interests = Text(longest=1_000, load_default="")
