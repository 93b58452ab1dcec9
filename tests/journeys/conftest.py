import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from dependency_injector import providers

from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook.domain.guest import Guest
from tests.resort_fixtures import MovableClock, settings_for

ROOT = Path(__file__).parents[2]
Answers = list[list[dict[str, Any]]]


@pytest.fixture
def clock() -> MovableClock:
    """The present: the crowd's processes have the machine's clock."""
    return MovableClock(datetime.now(UTC))


@pytest.fixture
def soon(clock: MovableClock) -> datetime:
    """A round time, two days ahead."""
    return (clock.at + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)


@pytest.fixture
def token_of(container: Any) -> Callable[[Guest], str]:
    """Sign a guest in without any code."""

    def token(guest: Guest) -> str:
        with container.storage().begin() as work:
            signed_in = container.sessions().open(work, guest, now=container.clock().now())
            work.commit()
        return str(signed_in.token)

    return token


@pytest.fixture
def crowd(database_url: str, tmp_path: Path) -> Callable[..., Answers]:
    """Let guests act at once from several processes; return what each was answered."""

    def run(
        guests: Sequence[dict[str, Any]], *, processes: int = 3, unguarded: bool = False
    ) -> Answers:
        parts = [guests[number::processes] for number in range(processes)]
        started = [
            _start(part, url=database_url, folder=tmp_path, unguarded=unguarded)
            for part in parts
            if part
        ]
        answers: Answers = []
        for process, part in zip(started, [part for part in parts if part], strict=True):
            out, error = process.communicate(timeout=55)
            assert process.returncode == 0, error[-3000:]
            assert len(json.loads(out)) == len(part)
            answers += json.loads(out)
        return answers

    return run


def _start(part: Any, *, url: str, folder: Path, unguarded: bool) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.crowd"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    orders = {"guests": part, "url": url, "folder": str(folder), "unguarded": unguarded}
    print(json.dumps(orders), file=process.stdin, flush=True)
    return process


@pytest.fixture
def together() -> Iterator[Callable[..., list[Any]]]:
    """Call functions at once, each in a thread; return what they returned or raised."""
    with ThreadPoolExecutor(8) as pool:

        def run(*calls: Callable[[], Any]) -> list[Any]:
            start = Barrier(len(calls))

            def one(call: Callable[[], Any]) -> Any:
                start.wait()
                try:
                    return call()
                except Exception as error:
                    return error

            return list(pool.map(one, calls))

        yield run


@pytest.fixture
def late_resort(database_url: str, tmp_path: Path, clock: MovableClock) -> Iterator[Resort]:
    """The same resort by a clock half an hour ahead: for it, holds are over."""
    container = build(settings_for(database_url, tmp_path))
    ahead = MovableClock(clock.at + timedelta(minutes=30))
    container.clock.override(providers.Object(ahead))
    resort: Resort = container.resort()
    yield resort
    resort.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the crowds to one worker: two crowds on two processors would only measure the
    machine. Talks are quiet.
    """
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xdist_group("crowd"))
