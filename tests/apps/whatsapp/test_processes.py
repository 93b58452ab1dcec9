"""Several processes take webhooks at once: each message once, and one guest's in order."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import cycle

import pytest

from tests.apps.whatsapp.conftest import ACCOUNT, HOOK
from tests.apps.whatsapp.programs import COMMAND, ask, environ, running, signed
from tests.fake_twilio import FakeTwilio


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    """Twilio, which calls these processes."""
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def two_ports(database_url, tmp_path) -> Iterator[list[int]]:
    """The ports of two processes that take webhooks for the resort under test."""
    settings = environ(database_url, tmp_path, **ACCOUNT)
    with running(["whatsapp", "whatsapp"], settings, tmp_path) as ports:
        yield ports


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


def test_messages_over_two_processes_are_worked_on_in_order(two_ports, fake, kept, working):
    ana = fake.phone("+14155550123")
    one_by_one = [ana.text(f"message {number}") for number in range(5)]
    at_once = [ana.text(f"burst {number}") for number in range(10)]

    def post(form, port):
        return ask(port, HOOK, "POST", *signed(fake, form))

    answers = [post(form, port) for form, port in zip(one_by_one, cycle(two_ports))]
    first = await_worked(kept, len(one_by_one))
    with ThreadPoolExecutor(10) as pool:
        answers += pool.map(post, at_once, cycle(two_ports))
    rows = await_worked(kept, len(one_by_one) + len(at_once))

    assert set(answers) == {(200, "<Response/>")}
    assert [row["body"] for row in first] == [form["Body"] for form in one_by_one]
    assert [row["worked_at"] for row in rows] == sorted(row["worked_at"] for row in rows)
    assert len({row["guest_id"] for row in rows}) == 1


def test_ten_copies_over_two_processes_are_one_message(two_ports, fake, kept):
    post = signed(fake, fake.phone("+14155550123").text("hello"))

    with ThreadPoolExecutor(10) as pool:
        answers = pool.map(lambda port: ask(port, HOOK, "POST", *post), two_ports * 5)

    assert set(answers) == {(200, "<Response/>")}
    assert len(kept()) == 1


def test_alone_it_listens_on_port_8001(sqlite_url, tmp_path):
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
            env=environ(sqlite_url, tmp_path),
            capture_output=True,
            text=True,
        )

    assert told.returncode == 1
    assert told.stderr.startswith("Error: Port 8001 on 127.0.0.1 is in use")


def test_any_wsgi_server_finds_the_application_by_its_name(sqlite_url, tmp_path):
    program = (
        "from resortbook_whatsapp.wsgi import app\n"
        "print(app.test_client().post('/webhooks/whatsapp').get_json()['error']['code'])"
    )

    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environ(sqlite_url, tmp_path, **ACCOUNT),
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split() == ["INVALID_SIGNATURE"]
