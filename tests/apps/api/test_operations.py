"""What operators and browsers meet: health, metrics, ids of requests, pages, pictures."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from resortbook.application.trace import current_request
from resortbook.settings import Settings
from resortbook_api.app import create_app
from resortbook_api.current import EXTENSION
from resortbook_api.document import document_of
from tests.apps.api.described import Description
from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given

PUBLIC_ADDRESS = {"REMOTE_ADDR": "203.0.113.9"}


def with_settings(app: Flask, **changes: Any) -> None:
    house = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(house, settings=replace(house.settings, **changes))


def test_it_is_ready_without_redis_where_none_is_used(anybody: Visitor):
    assert anybody.get("//health/ready").get_json() == {
        "status": "ok",
        "checks": {"database": "up", "migrations": "head", "redis": "unused"},
    }
    assert anybody.get("//health/live").get_json() == {"status": "ok"}


class Cache:
    """A cache that is up, or not."""

    def __init__(self, *, up: bool) -> None:
        self.up = up

    def is_up(self) -> bool:
        return self.up


@pytest.mark.parametrize(("up", "status"), [(True, "ok"), (False, "degraded")])
def test_it_is_ready_though_redis_is_away(anybody: Visitor, app: Flask, up: bool, status: str):
    with_settings(app, redis_url="redis://127.0.0.1:1/0")
    house = app.extensions[EXTENSION]
    resort = replace(house.resort, cache=Cache(up=up))
    app.extensions[EXTENSION] = replace(house, resort=resort)

    answer = anybody.get("//health/ready")

    assert answer.status_code == 200
    assert answer.get_json()["status"] == status
    assert answer.get_json()["checks"]["redis"] == ("up" if up else "down")


def test_it_is_not_ready_with_migrations_missing(
    tmp_path: Path, open_container: Callable[..., Any], description: Description
):
    container = open_container(f"sqlite:///{tmp_path}/empty.sqlite")
    visitor = Visitor(create_app(container.resort(), container.settings()), description)

    answer = visitor.get("//health/ready")

    assert error(answer) == (503, "SERVICE_UNAVAILABLE")
    assert details(answer)["checks"]["migrations"] == "behind"
    assert answer.headers["Retry-After"]
    assert visitor.get("//health/live").status_code == 200


def test_metrics_count_by_route_and_never_by_path(
    resort: Any, settings: Settings, description: Description, given: Given
):
    visitor = Visitor(create_app(resort, settings), description)
    visitor.get("/activities/unknown/")
    visitor.call("BREW", "/activities/")
    visitor.get("//secret/path")

    text = visitor.get("//metrics").text

    route = 'method="GET",route="/api/v1/activities/<segment:key>/"'
    assert f'resortbook_http_requests_total{{{route},status="404"}} 1.0' in text
    assert f"resortbook_http_request_seconds_count{{{route}}} 1.0" in text
    assert 'method="(other)"' in text
    assert "unknown" not in text
    assert "secret" not in text
    assert "BREW" not in text


@pytest.mark.parametrize(
    ("production", "headers", "peer", "status"),
    [
        (False, {}, "203.0.113.9", 200),
        (True, {}, "127.0.0.1", 200),
        (True, {}, "::1", 200),
        (True, {}, "203.0.113.9", 403),
        (True, {"X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", 403),
        (True, {"Authorization": "Bearer right"}, "203.0.113.9", 200),
        (True, {"Authorization": "Bearer wrong"}, "203.0.113.9", 403),
        (True, {"Authorization": "Bearer"}, "203.0.113.9", 403),
    ],
)
def test_in_production_metrics_are_for_monitoring_alone(
    anybody: Visitor,
    app: Flask,
    production: bool,
    headers: dict[str, str],
    peer: str,
    status: int,
):
    environment = "production" if production else "embedded"
    with_settings(app, resortbook_env=environment, metrics_token="right")

    answer = anybody.get("//metrics", headers=headers, environ_base={"REMOTE_ADDR": peer})

    assert answer.status_code == status


def test_without_a_metrics_token_none_opens_the_door(anybody: Visitor, app: Flask):
    with_settings(app, resortbook_env="production", metrics_token=None)

    answer = anybody.get(
        "//metrics", headers={"Authorization": "Bearer x"}, environ_base=PUBLIC_ADDRESS
    )

    assert error(answer) == (403, "FORBIDDEN")


@pytest.mark.parametrize("shown", ["abc", "A-1_b.c", "x" * 128])
def test_a_requests_id_is_kept_logged_and_passed_on(
    guest: Visitor, given: Given, container: Any, caplog: pytest.LogCaptureFixture, shown: str
):
    with caplog.at_level(logging.INFO):
        made = guest.post("/bookings/", wish(given.slot()), headers={"X-Request-ID": shown})

    assert made.headers["X-Request-ID"] == shown
    assert f"request={shown} method=POST route=/api/v1/bookings/ status=201" in caplog.text
    with container.storage().begin() as work:
        claimed = work.outbox.claim_due(
            container.clock().now(),
            limit=10,
            lease=container.clock().now() - container.clock().now(),
            token=container.ids().new(),
        )
    assert shown in {one.event.request_id for one in claimed}


@pytest.mark.parametrize("shown", ["", "x" * 129, "a b", "a\x00b", "é", "a/b", "a\nb"])
def test_a_strange_request_id_is_made_anew(anybody: Visitor, shown: str):
    environment = {"HTTP_X_REQUEST_ID": shown}

    answer = anybody.get("//nowhere", environ_overrides=environment)

    made = answer.headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f-]{36}", made)
    assert current_request.get() == made


def test_the_log_holds_no_phone(anybody: Visitor, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        anybody.get("//simulator/messages?phone=%2B14155550123")
        anybody.post("/auth/request-otp/", {"phone": "+14155550123"})

    assert "4155550123" not in caplog.text


def test_pages_need_nothing_from_elsewhere(anybody: Visitor):
    for path in ("//", "//docs"):
        page = anybody.get(path)
        linked = re.findall(r'(?:href|src)="([^"]+)"', page.text)

        assert page.status_code == 200
        assert page.mimetype == "text/html"
        assert "http:" not in page.text
        assert "https:" not in page.text
        assert linked
        for link in linked:
            followed = anybody.get(f"/{link.replace('&amp;', '&')}")
            assert followed.status_code == 200, link
            followed.close()


def test_the_docs_are_made_of_our_own_files(anybody: Visitor):
    script = anybody.get("//docs/assets/docs.js")
    policy = anybody.get("//docs").headers["Content-Security-Policy"]

    assert 'url: "/openapi.json"' in script.text
    assert "validatorUrl: null" in script.text
    assert "http" not in policy
    assert "script-src 'self'" in policy
    script.close()


@pytest.mark.parametrize("name", ["swagger-ui.js", "..%2Fapp.py", "%2e%2e/app.py", "x\x00y"])
def test_no_other_files_are_served_with_the_docs(anybody: Visitor, name: str):
    assert error(anybody.get(f"//docs/assets/{name}")) == (404, "NOT_FOUND")


def test_the_front_page_names_the_simulator_where_there_is_one(anybody: Visitor, app: Flask):
    with_it = anybody.get("//").text
    with_settings(app, resortbook_env="production")
    without = anybody.get("//").text

    assert "/simulator/messages" in with_it
    assert "/simulator/messages" not in without


def test_without_a_simulator_nobody_reads_messages(resort: Any, settings: Settings):
    app = create_app(resort, replace(settings, resortbook_env="production"))
    described = Description(document_of(app))

    answer = Visitor(app, described).get("//simulator/messages?phone=%2B14155550123")

    assert error(answer) == (404, "NOT_FOUND")
    assert "/simulator/messages" not in described.document["paths"]


@pytest.fixture
def media(settings: Settings) -> Path:
    settings.media_dir.mkdir(parents=True)
    return settings.media_dir


def test_pictures_are_served_and_kept_by_their_names(anybody: Visitor, media: Path):
    (media / "jet-0123456789abcdef.webp").write_bytes(b"picture")
    (media / "logo.png").write_bytes(b"logo")

    named_by_content = anybody.get("//media/jet-0123456789abcdef.webp")
    other = anybody.get("//media/logo.png")

    assert (named_by_content.data, named_by_content.mimetype) == (b"picture", "image/webp")
    assert "immutable" in named_by_content.headers["Cache-Control"]
    assert "max-age=31536000" in named_by_content.headers["Cache-Control"]
    assert "immutable" not in other.headers["Cache-Control"]
    assert other.headers["X-Content-Type-Options"] == "nosniff"
    for answer in (named_by_content, other):
        answer.close()


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "..%2Fsecret",
        "%2e%2e/secret",
        "/etc/passwd",
        "..\\secret",
        "a%00b",
        "",
        "x" * 5_000,
        "unknown.png",
    ],
)
def test_nothing_but_pictures_is_served(anybody: Visitor, media: Path, name: str):
    (media.parent / "secret").write_text("secret")

    assert error(anybody.get(f"//media/{name}")) == (404, "NOT_FOUND")


def test_a_part_of_a_picture_that_is_not_there_is_refused(anybody: Visitor, media: Path):
    (media / "logo.png").write_bytes(b"logo")

    answer = anybody.get("//media/logo.png", headers={"Range": "bytes=99-"})

    assert answer.status_code == 416


def test_every_answer_is_safe_in_a_browser(anybody: Visitor):
    for path in ("/activities/", "//nowhere", "//docs"):
        headers = anybody.get(path).headers

        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"]
        assert "Strict-Transport-Security" not in headers


def test_behind_https_browsers_stay_there(
    resort: Any, settings: Settings, description: Description
):
    safe = replace(settings, public_url="https://book.example.com")

    answer = Visitor(create_app(resort, safe), description).get("/activities/")

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_pages_of_named_origins_may_call(
    resort: Any, settings: Settings, description: Description
):
    theirs = replace(settings, cors_origins=("https://www.example.com",))
    visitor = Visitor(create_app(resort, theirs), description)
    asks = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-csrf-token, idempotency-key",
    }

    welcome = visitor.call(
        "OPTIONS", "/bookings/", headers={"Origin": "https://www.example.com", **asks}
    )
    stranger = visitor.call(
        "OPTIONS", "/bookings/", headers={"Origin": "https://evil.example.com", **asks}
    )

    assert welcome.headers["Access-Control-Allow-Origin"] == "https://www.example.com"
    assert welcome.headers["Access-Control-Allow-Credentials"] == "true"
    assert "idempotency-key" in welcome.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Origin" not in stranger.headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://wwwxexample.com",
        "https://www.example.com.evil.example",
        "https://www.example.com:444",
        "https://evil.example/https://www.example.com",
        "http://www.example.com",
        "http://:3000",
        "http://1:3000",
        "null",
        "*",
    ],
)
def test_no_other_origin_reads_an_answer(
    resort: Any, settings: Settings, description: Description, origin: str
):
    theirs = replace(settings, cors_origins=("https://www.example.com", "http://[::1]:3000"))
    visitor = Visitor(create_app(resort, theirs), description)

    answers = [
        visitor.get("/activities/", headers={"Origin": origin}),
        visitor.call("OPTIONS", "/bookings/", headers={"Origin": origin}),
        visitor.get("//nowhere", headers={"Origin": origin}),
    ]

    assert [one.headers.get("Access-Control-Allow-Origin") for one in answers] == [None] * 3
    welcome = visitor.get("/activities/", headers={"Origin": "http://[::1]:3000"})
    assert welcome.headers["Access-Control-Allow-Origin"] == "http://[::1]:3000"
