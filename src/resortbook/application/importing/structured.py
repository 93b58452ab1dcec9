"""Cells that hold a structure: rates, images, metadata; in CSV they are JSON text."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from resortbook.application.importing.json_items import Doubled, read_json
from resortbook.application.importing.money_text import read_price
from resortbook.application.importing.rows import Unclear
from resortbook.application.importing.values import (
    check_text,
    is_blank,
    read_line,
    read_whole,
    read_yes_no,
)
from resortbook.domain.activity import Rate

_CODE = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_RATE_FIELDS = {"code", "label", "price", "min_age", "max_age", "takes_seat"}
_IMAGE_FIELDS = {"url", "alt_text", "is_primary", "order"}
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedImage:
    """A picture as a file names it: `source` is a web address, one of the resort's own, or a
    path.
    """

    source: str
    alt_text: str
    is_primary: bool
    order: int


def read_rates(value: object, *, currency: str) -> tuple[Rate, ...]:
    """Return the rates in their order. Raises Unclear."""
    rates = tuple(_rate(one, currency) for one in _objects(value, _RATE_FIELDS))
    if len({rate.code for rate in rates}) < len(rates):
        raise Unclear("two rates have the same code")
    return rates


def read_images(value: object) -> tuple[WantedImage, ...]:
    """Return the pictures in their order, one of them the primary one. Raises Unclear."""
    found = list(enumerate(_objects(value, _IMAGE_FIELDS)))
    said = any(one.get("is_primary") is True for _, one in found)
    images = tuple(_image(one, at, leads=not said and at == 0) for at, one in found)
    if sum(image.is_primary for image in images) > 1:
        raise Unclear("only one picture can be the primary one")
    return images


def read_metadata(value: object) -> Mapping[str, Any]:
    """Return an object of whatever the resort likes to keep. Raises Unclear."""
    parsed = _parsed(value)
    if not isinstance(parsed, dict):
        raise Unclear('not a JSON object, such as {"pier": "north"}')
    try:
        plain: dict[str, Any] = _plain(parsed)
        written = json.dumps(plain, allow_nan=False)
    except RecursionError:
        raise Unclear("nested too deeply") from None
    except ValueError as error:
        raise Unclear(str(error)) from None
    if len(written) > 20_000:
        raise Unclear("more than 20,000 characters")
    return plain


def _objects(value: object, fields: set[str]) -> list[dict[str, Any]]:
    parsed = _parsed(value)
    if not isinstance(parsed, list) or not all(isinstance(one, dict) for one in parsed):
        raise Unclear("not a JSON list of objects")
    if len(parsed) > MOST:
        raise Unclear(f"more than {MOST} of them")
    for one in parsed:
        unknown = sorted(set(one) - fields)
        if isinstance(one, Doubled) or unknown:
            names = ", ".join(unknown) if unknown else "a name twice"
            raise Unclear(f"{names[:80]}: an object here has {', '.join(sorted(fields))}")
    return parsed


def _parsed(value: object) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return read_json(value)
    except ValueError as error:
        raise Unclear(f"not JSON: {error}") from None


def _rate(one: dict[str, Any], currency: str) -> Rate:
    code = one.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise Unclear("a rate needs a code such as adult, in small letters")
    label = one.get("label")
    return Rate(
        code=code,
        label=code.replace("_", " ").capitalize() if is_blank(label) else read_line(label),
        price=_rate_price(one, code, currency),
        min_age=_age(one.get("min_age")),
        max_age=_age(one.get("max_age")),
        takes_seat=read_yes_no(one.get("takes_seat", True)),
    )


def _rate_price(one: dict[str, Any], code: str, currency: str) -> Any:
    if is_blank(one.get("price")):
        raise Unclear(f"the rate “{code}” needs a price")
    return read_price(one["price"], currency=currency)


def _age(value: object) -> int | None:
    return None if is_blank(value) else read_whole(value)


def _image(one: dict[str, Any], at: int, *, leads: bool) -> WantedImage:
    source = one.get("url")
    if not isinstance(source, str) or is_blank(source):
        raise Unclear("a picture needs a url")
    order = one.get("order")
    return WantedImage(
        source=source.strip(),
        alt_text=read_line(one.get("alt_text") or ""),
        is_primary=leads or read_yes_no(one.get("is_primary", False)),
        order=at if order is None else read_whole(order),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Doubled):
        raise Unclear("a name stands twice in an object")
    if isinstance(value, dict):
        return {check_text(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return float(value)
    return check_text(value) if isinstance(value, str) else value
