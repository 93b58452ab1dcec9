"""A resort in production whose processes and servers are killed, and what is true after."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from resortbook.adapters.local.world import SystemClock
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Guest
from tests.apps.worker.conftest import (
    House,
    await_true,
    database_url,
    fake,
    redis_client,
    sent,
    wrote_just_now,
)
from tests.apps.worker.conftest import house as plain_house
from tests.fake_twilio import FakeTwilio
from tests.journeys.conftest import together
from tests.resort_fixtures import Given

__all__ = ["database_url", "fake", "plain_house", "redis_client", "sent", "together"]

PROGRAM = Path(__file__).with_name("program.py")
RECOVERED_SECONDS = 90
_UNSETTLED = (
    "SELECT (SELECT count(*) FROM outbox WHERE state = 'pending' AND due_at <= %(now)s)"
    " + (SELECT count(*) FROM inbound_messages WHERE state = 'waiting')"
)
_SENT = (
    "SELECT provider_sid FROM outbound_messages"
    " WHERE delivery NOT IN ('queued', 'failed') ORDER BY provider_sid"
)
_STUCK = "SELECT count(*) FROM bookings WHERE status = 'pending' AND expires_at <= %(now)s"
_FAILED = "SELECT count(*) FROM outbox WHERE state = 'failed'"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep these tests to one worker; run every point only where that is asked for."""
    wants_all = "faults" in config.option.markexpr
    kept, left = [], []
    for item in items:
        if item.path.parent == PROGRAM.parent:
            item.add_marker(pytest.mark.faults)
            item.add_marker(pytest.mark.timeout(120))
            item.add_marker(pytest.mark.xdist_group("worker processes"))
            if item.get_closest_marker("every_point") and not wants_all:
                left.append(item)
                continue
        kept.append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@dataclass(frozen=True, slots=True)
class Pause:
    """A point at which the process that is started with these settings will stand still."""

    file: Path
    settings: dict[str, str]

    def kill(self, *, seconds: float = 60) -> None:
        """Wait until a process stands there, and kill it."""
        assert await_true(self._is_reached, seconds=seconds), f"never came {self.settings}"
        os.kill(int(self.file.read_text()), signal.SIGKILL)

    def _is_reached(self) -> bool:
        return self.file.exists() and self.file.read_text().endswith("\n")


@pytest.fixture
def clock(tmp_path: Path) -> SystemClock:
    """The clock of all processes, and of the test: what the house moves."""
    (tmp_path / "clock").write_text("")
    return SystemClock(tmp_path / "clock")


@pytest.fixture
def house(plain_house: House, clock: SystemClock) -> House:
    """A resort in production, with nothing started yet, whose processes can be stopped."""
    plain_house.command = (sys.executable, str(PROGRAM))
    plain_house.fake.clock = clock.now
    return plain_house


@pytest.fixture
def pause_at(tmp_path: Path) -> Callable[..., Pause]:
    """Choose a point to stand still at, and which time it counts."""

    def at(point: str, *, number: int = 1) -> Pause:
        file = tmp_path / f"paused-{len(list(tmp_path.glob('paused-*')))}"
        told = {"PAUSE_AT": point, "PAUSE_NUMBER": str(number), "PAUSE_FILE": str(file)}
        return Pause(file, told)

    return at


@pytest.fixture
def guests(given: Given, fake: FakeTwilio, clock: Any) -> Callable[[int], list[Guest]]:
    """Make so many guests whom free text reaches."""

    def make(count: int) -> list[Guest]:
        return [
            wrote_just_now(given, fake, clock, f"+1415555{1000 + number}")
            for number in range(count)
        ]

    return make


@pytest.fixture
def token_of(container: Any) -> Callable[[Guest], str]:
    """Sign somebody in without any code."""

    def sign_in(guest: Guest) -> str:
        with container.storage().begin() as work:
            opened = container.sessions().open(work, guest, now=container.clock().now())
            work.commit()
        return str(opened.token)

    return sign_in


@pytest.fixture
def staff_token(given: Given, container: Any, token_of: Any) -> Callable[[], str]:
    """Sign somebody of the desk in."""

    def sign_in() -> str:
        member = given.staff()
        with container.storage().begin() as work:
            guest = work.guests.get(member.guest_id)
        token: str = token_of(guest)
        return token

    return sign_in


@pytest.fixture
def ask_all(container: Any) -> Callable[..., list[Any]]:
    """Run a statement and return the first column of what it finds."""

    def ask(statement: str, **values: Any) -> list[Any]:
        with container.storage().engine.connect() as connection:
            driver = connection.connection.driver_connection
            return [row[0] for row in _plain(driver, statement, values)]

    return ask


@pytest.fixture
def all_is_well(
    ask_all: Callable[..., list[Any]], house: House, fake: FakeTwilio, clock: Any, resort: Any
) -> Callable[..., float]:
    """Wait until all work is done, then hold everything against everything; return how many
    seconds that took.
    """

    def check(*, seconds: float = RECOVERED_SECONDS) -> float:
        began = time.monotonic()

        def is_settled() -> bool:
            return ask_all(_UNSETTLED, now=clock.now()) == [0]

        assert await_true(is_settled, seconds=seconds), "work is left"
        took = time.monotonic() - began
        assert await_true(lambda: ask_all(_STUCK, now=clock.now()) == [0], seconds=10)
        assert ask_all(_FAILED) == [0]
        assert sorted(message.sid for message in fake.messages) == ask_all(_SENT)
        assert not fake.refusals
        assert resort.check() == []
        assert "Everything adds up." in house.run("check")
        return took

    return check


@pytest.fixture
def web() -> Callable[[Guest], Actor]:
    """Act for a guest at the web's door."""
    return lambda guest: Actor.guest(guest.id, door=Door.WEB)


def _plain(connection: Any, statement: str, values: dict[str, Any]) -> Iterator[Any]:
    # Not by the connection's own cursor, which takes numbered parameters.
    with psycopg.Cursor(connection) as cursor:
        yield from cursor.execute(statement, values).fetchall()
