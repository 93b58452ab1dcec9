"""What an activity must be like before it may be written."""

import re
from collections.abc import Mapping

from resortbook.application.references import as_uuid
from resortbook.domain.activity import Activity, Rate

MAX_SEATS = 10_000
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_SLUGS = (
    "categories",
    "search",
    "import",
    "export",
)  # they are addresses beside the activities'
_LENGTHS: Mapping[str, int] = {
    "name": 200,
    "slug": 200,
    "location": 200,
    "description": 5_000,
    "meeting_point": 1_000,
    "requirements": 1_000,
    "bring": 1_000,
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "duration_minutes": (1, 10_080),
    "capacity_per_slot": (1, MAX_SEATS),
    "people_per_seat": (1, 1_000),
    "min_age": (0, 120),
    "min_party": (1, MAX_SEATS),
    "max_party": (1, MAX_SEATS),
    "arrive_minutes_before": (0, 1_440),
    "booking_cutoff_minutes": (0, 43_200),
    "cancellation_deadline_hours": (0, 8_760),
}


def problems_of(activity: Activity) -> dict[str, str]:
    """Return what is wrong with an activity by field, empty where nothing is.

    Lengths in characters, both ends of every range included.
    """
    found = dict(_text_problems(activity))
    for field, (low, high) in _RANGES.items():
        value = getattr(activity, field)
        if value is not None and not low <= value <= high:
            found[field] = f"{value} is not from {low} to {high}"
    if activity.max_party is not None and activity.max_party < activity.min_party:
        found.setdefault("max_party", "this is less than the smallest party")
    if problem := _rates_problem(activity.rates):
        found["rates"] = problem
    return found


def changed_fields(old: Activity, new: Activity) -> tuple[str, ...]:
    """Return the names of the fields in which two states of an activity differ, in their
    order.
    """
    names = (name for name in Activity.__slots__ if name not in ("updated_at", "version"))
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _text_problems(activity: Activity) -> dict[str, str]:
    found = {
        field: f"longer than {limit} characters"
        for field, limit in _LENGTHS.items()
        if len(getattr(activity, field)) > limit
    }
    if not activity.name:
        found["name"] = "missing"
    if not activity.category or len(activity.category) > 200:
        found["category"] = "a category has a letter or digit, and at most 200 characters"
    if not _SLUG.fullmatch(activity.slug):
        found["slug"] = "a slug has small letters, digits and single hyphens: jet-skiing"
    elif activity.slug in _NO_SLUGS or as_uuid(activity.slug):
        found["slug"] = "this slug is taken by something else"
    return found


def _rates_problem(rates: tuple[Rate, ...]) -> str:
    if not rates:
        return "at least one rate is needed"
    if not rates[0].takes_seat:
        return "the first rate, the default, must take a seat"
    for rate in rates:
        ages = [age for age in (rate.min_age, rate.max_age) if age is not None]
        if any(age > 120 for age in ages) or ages != sorted(ages):
            return f"the ages of the rate “{rate.code}” are not from 0 to 120, low to high"
        if not rate.label or len(rate.label) > 100:
            return f"the label of the rate “{rate.code}” has 1 to 100 characters"
    return ""
