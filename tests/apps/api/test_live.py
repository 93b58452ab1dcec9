"""Changes as they happen, over a real server: to whom they are told, and for how long."""

import http.client
import json
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from resortbook_api import broadcast
from resortbook_api.app import close, create_app
from resortbook_api.current import EXTENSION
from tests.apps.api.conftest import THREADS
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given


@pytest.fixture
def app(resort: Any, settings: Any) -> Iterator[Flask]:
    made = create_app(resort, settings, threads=THREADS)
    yield made
    close(made)


class Page:
    """An open page that listens."""

    def __init__(self, port: int, token: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        self.connection.request(
            "GET", "/api/v1/live/", headers={"Authorization": f"Bearer {token}"}
        )
        self.socket: socket.socket = self.connection.sock  # the answer takes it away
        self.answer = self.connection.getresponse()

    def line(self) -> str:
        return self.answer.readline().decode().strip()

    def event(self) -> dict[str, str]:
        """Wait for the next event and return its data."""
        while (line := self.line()) != "event: booking":
            assert line == "" or line.startswith((":", "retry:")), line
        found: dict[str, str] = json.loads(self.line().removeprefix("data: "))
        return found

    def leave(self) -> None:
        self.answer.close()
        self.connection.close()


@pytest.fixture
def listen(port: int) -> Iterator[Callable[[Visitor], Page]]:
    pages: list[Page] = []

    def open_(visitor: Visitor) -> Page:
        assert visitor.token is not None
        pages.append(Page(port, visitor.token))
        return pages[-1]

    yield open_
    for page in pages:
        page.leave()


Listen = Callable[[Visitor], Page]


def test_changes_are_told_to_their_guest_and_to_staff(
    guest: Visitor, other_guest: Visitor, desk: Visitor, given: Given, listen: Listen
):
    slot = given.slot(start=IN_TWO_DAYS)
    mine, staffs = listen(guest), listen(desk)
    assert mine.answer.headers["Content-Type"].startswith("text/event-stream")
    assert mine.answer.headers["Cache-Control"] == "no-store"
    assert mine.line() == ": welcome"

    began = time.monotonic()
    theirs = other_guest.post("/bookings/", wish(slot)).get_json()["id"]
    made = guest.post("/bookings/", wish(slot)).get_json()["id"]
    first = mine.event()
    waited = time.monotonic() - began
    guest.post(f"/bookings/{made}/confirm/")

    assert first == {"id": made, "status": "pending"}
    assert mine.event() == {"id": made, "status": "confirmed"}
    assert waited < 2
    assert [staffs.event()["id"] for _ in range(3)] == [theirs, made, made]


def test_half_of_the_threads_are_kept_for_everything_else(
    guest: Visitor, listen: Listen, app: Flask
):
    pages = [listen(guest) for _ in range(THREADS // 2)]
    assert [page.answer.status for page in pages] == [200] * 3
    assert "resortbook_live_streams 3.0" in guest.get("//metrics").text

    refused = listen(guest)
    assert guest.get("/auth/me/").status_code == 200

    assert refused.answer.status == 503
    assert refused.answer.headers["Retry-After"] == "2"
    assert json.loads(refused.answer.read())["error"]["code"] == "SERVICE_UNAVAILABLE"


def test_a_page_that_leaves_makes_room(
    guest: Visitor, listen: Listen, app: Flask, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(broadcast, "COMMENT_SECONDS", 0.05)
    pages = [listen(guest) for _ in range(THREADS // 2)]

    for page in pages:
        page.socket.shutdown(socket.SHUT_RDWR)
        page.leave()

    listeners = app.extensions[EXTENSION].broadcast._listeners
    assert _soon(lambda: not listeners)
    assert listen(guest).answer.status == 200


def test_a_quiet_stream_is_kept_alive_and_ends_with_its_session(
    guest: Visitor, listen: Listen, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(broadcast, "COMMENT_SECONDS", 0.05)
    page = listen(guest)
    lines = [page.line() for _ in range(4)]

    guest.post("/auth/logout/")

    assert lines[:2] == [": welcome", "retry: 3000"]
    assert ": still here" in lines
    assert page.answer.read().replace(b": still here\n\n", b"").strip() == b""


def test_a_busy_stream_ends_with_its_session_too(
    desk: Visitor,
    guest: Visitor,
    given: Given,
    listen: Listen,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(broadcast, "WELCOME_SECONDS", 0.0)
    page = listen(desk)
    slot = given.slot(start=IN_TWO_DAYS)
    first = guest.post("/bookings/", wish(slot)).get_json()["id"]
    assert page.event()["id"] == first

    desk.post("/auth/logout/")
    second = guest.post("/bookings/", wish(slot)).get_json()["id"]

    assert second.encode() not in page.answer.read()


def test_streams_end_by_themselves(
    guest: Visitor, listen: Listen, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(broadcast, "STREAM_SECONDS", 0.0)

    assert listen(guest).answer.read() == b": welcome\nretry: 3000\n\n"


def test_streams_end_with_the_process(guest: Visitor, listen: Listen, app: Flask):
    page = listen(guest)
    assert page.line() == ": welcome"

    close(app)

    assert page.answer.read() == b"retry: 3000\n\n"
    assert error(guest.get("/live/")) == (503, "SERVICE_UNAVAILABLE")


def test_head_keeps_no_stream_open(guest: Visitor, app: Flask):
    for _ in range(THREADS):
        assert guest.call("HEAD", "/live/").status_code == 200

    assert app.extensions[EXTENSION].broadcast._listeners == []


def test_a_page_that_does_not_read_is_sent_away(
    guest: Visitor, app: Flask, given: Given, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(broadcast, "MOST_UNREAD", 2)
    pages = app.extensions[EXTENSION].broadcast
    listener = pages.join(None)
    made = guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()["id"]

    for people in (2, 3, 4):
        guest.patch(f"/bookings/{made}/", {"participants": people})

    assert _soon(lambda: None in listener.unread.queue)
    pages.leave(listener)


def test_the_reader_stops_when_nobody_listens(app: Flask):
    pages = app.extensions[EXTENSION].broadcast
    pages.leave(pages.join(None))

    assert _soon(lambda: pages._reader is None)
    pages.leave(pages.join(None))


def _soon(is_so: Callable[[], bool]) -> bool:
    ends_at = time.monotonic() + 5
    while not is_so() and time.monotonic() < ends_at:
        time.sleep(0.02)
    return is_so()
