"""What open pages cost: `python -m bench.live`.

300 pages listen to what changes; those that are refused a stream ask every ten seconds, as the
web app does. Meanwhile the list of activities is asked for, in turns with and without the
pages: the 95th percentile may not double.
"""

import http.client
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from tests.e2e.served import Served, new_phone, serving

PAGES = 300
TURNS = 3
ASKED_A_TURN = 150
POLL_SECONDS = 10.0
LIST = "/api/v1/activities/?include=next_slots"
MOST_TIMES_AS_SLOW = 2.0


def main() -> int:
    """Measure, tell, and return the status: 1 where the open pages slow the list down."""
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as served:
        token = served.token_of(new_phone())
        alone: list[float] = []
        beside: list[float] = []
        for _ in range(TURNS):
            alone += _times_of_the_list(served)
            with _open_pages(served, token):
                beside += _times_of_the_list(served)
    before, after = _p95(alone), _p95(beside)
    print(f"p95 of the list: {before:.1f} ms alone, {after:.1f} ms beside {PAGES} open pages")
    print(f"that is {after / before:.2f} times (at most {MOST_TIMES_AS_SLOW})")
    return 0 if after <= before * MOST_TIMES_AS_SLOW else 1


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _times_of_the_list(served: Served) -> list[float]:
    times = []
    with _connected(served) as connection:
        for _ in range(ASKED_A_TURN):
            began = time.perf_counter()
            connection.request("GET", LIST)
            connection.getresponse().read()
            times.append((time.perf_counter() - began) * 1000)
    return times


@contextmanager
def _open_pages(served: Served, token: str) -> Iterator[None]:
    closed = Event()
    with ThreadPoolExecutor(PAGES) as pool:
        for _ in range(PAGES):
            pool.submit(_stay_open, served, token, closed)
        time.sleep(2)  # until all have been answered
        try:
            yield
        finally:
            closed.set()


def _stay_open(served: Served, token: str, closed: Event) -> None:
    signed = {"Authorization": f"Bearer {token}"}
    with suppress(OSError, http.client.HTTPException), _connected(served) as connection:
        connection.request("GET", "/api/v1/live/", headers=signed)
        answer = connection.getresponse()
        if answer.status == 200:
            closed.wait()
            return
        answer.read()
    while not closed.wait(POLL_SECONDS):
        with suppress(OSError, http.client.HTTPException), _connected(served) as connection:
            connection.request("GET", "/api/v1/bookings/", headers=signed)
            connection.getresponse().read()


@contextmanager
def _connected(served: Served) -> Iterator[http.client.HTTPConnection]:
    parts = urlsplit(served.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
