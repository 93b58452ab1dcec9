"""The catalogue as text that an import takes again."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from resortbook.application.importing.headings import FIELDS
from resortbook.application.importing.merging import DEFAULT_RATES
from resortbook.domain.activity import Activity, ActivityImage, Rate

COLUMNS = tuple(field for field in FIELDS if field != "image")
_STRUCTURED = ("rates", "images", "metadata")
# What spreadsheets would run as a formula, or take for one that was guarded already.
_RISKY = re.compile(r"'*[=+\-@]")


def as_csv(activities: Sequence[Activity], labels: Mapping[str, str]) -> str:
    """Return the activities as CSV, in their order; `labels` are the categories' by code."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for activity in activities:
        fields = _fields(activity, labels)
        if fields["rates"] == _default_rates(fields["price"]):
            fields["rates"] = None  # the price says it all
        writer.writerow([_cell(name, fields[name]) for name in COLUMNS])
    return text.getvalue()


def as_json(activities: Sequence[Activity], labels: Mapping[str, str]) -> str:
    """Return the activities as a JSON array, in their order."""
    items = [_fields(activity, labels) for activity in activities]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def _fields(activity: Activity, labels: Mapping[str, str]) -> dict[str, Any]:
    special: dict[str, Any] = {
        "category": labels.get(activity.category, activity.category),
        "price": str(activity.price),
        "rates": [_rate(rate) for rate in activity.rates],
        "images": [_image(image) for image in activity.images],
        "metadata": dict(activity.metadata),
        "price_per": activity.price_per.value,
    }
    return {
        name: special[name] if name in special else getattr(activity, name) for name in COLUMNS
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "code": rate.code,
        "label": rate.label,
        "price": str(rate.price),
        "min_age": rate.min_age,
        "max_age": rate.max_age,
        "takes_seat": rate.takes_seat,
    }


def _image(image: ActivityImage) -> dict[str, Any]:
    return {
        "url": image.url,
        "alt_text": image.alt_text,
        "is_primary": image.is_primary,
        "order": image.order,
    }


def _default_rates(price: str) -> list[dict[str, Any]]:
    return [{**_rate(DEFAULT_RATES[0]), "price": price}]


def _cell(name: str, value: Any) -> str:
    if value is None or value == [] or value == {}:
        return ""
    if name in _STRUCTURED:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{text}" if _RISKY.match(text) else text
