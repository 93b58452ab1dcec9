"""The command as a process of its own: statuses, standard error, signals."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

Process = subprocess.Popen[str]
COMMAND = str(Path(sys.executable).parent / "resortbook")
START = 40  # seconds; a machine that does other things as well takes its time


@pytest.fixture
def start(environ: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Start a command; whatever still runs at the end is ended."""
    started: list[Process] = []

    def start_(*args: str, **settings: str) -> Process:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        process = subprocess.Popen(
            [COMMAND, *args],
            cwd=tmp_path,
            env={**kept, **environ, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start_
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def get_text(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return answer.read().decode()


def get(port: str, path: str):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return answer.status, json.load(answer)


def await_answer(process: Process, port: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        assert process.poll() is None, process.communicate()
        try:
            if get(port, "/health/live")[0] == 200:
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail("it does not answer")


def test_serve_loads_the_demo_greets_and_ends_well_on_sigterm(start):
    port = free_port()
    process = start("serve", PORT=port, DEMO="yes")
    await_answer(process, port)

    status, page = get(port, "/api/v1/activities/?limit=100")
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=25)

    assert (status, process.returncode) == (200, 0)
    assert "rror" not in err
    assert len(page["items"]) >= 24
    assert f"http://127.0.0.1:{port}" in out
    assert "+14155550100" in out
    assert "/simulator/messages" in out


def test_a_second_start_on_the_same_port_is_told_in_one_line(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        process = start("serve", "--port", port)
        out, err = process.communicate(timeout=START)

    assert (process.returncode, out) == (1, "")
    assert (
        err == f"Error: Port {port} on 127.0.0.1 is in use: stop what runs there, or set PORT\n"
    )


def test_ctrl_c_ends_serve_well(start):
    port = free_port()
    process = start("serve", "--port", port)
    await_answer(process, port)

    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=25)

    assert process.returncode == 0
    assert "rror" not in err


def test_in_json_every_line_from_the_start_on_is_an_object(start):
    port = free_port()
    process = start("serve", PORT=port, LOG_FORMAT="json")
    await_answer(process, port)
    get(port, "/api/v1/activities/categories/")

    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=25)

    lines = [json.loads(line) for line in err.splitlines()]
    assert out == ""
    assert port in lines[0]["event"]
    assert [line["route"] for line in lines if line["event"] == "request.answered"] == [
        "/api/v1/activities/categories/"
    ]  # and not what is asked for over and over


def test_the_api_serves_by_several_processes(start):
    port = free_port()
    process = start("api", "--port", port, "--processes", "2")
    await_answer(process, port)

    time.sleep(
        1
    )  # one answers; a process that still starts can be deaf to SIGTERM for a moment
    status, ready = get(port, "/health/ready")
    for _ in range(12):
        get(port, "/api/v1/activities/categories/")
    pages = [get_text(port, "/metrics") for _ in range(4)]
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=25)

    assert (status, ready["status"]) == (200, "ok")
    # Whichever process answers, it shows what all of them did.
    line = (
        r'requests_total{method="GET",route="/api/v1/activities/categories/",status="200"} 12.0'
    )
    assert [line in page for page in pages] == [True] * 4
    assert process.returncode == 0


def test_wrong_settings_are_a_line_each_and_status_two(start):
    process = start("serve", PORT="none", LOG_LEVEL="loud")

    out, err = process.communicate(timeout=START)

    assert (process.returncode, out) == (2, "")
    assert [line.split(": ")[1] for line in err.splitlines()] == ["PORT", "LOG_LEVEL"]


def test_a_reader_that_goes_away_is_no_failure_to_tell(start):
    process = start("activities", "export", "--help")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None

    _, err = process.communicate(timeout=START)

    assert err == ""


def test_help_comes_at_once():
    began = time.monotonic()
    subprocess.run([COMMAND, "--help"], check=True, capture_output=True)
    took = time.monotonic() - began
    loaded = subprocess.run(
        [sys.executable, "-c", "import resortbook_cli.command_line, sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert took < 3
    assert not {"flask", "sqlalchemy", "rich", "PIL", "alembic", "waitress"} & set(loaded)
