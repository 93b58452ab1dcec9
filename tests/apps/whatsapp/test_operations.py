"""What operators meet of a process that takes webhooks alone."""

from dataclasses import replace

import pytest

from resortbook_whatsapp.app import create_app
from tests.apps.whatsapp.conftest import HOOK, error


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database."""
    return sqlite_url


def test_it_is_alive_and_ready(twilio):
    assert twilio.call("/health/live", "GET").get_json() == {"status": "ok"}
    assert twilio.call("/health/ready", "GET").get_json() == {
        "status": "ok",
        "checks": {"database": "up", "migrations": "head", "redis": "unused"},
    }


def test_it_is_not_ready_with_migrations_missing(tmp_path, open_container):
    container = open_container(f"sqlite:///{tmp_path}/empty.sqlite")
    client = create_app(container.resort(), container.settings()).test_client()

    answer = client.get("/health/ready")

    assert error(answer) == (503, "SERVICE_UNAVAILABLE")
    assert answer.get_json()["error"]["details"]["checks"]["migrations"] == "behind"
    assert answer.headers["Retry-After"]
    assert client.get("/health/live").status_code == 200


def test_requests_are_counted_by_route_and_never_by_path(twilio):
    twilio.post(HOOK, twilio.phone().text("hello"))
    twilio.call(HOOK)
    twilio.call("/secret/path", "BREW")

    text = twilio.call("/metrics", "GET").text

    route = 'method="POST",route="/webhooks/whatsapp"'
    assert f'resortbook_http_requests_total{{{route},status="200"}} 1.0' in text
    assert f'resortbook_http_requests_total{{{route},status="403"}} 1.0' in text
    assert f"resortbook_http_request_seconds_count{{{route}}} 2.0" in text
    assert "secret" not in text
    assert "BREW" not in text


@pytest.mark.parametrize(
    ("token", "headers", "peer", "status"),
    [
        ("right", {}, "127.0.0.1", 200),
        ("right", {}, "::1", 200),
        ("right", {}, "203.0.113.9", 403),
        ("right", {}, "", 403),
        ("right", {"X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", 403),
        ("right", {"Authorization": "Bearer right"}, "203.0.113.9", 200),
        ("right", {"Authorization": "Bearer wrong"}, "203.0.113.9", 403),
        ("right", {"Authorization": "Bearer"}, "203.0.113.9", 403),
        ("right", {"Authorization": "right"}, "203.0.113.9", 403),
        (None, {"Authorization": "Bearer None"}, "203.0.113.9", 403),
        (None, {"Authorization": "Bearer "}, "203.0.113.9", 403),
    ],
)
def test_in_production_metrics_are_for_monitoring_alone(
    resort, container, token, headers, peer, status
):
    settings = replace(container.settings(), resortbook_env="production", metrics_token=token)
    client = create_app(resort, settings).test_client()

    answer = client.get("/metrics", headers=headers, environ_base={"REMOTE_ADDR": peer})

    assert answer.status_code == status
    assert status == 200 or error(answer) == (403, "FORBIDDEN")


def test_a_requests_id_goes_with_the_reply_that_it_leads_to(twilio, kept):
    form = twilio.phone().text("hello")

    answer = twilio.post(HOOK, form, headers={"X-Request-ID": "from-the-proxy"})
    strange = twilio.call("/health/live", "GET", headers={"X-Request-ID": "a b"})

    assert answer.headers["X-Request-ID"] == "from-the-proxy"
    assert len(strange.headers["X-Request-ID"]) == 36


def test_no_answer_is_kept_or_guessed_at(twilio):
    for answer in (twilio.call(HOOK), twilio.call("/health/live", "GET")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Strict-Transport-Security" in answer.headers


def test_a_bug_tells_nothing_of_itself(container, twilio, caplog):
    object.__setattr__(container.reception(), "storage", None)

    answer = twilio.post(HOOK, twilio.phone().text("hello"))

    assert error(answer) == (500, "INTERNAL_ERROR")
    assert answer.get_json()["error"]["details"] == {
        "request_id": answer.headers["X-Request-ID"]
    }
    assert "AttributeError" in caplog.text
    assert "AttributeError" not in answer.text
