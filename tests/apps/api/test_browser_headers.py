"""What every answer, of whatever kind, tells a browser."""

from typing import Any

import pytest

from tests.apps.api.test_matrix import IDS, MATRIX, QUERIES
from tests.apps.api.test_matrix import bodies as bodies
from tests.apps.api.visitors import Visitor

PUBLIC = {
    "/api/v1/activities/": "public, max-age=5",
    "/api/v1/activities/categories/": "public, max-age=5",
    "/api/v1/activities/search/": "public, max-age=5",
    "/api/v1/activities/{key}/": "public, max-age=5",
    "/api/v1/activities/{key}/availability/": "no-cache",
}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
READING = [path for method, path in MATRIX if method == "GET"]


def safe_in_a_browser(answer: Any) -> bool:
    headers = answer.headers
    told = {name: headers.get(name) for name in SAFE}
    policy = headers["Content-Security-Policy"]
    return (
        told == SAFE
        and "default-src 'none'" in policy
        and "unsafe-eval" not in policy
        and "geolocation=()" in headers["Permissions-Policy"]
    )


@pytest.mark.parametrize("path", READING)
def test_an_answer_to_somebody_is_kept_by_nobody_else(
    admin: Visitor, guest: Visitor, bodies: dict[str, Any], path: str
):
    key = "jet-skiing" if "activities" in path else bodies["booking"]
    key = bodies["guest"] if "conversations" in path else key
    where = path.format(key=key, **{name: bodies[name] for name in IDS})
    whose = admin if "/staff/" in path else guest

    with whose.get(f"/{where}{QUERIES.get(path, '')}") as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == PUBLIC.get(path, "no-store")
        assert safe_in_a_browser(answer)
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "//", 200),
        ("GET", "//docs", 200),
        ("GET", "//simulator", 200),
        ("GET", "//openapi.json", 200),
        ("GET", "//nowhere", 404),
        ("GET", "//media/nothing.png", 404),
        ("GET", "/bookings/", 401),
        ("POST", "/staff/bookings/", 401),
        ("PUT", "/bookings/", 405),
        ("OPTIONS", "/bookings/", 200),
        ("HEAD", "/activities/", 200),
    ],
)
def test_pages_refusals_and_all_else_are_as_safe(
    anybody: Visitor, method: str, path: str, status: int
):
    answer = anybody.call(method, path)

    assert answer.status_code == status
    assert safe_in_a_browser(answer)
    answer.close()


def test_a_bug_is_as_safe_and_kept_by_nobody(
    anybody: Visitor, app: Any, monkeypatch: pytest.MonkeyPatch
):
    def fail() -> None:
        raise RuntimeError("+14155550123")

    monkeypatch.setitem(app.view_functions, "operations.Alive", fail)

    answer = anybody.get("//health/live")

    assert answer.status_code == 500
    assert safe_in_a_browser(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "+14155550123" not in answer.text


@pytest.mark.parametrize("path", ["//", "//resort/", "/activities/", "/nowhere/"])
def test_an_answer_is_of_the_time_that_the_clock_shows(anybody: Visitor, clock: Any, path: str):
    clock.advance(days=3, hours=2)

    with anybody.get(path) as answer:
        assert answer.date == clock.now()
