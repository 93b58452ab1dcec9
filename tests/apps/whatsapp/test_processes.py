"""Webhooks over real processes: several at once, and in one with everything else."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.apps.whatsapp.conftest import ACCOUNT, HOOK, PUBLIC_URL
from tests.fake_twilio import FakeTwilio
from tests.resort_fixtures import SECRETS

COMMAND = str(Path(sys.executable).parent / "resortbook")
START = 40  # seconds; a machine that does other things as well takes its time
FORM = "application/x-www-form-urlencoded"
Start = Callable[..., int]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def ask(port, path, method="GET", body=None, headers=None, **how):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, body, headers or {}, **how)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def await_answer(process: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        assert process.poll() is None, process.communicate()
        try:
            if ask(port, "/health/ready")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("it does not answer")


@pytest.fixture
def start(database_url: str, tmp_path: Path) -> Iterator[Start]:
    """Start a command and return the port that it answers at; ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start_(command: str, **settings: str) -> int:
        port = free_port()
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        own = {"DATABASE_URL": database_url, "MEDIA_DIR": str(tmp_path), "DEMO": "no"}
        process = subprocess.Popen(
            [COMMAND, command, "--port", str(port)],
            cwd=tmp_path,
            env={**kept, **own, **SECRETS, **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        await_answer(process, port)
        return port

    yield start_
    for process in started:
        process.terminate()
        process.communicate(timeout=25)


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    """Twilio, which calls these processes."""
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def working(resort, clock) -> Iterator[None]:
    """Work on whatever waits, all the time, as a worker beside the webhooks does."""
    must_end = threading.Event()

    def work() -> None:
        while not must_end.is_set():
            clock.at = datetime.now(UTC)
            resort.reception.work()
            must_end.wait(0.002)

    worker = threading.Thread(target=work)
    worker.start()
    yield
    must_end.set()
    worker.join()


def await_worked(kept, count):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        rows = kept()
        if len(rows) == count and all(row["state"] == "worked" for row in rows):
            return rows
        time.sleep(0.05)
    pytest.fail("not all are worked on")


def test_messages_over_two_processes_are_worked_on_in_order(start, twilio, kept, working):
    ports = [start("whatsapp", **ACCOUNT) for _ in range(2)]
    ana = twilio.phone("+14155550123")
    one_by_one = [ana.text(f"message {number}") for number in range(5)]
    at_once = [ana.text(f"burst {number}") for number in range(10)]

    def post(form, port):
        return ask(port, HOOK, "POST", *signed(twilio, form))

    answers = [post(form, port) for form, port in zip(one_by_one, cycle(ports))]
    first = await_worked(kept, len(one_by_one))
    with ThreadPoolExecutor(10) as pool:
        answers += pool.map(post, at_once, cycle(ports))
    rows = await_worked(kept, len(one_by_one) + len(at_once))

    assert set(answers) == {(200, "<Response/>")}
    assert [row["body"] for row in first] == [form["Body"] for form in one_by_one]
    assert [row["worked_at"] for row in rows] == sorted(row["worked_at"] for row in rows)
    assert {row["guest_id"] for row in rows} == {rows[0]["guest_id"]}


def test_ten_copies_over_two_processes_are_one_message(start, twilio, kept):
    ports = [start("whatsapp", **ACCOUNT) for _ in range(2)]
    post = signed(twilio, twilio.phone("+14155550123").text("hello"))

    with ThreadPoolExecutor(10) as pool:
        answers = pool.map(lambda port: ask(port, HOOK, "POST", *post), ports * 5)

    assert set(answers) == {(200, "<Response/>")}
    assert len(kept()) == 1


def signed(twilio, form):
    """Return the body and headers of Twilio's post."""
    return urlencode(form), twilio.signed(PUBLIC_URL + HOOK, form)


class TestInOneProcess:
    """`serve`: everything on one port; one kind of database is enough."""

    @pytest.fixture
    def database_url(self, sqlite_url):
        return sqlite_url

    def test_with_a_twilio_account_its_posts_are_taken_at_the_root(self, start, twilio, kept):
        port = start("serve", **ACCOUNT, TWILIO_API_BASE_URL=twilio.url)
        post = signed(twilio, twilio.phone("+14155550123").text("hello"))

        answer = ask(port, HOOK, "POST", *post)
        copy = ask(port, HOOK, "POST", *post)
        await_worked(kept, 1)

        assert (answer, copy) == ((200, "<Response/>"), (200, "<Response/>"))
        assert ask(port, "/webhooks/other", "POST")[0] == 404
        assert ask(port, "/api/v1/activities/")[0] == 200
        counted = 'method="POST",route="/webhooks/whatsapp",status="200"} 2.0'
        assert counted in ask(port, "/metrics")[1]

    def test_without_one_nobody_is_believed(self, start, twilio, kept):
        port = start("serve")
        post = signed(twilio, twilio.phone("+14155550123").text("hello"))

        status, told = ask(port, HOOK, "POST", *post)

        assert (status, '"INVALID_SIGNATURE"' in told) == (403, True)
        assert ask(port, f"{HOOK}/status", "POST", *post)[0] == 403
        assert kept() == []

    @pytest.mark.parametrize("command", ["serve", "whatsapp"])
    def test_no_server_takes_more_than_may_be_sent(self, start, command):
        port = start(command, **ACCOUNT)
        headers = {"Content-Type": FORM}

        announced = ask(port, HOOK, "POST", b"x" * 70_000, headers)
        chunks = ask(
            port, HOOK, "POST", iter([b"x" * 7_000] * 10), headers, encode_chunked=True
        )
        small = ask(port, HOOK, "POST", iter([b"x=1"]), headers, encode_chunked=True)

        assert [announced[0], chunks[0], small[0]] == [413, 413, 403]


def test_alone_it_listens_on_port_8001(database_url, tmp_path):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8001))
            taken.listen()
        except OSError:
            pass  # somebody else listens there: just as well

        told = subprocess.run(
            [COMMAND, "whatsapp"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "DATABASE_URL": database_url, **SECRETS},
            capture_output=True,
            text=True,
        )

    assert (told.returncode, told.stderr.split(" is in use")[0]) == (
        1,
        "Error: Port 8001 on 127.0.0.1",
    )
