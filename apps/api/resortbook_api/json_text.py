"""JSON as the API writes it: UTF-8, compact, times in UTC with a Z."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from flask.json.provider import DefaultJSONProvider

from resortbook.application.shapes import moment
from resortbook.domain.money import Money


def json_bytes(value: object) -> bytes:
    """Write a value that consists of JSON's types, moments, ids and money."""
    return _ENCODER.encode(value).encode()


class JsonProvider(DefaultJSONProvider):
    """Lets Flask write JSON the same way."""

    def dumps(self, obj: Any, **_: Any) -> str:
        """Write `obj` as text."""
        return json_bytes(obj).decode()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, UUID | Money):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


_ENCODER = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))
