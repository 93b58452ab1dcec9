import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from resortbook_cli.errors import Refused
from resortbook_cli.server import WebServer, listening


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


def test_a_port_that_is_in_use_is_told_by_its_number():
    [sock] = listening("127.0.0.1", 0)
    port = sock.getsockname()[1]

    with sock, pytest.raises(Refused, match=str(port)):
        listening("127.0.0.1", port)


def test_a_host_of_another_machine_is_refused():
    for host in ("192.0.2.1", "no-such-host.invalid"):
        with pytest.raises(Refused, match=host):
            listening(host, 0)
