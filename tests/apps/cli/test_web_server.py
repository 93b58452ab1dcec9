import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse

import pytest

from resortbook_cli.errors import Refused
from resortbook_cli.server import LONGEST_BODY, WebServer, listening


class Slow:
    """An application whose answers take until the test lets them go."""

    def __init__(self):
        self.asked = threading.Event()
        self.may_answer = threading.Event()

    def __call__(self, environ, start_response):
        self.asked.set()
        self.may_answer.wait(5)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"done" * 50_000]


@contextmanager
def served(app) -> Iterator[tuple[int, threading.Event, threading.Thread]]:
    [sock] = listening("127.0.0.1", 0)
    port = sock.getsockname()[1]
    stopping = threading.Event()
    server = WebServer(app, [sock])
    ended = threading.Event()
    thread = threading.Thread(
        target=server.run, args=(stopping,), kwargs={"end_streams": ended.set}
    )
    thread.start()
    yield port, stopping, thread
    stopping.set()
    thread.join(10)
    assert ended.is_set()


def test_what_is_being_answered_when_the_server_stops_is_answered():
    app = Slow()
    with served(app) as (port, stopping, thread):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        assert app.asked.wait(5)

        stopping.set()
        time.sleep(0.4)
        with pytest.raises(ConnectionError):
            socket.create_connection(("127.0.0.1", port), timeout=1)
        app.may_answer.set()
        answer = connection.getresponse()

        assert answer.status == 200
        assert answer.read() == b"done" * 50_000
        connection.close()
        thread.join(5)
        assert not thread.is_alive()


def test_a_server_without_work_stops_at_once():
    with served(Slow()) as (_, stopping, thread):
        stopping.set()
        thread.join(3)

        assert not thread.is_alive()


def taken_whole(environ, start_response):
    length = len(environ["wsgi.input"].read())
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(length).encode()]


def test_a_body_that_is_too_large_for_the_application_is_its_own_to_refuse():
    with served(taken_whole) as (port, _, _):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("POST", "/", b"x" * 12_000_000)
        answer = connection.getresponse()

        assert (answer.status, answer.read()) == (200, b"12000000")
        connection.close()


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (f"Content-Length: {LONGEST_BODY + 1}", 413, "PAYLOAD_TOO_LARGE"),
        ("Content-Length: -1", 400, "VALIDATION_ERROR"),
        ("Content-Length: 1\r\nContent-Length: 2", 400, "VALIDATION_ERROR"),
        (f"X-Long: {'x' * 300_000}", 431, "VALIDATION_ERROR"),
        ("Transfer-Encoding: strange", 501, "VALIDATION_ERROR"),
    ],
)
def test_what_reaches_no_application_is_refused_in_the_envelope(sent, status, code):
    with served(taken_whole) as (port, _, _):
        connection = socket.create_connection(("127.0.0.1", port), timeout=10)
        connection.sendall(f"POST / HTTP/1.1\r\nHost: x\r\n{sent}\r\n\r\n".encode())
        answer = HTTPResponse(connection)
        answer.begin()
        told = json.loads(answer.read())

        assert (answer.status, told["error"]["code"]) == (status, code)
        assert told["error"]["message"]
        assert told["error"]["details"] == {}
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["Cache-Control"] == "no-store"
        connection.close()


def test_a_port_that_is_in_use_is_told_by_its_number():
    [sock] = listening("127.0.0.1", 0)
    port = sock.getsockname()[1]

    with sock, pytest.raises(Refused, match=str(port)):
        listening("127.0.0.1", port)


def test_a_host_of_another_machine_is_refused():
    for host in ("192.0.2.1", "no-such-host.invalid"):
        with pytest.raises(Refused, match=host):
            listening(host, 0)
