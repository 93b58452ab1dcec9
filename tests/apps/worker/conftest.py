"""A resort as it runs in production: processes on PostgreSQL and Redis, with a fake Twilio."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from uuid_utils.compat import uuid7

from resortbook.domain.guest import Channel, ChannelAddress, Guest
from tests.apps.whatsapp.programs import START, ask
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio
from tests.resort_fixtures import SECRETS, MovableClock

COMMAND = str(Path(sys.executable).parent / "resortbook")
PHONE = "+14155550123"


@dataclass(slots=True)
class Program:
    """A command that runs, the port that it serves, and where its log goes."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    def ask(self, path: str, method: str = "GET", body: Any = None, token: str = "") -> Any:
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        text = json.dumps(body) if body is not None else None
        status, said = ask(self.port, path, method, text, headers)
        assert status < 300, (status, said)
        return json.loads(said) if said.startswith("{") else said

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def end(self) -> int:
        """End it as an operator does; return its status."""
        self.process.terminate()
        return self.process.wait(timeout=25)


@dataclass(slots=True)
class House:
    """Starts the resort's commands, all with the same settings."""

    folder: Path
    settings: dict[str, str]
    fake: FakeTwilio
    started: list[Program] = field(default_factory=list)
    command: tuple[str, ...] = (COMMAND,)

    def start(self, *arguments: str, port: int = 0, **settings: str) -> Program:
        port = port or free_port()
        log = self.folder / f"{arguments[0]}-{port}.log"
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        with log.open("ab") as lines:
            process = subprocess.Popen(
                [*self.command, *arguments, "--port", str(port)],
                cwd=self.folder,
                env={**kept, **self.settings, **settings},
                stdout=lines,
                stderr=lines,
            )
        program = Program(process, port, log)
        self.started.append(program)
        return program

    def started_well(self, *arguments: str, **more: Any) -> Program:
        program = self.start(*arguments, **more)
        self.await_ready(program)
        return program

    def await_ready(self, program: Program) -> None:
        until = time.monotonic() + START
        while time.monotonic() < until:
            assert program.process.poll() is None, program.log.read_text()
            try:
                if ask(program.port, "/health/ready")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        pytest.fail("it does not answer")

    def run(self, *arguments: str) -> str:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        done = subprocess.run(
            [COMMAND, *arguments],
            cwd=self.folder,
            env={**kept, **self.settings},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def move_clock(self, offset: str) -> None:
        (self.folder / "clock").write_text(offset)

    def webhook(self, form: dict[str, str]) -> None:
        """Post what a guest wrote, as Twilio does."""
        answer = self.fake.webhook(f"{self.settings['PUBLIC_URL']}/webhooks/whatsapp", form)
        assert answer.status == 200, answer


@pytest.fixture
def database_url(postgres_server: Any, postgres_template: str) -> Iterator[str]:
    """A migrated PostgreSQL database of this test's own."""
    url = postgres_server.new_database(template=postgres_template)
    yield url
    postgres_server.drop(url)


@pytest.fixture
def clock() -> MovableClock:
    """The present: the processes have the machine's clock."""
    return MovableClock(datetime.now(UTC))


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    """Twilio, which tells of each message that it was sent and delivered."""
    with FakeTwilio() as fake:
        fake.automatic = ("sent", "delivered")
        yield fake


@pytest.fixture
def house(
    database_url: str, redis_url: str, fake: FakeTwilio, tmp_path: Path
) -> Iterator[House]:
    """A resort in production, with nothing started yet."""
    (tmp_path / "clock").write_text("")
    settings = {
        "RESORTBOOK_ENV": "production",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PUBLIC_URL": f"http://127.0.0.1:{free_port()}",
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_WHATSAPP_FROM": SENDER,
        "TWILIO_API_BASE_URL": fake.url,
        "MEDIA_DIR": str(tmp_path / "media"),
        "CLOCK_FILE": str(tmp_path / "clock"),
        "CLOCK_FILE_ALLOWED": "yes",
        **SECRETS,
    }
    house = House(tmp_path, settings, fake)
    yield house
    for program in house.started:
        if program.process.poll() is None:
            program.process.terminate()
    for program in house.started:
        try:
            program.process.wait(timeout=25)
        except subprocess.TimeoutExpired:
            program.kill()


@pytest.fixture
def guest(given: Any, fake: FakeTwilio, clock: MovableClock) -> Guest:
    """A guest who wrote a moment ago: free text reaches them."""
    return wrote_just_now(given, fake, clock, PHONE)


@pytest.fixture
def token(container: Any, guest: Guest) -> str:
    """What proves the guest to the API."""
    with container.storage().begin() as work:
        signed_in = container.sessions().open(work, guest, now=container.clock().now())
        work.commit()
    return str(signed_in.token)


@pytest.fixture
def sent(fake: FakeTwilio) -> Callable[..., list[str]]:
    """Wait until so many messages went out to a phone, and return their texts."""

    def await_sent(count: int, *, to: str = PHONE, seconds: float = 20) -> list[str]:
        until = time.monotonic() + seconds
        while len(fake.sent_to(to)) < count and time.monotonic() < until:
            time.sleep(0.005)
        return [str(message.rendered) for message in fake.sent_to(to)]

    return await_sent


@pytest.fixture
def redis_client(redis_url: str) -> Iterator["redis.Redis"]:
    """The Redis of the resort."""
    with redis.Redis.from_url(redis_url) as client:
        yield client


def wrote_just_now(given: Any, fake: FakeTwilio, clock: MovableClock, phone: str) -> Guest:
    """Make a guest whom free text reaches."""
    fake.inbound(phone)
    address = ChannelAddress(
        id=uuid7(), channel=Channel.PHONE, value=phone, last_inbound_at=clock.now()
    )
    found: Guest = given.guest(phone, addresses=(address,))
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def metric(program: Program, name: str) -> float:
    """The first of a program's numbers whose name begins so."""
    lines = program.ask("/metrics").splitlines()
    return next(float(line.split()[-1]) for line in lines if line.startswith(name))


def await_true(is_so: Callable[[], bool], *, seconds: float = 20) -> bool:
    """Wait until it is so, and say whether it came to that."""
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def in_days(days: int) -> datetime:
    """A round time, some days ahead."""
    whole = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return whole + timedelta(days=days)
