"""Asking a server over HTTP, from a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict

from bench.client import Outcome, Task
from bench.processes import ROOT, Broken


def run(task: Task) -> Outcome:
    """Put the load on the server and tell what came of it."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.client"],
        input=json.dumps(asdict(task)),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    if done.returncode:
        raise Broken(f"the load broke: {done.stderr.strip()[-2000:]}")
    told = json.loads(done.stdout)
    told["statuses"] = {int(status): count for status, count in told["statuses"].items()}
    return Outcome(**told)


def measure(task: Task, *, expecting: int) -> Outcome:
    """Put the load on the server for the task's time.

    Raises:
        Broken: an answer was another than `expecting`, or there were too few requests.
    """
    outcome = run(task)
    if set(outcome.statuses) != {expecting}:
        raise Broken(f"expected {expecting} alone, got {outcome.statuses}")
    if outcome.ran_out or not outcome.answers:
        raise Broken("there were too few requests for the time, or no answers")
    return outcome


def get(path: str, *, headers: Mapping[str, str] | None = None) -> str:
    """Write a GET as it goes over the line."""
    return _head("GET", path, headers or {}) + "\r\n"


def post(path: str, body: object, *, headers: Mapping[str, str]) -> str:
    """Write a POST of JSON as it goes over the line."""
    text = json.dumps(body)
    told = {**headers, "Content-Type": "application/json", "Content-Length": str(len(text))}
    return _head("POST", path, told) + "\r\n" + text


def _head(method: str, path: str, headers: Mapping[str, str]) -> str:
    lines = [f"{name}: {value}\r\n" for name, value in headers.items()]
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "".join(lines)
