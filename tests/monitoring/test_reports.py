"""What Sentry is told of a bug, over real HTTP: enough to mend it, and nothing of a guest."""

import gzip
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import brotli
import pytest
import sentry_sdk
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from resortbook.application.trace import working_for
from resortbook.bootstrap.logs import set_up_logs
from resortbook_api.app import create_app

log = logging.getLogger("resortbook.somewhere")


class Sentry:
    """A Sentry on this machine, and the events that it was told of."""

    def __init__(self, server: HTTPServer) -> None:
        self.raw: list[str] = []
        self.events: list[dict[str, Any]] = []
        server.expect_request("/api/7/envelope/").respond_with_handler(self._take)
        self.dsn = f"http://key@127.0.0.1:{server.port}/7"

    def _take(self, request: Request) -> Response:
        packed = {"gzip": gzip.decompress, "br": brotli.decompress}
        unpack = packed.get(request.headers.get("Content-Encoding", ""), bytes)
        sent = unpack(request.get_data())
        self.raw.append(sent.decode())
        lines = [json.loads(line) for line in sent.splitlines() if line.strip()]
        self.events += [line for line in lines if "event_id" in line and "level" in line]
        return Response("{}", content_type="application/json")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing of this depends on the kind of database."""
    return sqlite_url


@pytest.fixture
def sentry(httpserver: HTTPServer, container: Any) -> Iterator[Sentry]:
    """A Sentry that this process reports to; all is as before at the end."""
    sentry = Sentry(httpserver)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    set_up_logs(replace(container.settings(), sentry_dsn=sentry.dsn))
    yield sentry
    sentry_sdk.get_client().close(timeout=2)
    sentry_sdk.get_global_scope().set_client(None)
    root.handlers, root.level = handlers, level
    logging.captureWarnings(False)


def told(sentry: Sentry) -> list[dict[str, Any]]:
    sentry_sdk.flush(timeout=5)
    return sentry.events


def test_a_bug_is_told_by_name_with_its_traceback_and_request(sentry: Sentry):
    with working_for("abc-1"):
        try:
            raise ValueError("Maria Lopez +14155550123 is not a number")
        except ValueError:
            log.exception("relay.failed event=%s kind=%s", "0190-7", "booking.confirmed")

    (event,) = told(sentry)
    assert event["logentry"]["message"] == "relay.failed"
    assert event["tags"] == {"request": "abc-1"}
    assert event["release"].startswith("resortbook@")
    (value,) = event["exception"]["values"]
    assert value["type"] == "ValueError"
    frame = value["stacktrace"]["frames"][-1]
    assert frame["function"] == "test_a_bug_is_told_by_name_with_its_traceback_and_request"
    assert "vars" not in frame
    assert "Maria" not in "".join(sentry.raw)


def test_a_request_that_fails_is_told_without_its_body_and_headers(
    sentry: Sentry, resort, container
):
    app = create_app(resort, container.settings())

    @app.get("/broken")
    def broken() -> str:
        name = "".join(["Mar", "isol"])
        raise KeyError(name)

    answer = app.test_client().get(
        "/broken?phone=%2B14155550123",
        headers={"Authorization": "Bearer secret-token", "X-Request-ID": "abc-2"},
    )

    (event,) = told(sentry)
    assert answer.status_code == 500
    assert event["tags"] == {"request": "abc-2"}
    text = "".join(sentry.raw)
    for secret in ("4155550123", "secret-token", "Marisol", "cookie", "REMOTE_ADDR"):
        assert secret not in text


def test_a_refusal_and_a_warning_are_no_bugs(sentry: Sentry, resort, container):
    app = create_app(resort, container.settings())

    app.test_client().get("/api/v1/bookings/")
    log.warning("cache.away error=%s", "TimeoutError")

    assert told(sentry) == []
