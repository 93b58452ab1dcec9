"""The load: one process with keep-alive connections; each asks anew once it is answered.

Run as `python -m bench.client`: it reads a `Task` as JSON and writes an `Outcome` as JSON. One
thread over raw sockets takes least from the cores that the server needs too; standard library
only, so that it starts at once.
"""

import json
import re
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import cycle

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
DRAIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to ask of the server on a port of this machine, and for how long.

    Each request is asked once, or over and over with `again`. The measuring ends when the time
    is over or everything was asked and answered; `warm_up_seconds` come before it.
    """

    port: int
    requests: list[str]
    connections: int
    seconds: float
    warm_up_seconds: float = 0.0
    again: bool = False


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of it. `statuses` counts all answers, the warm-up's too (0: the line broke)."""

    answers: int = 0
    seconds: float = 0.0
    p50_ms: float = 0.0
    p99_ms: float = 0.0
    cpu_share: float = 0.0
    ran_out: bool = False
    statuses: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


class Line:
    """One connection, with at most one request under way."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.asked_at = 0.0
        self.open()

    def open(self) -> None:
        """Connect, or connect anew."""
        self.socket = socket.create_connection(("127.0.0.1", self._port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._had = b""

    def ask(self, request: bytes) -> None:
        """Send a request."""
        self.asked_at = time.perf_counter()
        self.socket.sendall(request)

    def listen(self) -> int | None:
        """Take what has come; return the status once the answer is whole, 0 if it broke off."""
        try:
            came = self.socket.recv(262_144)
        except ConnectionError:
            came = b""
        if not came:
            return 0
        self._had += came
        if not is_whole(self._had):
            return None
        status = int(self._had[9:12])
        self._had = b""
        return status


def is_whole(answer: bytes) -> bool:
    """Whether an HTTP answer has come to its end."""
    head, end, body = answer.partition(b"\r\n\r\n")
    if not end:
        return False
    length = _LENGTH.search(head)
    if length is None:
        return body.endswith(b"0\r\n\r\n") if b"chunked" in head.lower() else True
    return len(body) >= int(length[1])


class Load:
    """One run of a task."""

    def __init__(self, task: Task) -> None:
        self._task = task
        requests = [text.encode("latin-1") for text in task.requests]
        self._requests: Iterator[bytes] = cycle(requests) if task.again else iter(requests)
        self._lines = [Line(task.port) for _ in range(task.connections)]
        self._selector = selectors.DefaultSelector()
        self._waiting = 0
        self._is_over = False
        self._times: list[float] = []
        self.outcome = Outcome()

    def run(self) -> Outcome:
        """Warm up, measure, and wait for what is still under way."""
        outcome, task = self.outcome, self._task
        for line in self._lines:
            self._selector.register(line.socket, selectors.EVENT_READ, line)
        for line in self._lines:
            self._ask(line)
        self._listen_until(time.perf_counter() + task.warm_up_seconds)
        self._times.clear()
        began, cpu = time.perf_counter(), time.process_time()
        self._listen_until(began + task.seconds)
        outcome.seconds = time.perf_counter() - began
        outcome.cpu_share = (time.process_time() - cpu) / outcome.seconds
        times = sorted(self._times)
        outcome.answers = len(times)
        if times:
            outcome.p50_ms = times[len(times) // 2] * 1000
            outcome.p99_ms = times[len(times) * 99 // 100] * 1000
        self._is_over = True
        self._listen_until(time.perf_counter() + DRAIN_SECONDS)
        return outcome

    def _listen_until(self, end: float) -> None:
        while self._waiting and (left := end - time.perf_counter()) > 0:
            for key, _ in self._selector.select(left):
                line: Line = key.data
                status = line.listen()
                if status is not None:
                    self._take(line, status)

    def _take(self, line: Line, status: int) -> None:
        self._times.append(time.perf_counter() - line.asked_at)
        self.outcome.statuses[status] = self.outcome.statuses.get(status, 0) + 1
        self._waiting -= 1
        if status == 0:
            self._selector.unregister(line.socket)
            line.socket.close()
            line.open()
            self._selector.register(line.socket, selectors.EVENT_READ, line)
        self._ask(line)

    def _ask(self, line: Line) -> None:
        if self._is_over:
            return
        request = next(self._requests, None)
        if request is None:
            self.outcome.ran_out = True
            return
        self._waiting += 1
        line.ask(request)


def main() -> None:
    """Do the task on standard input."""
    outcome = Load(Task(**json.load(sys.stdin))).run()
    json.dump(asdict(outcome), sys.stdout)


if __name__ == "__main__":
    main()
