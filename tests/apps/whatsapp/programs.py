"""The resort's commands as processes of their own, and Twilio calling them."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.apps.whatsapp.conftest import HOOK, PUBLIC_URL
from tests.fake_twilio import FakeTwilio
from tests.resort_fixtures import SECRETS

COMMAND = str(Path(sys.executable).parent / "resortbook")
START = 40  # seconds; a machine that does other things as well takes its time
Post = tuple[str, dict[str, str]]


def environ(database_url: str, folder: Path, **settings: str) -> dict[str, str]:
    """Return the settings of a process, without any of this machine's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"DATABASE_URL": database_url, "MEDIA_DIR": str(folder), "DEMO": "no"}
    return {**kept, **own, **SECRETS, **settings}


@contextmanager
def running(commands: Iterable[str], env: dict[str, str], folder: Path) -> Iterator[list[int]]:
    """Run commands at once and lend the ports that they answer at; they log into `PORT.log`."""
    started = {_free_port(): command for command in commands}
    processes = {
        port: _start([command, "--port", str(port)], env, folder / f"{port}.log")
        for port, command in started.items()
    }
    try:
        for port, process in processes.items():
            _await_answer(process, port)
        yield list(processes)
    finally:
        for process in processes.values():
            process.terminate()
        for process in processes.values():
            process.wait(timeout=25)


def signed(twilio: FakeTwilio, form: dict[str, str]) -> Post:
    """Return the body and headers of Twilio's post of a form."""
    return urlencode(form), twilio.signed(PUBLIC_URL + HOOK, form)


def ask(
    port: int,
    path: str,
    method: str = "GET",
    body: Any = None,
    headers: dict[str, str] | None = None,
    **how: Any,
) -> tuple[int, str]:
    """Return the status and text of a process's answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, body, headers or {}, **how)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(arguments: list[str], env: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    # Into a file: a pipe that nobody reads is full after some hundred lines.
    with log.open("wb") as lines:
        return subprocess.Popen(
            [COMMAND, *arguments],
            cwd=log.parent,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=lines,
        )


def _await_answer(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        assert process.poll() is None, f"it ended with status {process.returncode}"
        try:
            if ask(port, "/health/ready")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("it does not answer")
