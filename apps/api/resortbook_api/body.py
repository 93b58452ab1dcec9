"""The body of a request: small, plain JSON, an object, and nothing that only seems to be."""

import json
import math
from collections.abc import Iterable
from typing import Any, NoReturn, cast

from flask import g, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from resortbook.domain.errors import InvalidInput
from resortbook_api.errors import MalformedJson

MAX_BODY_BYTES = 64 * 1024
MAX_DEPTH = 20
_TOO_LONG_FOR_A_NUMBER = 20


def take_body() -> None:
    """Receive the body of this request and judge its size and type, not yet what it says.

    Raises:
        RequestEntityTooLarge: more than 64 KB, whatever length was announced.
        UnsupportedMediaType: encoded, or not application/json; nothing at all is fine.
    """
    raw = request.get_data(cache=True)
    # Of a body without an announced length no more than the limit has been read so far.
    if request.content_length is None and len(raw) >= MAX_BODY_BYTES and _goes_on():
        raise RequestEntityTooLarge()
    encoding = request.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        raise UnsupportedMediaType()
    if not raw and not request.headers.get("Content-Type"):
        return
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != "application/json" or charset not in ("utf-8", "utf8"):
        raise UnsupportedMediaType()


def body() -> dict[str, Any]:
    """Return the object in this request's body; an empty body is an empty object.

    Raises:
        MalformedJson: not JSON, or nested without end.
        InvalidInput: JSON, but no object, or with a key twice, NUL or half a character in it.
    """
    if "body" not in g:
        g.body = parse_object(request.get_data(cache=True))
    return cast(dict[str, Any], g.body)


def parse_object(raw: bytes) -> dict[str, Any]:
    """Read a JSON object strictly; raises as `body`."""
    if not raw:
        return {}
    try:
        parsed = json.loads(
            raw.decode(),
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_integer,
        )
        _check_members(parsed, depth=0, escaped=b"\\u" in raw)
    except (ValueError, RecursionError):
        raise MalformedJson() from None
    if not isinstance(parsed, dict):
        raise InvalidInput.on("body", "This must be a JSON object")
    return parsed


def _goes_on() -> bool:
    return bool(request.environ["wsgi.input"].read(1))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidInput.on(_clean(twice), "This is given more than once")
    return members


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _integer(digits: str) -> int | float:
    # No field takes a number this long: read as anything that no field takes, it is refused.
    return int(digits) if len(digits) < _TOO_LONG_FOR_A_NUMBER else float("inf")


def _check_members(value: Any, *, depth: int, escaped: bool) -> None:
    if depth > MAX_DEPTH:
        raise MalformedJson(f"The body is nested more than {MAX_DEPTH} levels deep")
    members: Iterable[Any] = ()
    if isinstance(value, dict):
        members = (*value, *value.values())
    elif isinstance(value, list):
        members = value
    else:
        _check_one(value, depth=depth, escaped=escaped)
    for member in members:
        _check_members(member, depth=depth + 1, escaped=escaped)


def _check_one(value: Any, *, depth: int, escaped: bool) -> None:
    if isinstance(value, str) and escaped and not _is_clean(value):
        raise InvalidInput.on("body", "Text has a NUL or half a character in it")
    # A field of its own is refused by its name; what lies deeper may be in no field at all.
    if isinstance(value, float) and depth > 1 and not math.isfinite(value):
        raise InvalidInput.on("body", "A number is out of range")


def _is_clean(text: str) -> bool:
    # Raw NULs and raw halves of a pair are refused before: as JSON, as UTF-8.
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
