"""No body, however odd, is more than a refusal, on any route that takes one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.apps.api.described import Description
from tests.apps.api.test_matrix import IDS, MATRIX, UNKNOWN
from tests.apps.api.test_matrix import bodies as bodies
from tests.apps.api.visitors import Visitor

JSON = "application/json"
# The session that the others go on with would end, and a form is no JSON.
APART = {"/api/v1/auth/logout/", "/api/v1/auth/logout-all/"}
TAKING = [
    (method, path)
    for method, path in MATRIX
    if method in ("POST", "PUT", "PATCH") and path not in APART
]
# Each stands in the place of a whole body …
BODIES = {
    "nul": b'{"name": "a\\u0000b"}',
    "half a character": b'{"name": "\\ud800"}',
    "half a character in a name": b'{"\\udfff": 1}',
    "a raw nul": b'{"name": "a\x00b"}',
    "no utf-8": b'{"name": "\xff\xfe"}',
    "a key twice": b'{"name": "a", "name": "b"}',
    "nested without end": b'{"a":' * 9_000 + b"1" + b"}" * 9_000,
    "lists without end": b"[" * 60_000,
    "a list": b"[]",
    "a text": b'"a"',
    "not a number": b'{"name": NaN}',
    "a comment": b'{"name": "a"} // no',
    "utf-16": '{"name": "a"}'.encode("utf-16"),
    "a mark before it": b"\xef\xbb\xbf{}",
    "prototypes": b'{"__proto__": {"role": "admin"}, "constructor": 1}',
}
# … and each of these in the place of every member of a good one.
VALUES = (
    "1e400",
    "-1e400",
    "9" * 400,
    "-" + "9" * 400,
    "9223372036854775808",
    "1.5",
    "true",
    "null",
    "[]",
    "{}",
    '""',
    '"\\u0000"',
    '"\\udc00"',
    '" "',
    json.dumps("x" * 40_000),
    json.dumps("é\u202e\u200b😀\u2028"),
    json.dumps("';DROP TABLE bookings;--"),
    json.dumps("{{7*7}}${7*7}%s%n"),
    json.dumps("../../etc/passwd"),
    json.dumps("a\r\nSet-Cookie: a=b"),
    '{"a": {"a": {"a": 1e400}}}',
    '[{"a": "\\u0000"}]',
    '"0001-01-01T00:00:00Z"',
    '"9999-12-31T23:59:59Z"',
    '"2026-02-30"',
    '"0001-01-01"',
    '"9999-12-31"',
)


def is_plain_json(text: str) -> bool:
    """Whether a text is JSON as everybody reads it, without NaN and Infinity."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    json.loads(text, parse_constant=refuse)
    return True


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_body_that_is_none_is_refused_by_every_route(
    admin: Visitor, description: Description, body: bytes
):
    for method, path in TAKING:
        where = "/" + path.format(key="ABCD2345", **dict.fromkeys(IDS, UNKNOWN))
        answer = admin.call(method, where, data=body, content_type=JSON)

        # Where a form is taken a body of another type is refused for its type.
        assert answer.status_code in (400, 415), (method, path, answer.text)
        assert is_plain_json(answer.text)


@pytest.mark.parametrize(
    "encoding", ["gzip", "br", "deflate", "chunked", "x", "identity, gzip"]
)
def test_an_encoded_body_is_refused_by_every_route(admin: Visitor, encoding: str):
    for method, path in TAKING:
        where = "/" + path.format(key="ABCD2345", **dict.fromkeys(IDS, UNKNOWN))
        how: dict[str, Any] = {"data": b"{}", "content_type": JSON}
        answer = admin.call(method, where, headers={"Content-Encoding": encoding}, **how)

        assert answer.status_code == 415, (method, path)


@pytest.mark.parametrize(("method", "path"), TAKING, ids=lambda part: part)
def test_no_value_of_any_member_is_more_than_a_refusal(
    admin: Visitor, guest: Visitor, bodies: dict[str, Any], method: str, path: str
):
    # By its id, for a slug may be changed by what is sent.
    activity = admin.get("/staff/activities/jet-skiing/").get_json()["id"]
    key = activity if "activities" in path else bodies["booking"]
    key = bodies["guest"] if "conversations" in path else key
    where = "/" + path.format(key=key, **{name: bodies[name] for name in IDS})
    whose = admin if "/staff/" in path else guest

    for body in spoilt(described_members(admin, method, path) | bodies.get(path, {})):
        answer = whose.call(method, where, data=body.encode(), content_type=JSON)

        assert answer.status_code < 500, (body[:200], answer.text)
        assert not answer.data or is_plain_json(answer.text)


def described_members(visitor: Visitor, method: str, path: str) -> dict[str, Any]:
    """Return the names that a route takes, each without a value of its own."""
    document = visitor.description.document
    taken = document["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
    schema = taken.get(JSON, {}).get("schema", {})
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return dict.fromkeys(schema.get("properties", {}), ...)


def spoilt(good: dict[str, Any]) -> Iterator[str]:
    """Yield a good body with one member after another spoilt."""
    for name in good:
        rest = [
            f"{json.dumps(other)}: {json.dumps(value)}"
            for other, value in good.items()
            if other != name and value is not ...
        ]
        for value in VALUES:
            yield "{" + ", ".join([*rest, f"{json.dumps(name)}: {value}"]) + "}"
