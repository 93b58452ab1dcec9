"""Too much of something at once, or nothing left of it: messages, guests, connections."""

import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from urllib.parse import urlencode

import psycopg

from bench import load, requests
from bench.api import COMMAND, PROCESSES
from bench.client import Task
from bench.figures import Round
from bench.floor import CLIENTS
from bench.processes import Broken, free_port, serving
from bench.stage import Stage
from bench.stock import phone_of, token_of
from tests.fake_twilio import Phone
from tests.fake_twilio.webhooks import Poster

WEBHOOKS = 2_000
WEBHOOKS_WITHIN = 10.0
ASKED_WITHOUT_A_DATABASE = 8
RECOVERED_WITHIN = 30.0
# Of ten requests of a peak hour seven look around, two are about the guest's own, one books.
LOOKS = (
    "",
    "?include=next_slots",
    "categories/",
    "search/?q=reef",
    "sunset-sail-02/",
    "reef-snorkeling-01/availability/",
    "sunset-sail-02/availability/?participants=2",
)
WARM_UP_SECONDS = 0.7


def webhooks(stage: Stage) -> Round:
    """Let 2,000 guests write at once, and see that every message is kept."""
    run = stage.ledger.connection.execute
    run("TRUNCATE inbound_messages, inbox_turns CASCADE")
    port = free_port()
    command = [*COMMAND, "whatsapp", "--port", str(port), "--processes", str(PROCESSES)]
    log = stage.folder / "whatsapp.log"
    task = Task(
        port=port,
        requests=_messages(stage),
        connections=CLIENTS,
        seconds=3 * WEBHOOKS_WITHIN,
    )
    with serving(command, port=port, log=log, env=stage.env, cwd=stage.folder):
        outcome = load.run(task)
    row = run("SELECT count(*) FROM inbound_messages").fetchone()
    kept = int(row[0]) if row else 0
    run("TRUNCATE inbound_messages, inbox_turns CASCADE")
    if outcome.statuses != {200: WEBHOOKS} or kept != WEBHOOKS:
        raise Broken(f"of {WEBHOOKS} messages {kept} were kept; answers {outcome.statuses}")
    return {"webhooks_seconds": outcome.seconds, "webhooks_p99": outcome.p99_ms}


def peak_hour(stage: Stage, *, seconds: float) -> Round:
    """Mix what a peak hour brings, all of it at once."""
    stage.ledger.clear()
    booked = requests.bookings(guests=stage.stock.guests, total=stage.stock.guests)
    looks = [load.get(f"{requests.ACTIVITIES}{path}") for path in LOOKS]
    task = Task(
        port=stage.port,
        requests=[
            asked
            for guest, booking in enumerate(booked)
            for asked in (*looks, *_own(guest), booking)
        ],
        connections=CLIENTS,
        seconds=seconds,
        warm_up_seconds=WARM_UP_SECONDS,
    )
    outcome = load.run(task)
    if set(outcome.statuses) != {200, 201}:
        raise Broken(f"a peak hour was answered with {outcome.statuses}")
    return {
        "peak_rate": outcome.rate,
        "peak_p50": outcome.p50_ms,
        "peak_p99": outcome.p99_ms,
    }


def without_connections(stage: Stage) -> Round:
    """Take every connection that PostgreSQL has, and see what the API answers meanwhile."""
    path = requests.lists(fresh=True)[0].split(" ")[1]
    slowest = 0.0
    with _all_connections(stage):
        for _ in range(ASKED_WITHOUT_A_DATABASE):
            status, took = _asked(stage.port, path)
            alive, _ = _asked(stage.port, "/health/live")
            if (status, alive) != (503, 200):
                raise Broken(f"without connections: {status}, /health/live {alive}")
            slowest = max(slowest, took)
    began = time.monotonic()
    while _asked(stage.port, path)[0] != 200:
        if time.monotonic() - began > RECOVERED_WITHIN:
            raise Broken("the API did not recover when there were connections again")
        time.sleep(0.05)
    return {"refused_ms": slowest * 1000, "recovered_s": time.monotonic() - began}


@contextmanager
def _all_connections(stage: Stage) -> Iterator[None]:
    """Take away those that the API has, until there is not one left."""
    ledger = stage.ledger.connection
    info = ledger.info
    taken = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'resortbook'"
    )
    with ExitStack() as stack:
        stage.storage.engine.dispose()
        for _ in range(5):
            ledger.execute(taken)
            with suppress(psycopg.OperationalError):
                while True:
                    one = psycopg.connect(info.dsn, password=info.password or None)
                    stack.callback(one.close)
        yield


def _asked(port: int, path: str) -> tuple[int, float]:
    began = time.monotonic()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            status = int(answer.status)
    except urllib.error.HTTPError as refused:
        status = refused.code
    return status, time.monotonic() - began


def _messages(stage: Stage) -> list[str]:
    url = f"{stage.env['PUBLIC_URL']}/webhooks/whatsapp"
    signer = Poster(stage.env["TWILIO_AUTH_TOKEN"], now=lambda: datetime.now(UTC))
    phones = [
        Phone(
            account_sid=stage.env["TWILIO_ACCOUNT_SID"],
            sender=f"whatsapp:{stage.env['TWILIO_WHATSAPP_FROM']}",
            address=f"whatsapp:{phone_of(number)}",
        )
        for number in range(WEBHOOKS)
    ]
    return [_post(signer, url, phone.text("A jet ski tomorrow at ten?")) for phone in phones]


def _post(signer: Poster, url: str, form: dict[str, str]) -> str:
    body = urlencode(form)
    lines = {**signer.headers(url, form), "Content-Length": str(len(body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST /webhooks/whatsapp HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}\r\n{body}"


def _own(guest: int) -> Iterator[str]:
    headers = {"Authorization": f"Bearer {token_of(guest)}"}
    return (load.get(path, headers=headers) for path in (requests.BOOKINGS, "/api/v1/auth/me/"))
