"""No address, query or header, however odd, is more than a refusal."""

from urllib.parse import quote

import pytest

from tests.apps.api.described import Description
from tests.apps.api.test_hostile_bodies import is_plain_json
from tests.apps.api.test_matrix import IDS, MATRIX
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

READING = sorted({path for method, path in MATRIX if method == "GET"} - {"/api/v1/live/"})
WITH_IDS = [(method, path) for method, path in MATRIX if "{" in path]
VALUES = (
    "",
    "%00",
    "%ff",
    "%ed%a0%80",
    "a%0d%0aSet-Cookie:%20a=b",
    "9" * 400,
    "-1",
    "1e9",
    "1.5",
    "٣",
    "'",
    "';DROP TABLE bookings;--",
    "%25",
    "_",
    "\\",
    "../../etc/passwd",
    "{{7*7}}",
    "%F0%9F%98%80",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "9999-12-31T23:59:59Z",
    "null",
    "x" * 3_000,
)
# In place of an id, a slug or a reference.
KEYS = (
    "%00",
    "%ff",
    "..",
    "%2e%2e",
    "..%2f..%2fetc%2fpasswd",
    "a%0d%0ab",
    "'%20OR%201=1--",
    "x" * 3_000,
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "{01928f2e-0000-7000-8000-000000000000}",
    "01928F2E00007000800000000000000",
    "😀",
    "٣",
    "-1",
    "null",
)
ODD = ("", " ", "\x7f", "é", "x" * 6_000, "a\tb", '"', "bytes=0-0,5-2", "*", ",,;=;,", "٣")


@pytest.mark.parametrize("path", READING)
def test_no_value_of_any_parameter_is_more_than_a_refusal(
    admin: Visitor, given: Given, description: Description, path: str
):
    slot = given.slot()
    where = "/" + path.format(key="jet-skiing", **dict.fromkeys(IDS, str(slot.id)))
    known = description.document["paths"][path]["get"].get("parameters", [])

    for name in [one["name"] for one in known if one.get("in") == "query"]:
        for value in VALUES:
            shown = quote(value, safe="%") if value.isascii() else quote(value)
            answer = admin.get(f"{where}?{name}={shown}")

            assert answer.status_code in (200, 400, 404), (name, value, answer.text)
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key[:20])
def test_what_is_no_id_is_at_no_address(admin: Visitor, key: str):
    for method, path in WITH_IDS:
        answer = admin.call(method, "/" + path.format(key=key, **dict.fromkeys(IDS, key)))

        # What a body lacks may be told first; `..` may be an address of its own.
        assert answer.status_code in (400, 404, 405, 415), (method, path, answer.text)
        assert is_plain_json(answer.text)


@pytest.mark.parametrize(
    "header",
    [
        "Authorization",
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Content-Type",
        "Cookie",
        "Forwarded",
        "Host",
        "Idempotency-Key",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "Origin",
        "Range",
        "X-CSRF-Token",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-HTTP-Method-Override",
        "X-Request-ID",
    ],
)
def test_no_header_is_more_than_a_refusal(admin: Visitor, header: str):
    shown = {"Authorization": f"Bearer {admin.token}"}
    client = admin.app.test_client(use_cookies=False)
    for value in ODD:
        raw = value.encode().decode("latin-1")
        for method, path in (
            ("GET", "/api/v1/activities/"),
            ("GET", "/api/v1/auth/me/"),
            ("POST", "/api/v1/bookings/ABCD2345/cancel/"),
            ("PATCH", "/api/v1/staff/activities/jet-skiing/"),
            ("OPTIONS", "/api/v1/bookings/"),
            ("GET", "/openapi.json"),
            ("GET", "/nowhere"),
        ):
            answer = client.open(path, method=method, headers={**shown, header: raw})

            assert answer.status_code < 500, (value, method, path, answer.text)
            assert answer.headers["X-Request-ID"].isascii()
            answer.close()
