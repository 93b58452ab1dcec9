"""The relay by itself, and how soon after a commit a worker that rests sends."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from statistics import median, quantiles

from bench.api import COMMAND
from bench.figures import Round
from bench.ids import Of, numbered, numbered_sql
from bench.processes import Broken, free_port, serving
from bench.stage import Stage
from bench.stock import SPREAD_SLOTS, activity_of_slot, phone_of
from resortbook import Settings, open_resort
from resortbook.adapters.local.world import SystemClock, Uuid7Ids
from resortbook.application.hold import BookingRequest
from resortbook.application.relay import RelayService
from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from resortbook.domain.events import EventKind
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio

ROWS = 1_500
WAKES = 50
REST_SECONDS = 0.08  # between two bookings: no wake finds the worker busy
PATIENCE_SECONDS = 10.0


def rows_a_second(stage: Stage) -> Round:
    """Let one relay close rows that concern nobody, each told by itself and by a commit of its
    own.
    """
    stage.ledger.clear()
    stage.ledger.connection.execute(
        "INSERT INTO outbox (id, kind, subject_id, version, door, created_at, due_at,"
        " request_id, notify, state, attempts, last_error)"
        f" SELECT {numbered_sql(Of.EVENT, 'n')}, %s, {numbered_sql(Of.BOOKING, 'n')}, 1, 'web',"
        " now(), now(), '', true, 'pending', 0, '' FROM generate_series(1, %s) n",
        [EventKind.BOOKING_CREATED.value, ROWS],
    )
    stage.ledger.connection.execute("VACUUM (ANALYZE) outbox")
    relay = RelayService(
        storage=stage.storage,
        clock=SystemClock(),
        ids=Uuid7Ids(),
        tell={EventKind.BOOKING_CREATED: lambda _: True},
    )
    began = time.perf_counter()
    closed = relay.sweep()
    took = time.perf_counter() - began
    if not closed:
        raise Broken("the relay closed nothing")
    return {"relay_rate": closed / took}


def commit_to_send(stage: Stage) -> Round:
    """Book one after the other, and see when each message reaches the provider."""
    stage.ledger.clear()
    stage.ledger.connection.execute("UPDATE guest_addresses SET last_inbound_at = now()")
    with (
        FakeTwilio() as fake,
        _worker(stage, fake) as settings,
        closing(open_resort(settings)) as resort,
    ):
        waits = sorted(_wait(resort, fake, number) for number in range(WAKES))
    return {"wake_p50": median(waits) * 1000, "wake_p95": quantiles(waits, n=20)[-1] * 1000}


@contextmanager
def _worker(stage: Stage, fake: FakeTwilio) -> Iterator[Settings]:
    port = free_port()
    env = {
        **stage.env,
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_WHATSAPP_FROM": SENDER.removeprefix("whatsapp:"),
        "TWILIO_API_BASE_URL": fake.url,
    }
    command = [*COMMAND, "worker", "--port", str(port)]
    log = stage.folder / "worker.log"
    with serving(command, port=port, log=log, env=env, cwd=stage.folder):
        time.sleep(1.0)  # until it listens to Redis too
        yield Settings.load(environ=env)


def _wait(resort: Resort, fake: FakeTwilio, number: int) -> float:
    fake.inbound(phone_of(number))
    request = BookingRequest(
        activity_id=numbered(Of.ACTIVITY, activity_of_slot(number % SPREAD_SLOTS)),
        time_slot_id=numbered(Of.SLOT, number % SPREAD_SLOTS),
    )
    by = Actor.guest(numbered(Of.GUEST, number), door=Door.WEB)
    already = len(fake.calls)
    time.sleep(REST_SECONDS)
    resort.bookings.create_booking(request, by=by)
    committed = time.monotonic()
    while len(fake.calls) == already:
        if time.monotonic() - committed > PATIENCE_SECONDS:
            raise Broken("a message was never sent")
        time.sleep(0.001)
    return max(0.0, fake.calls[already].seconds - committed)
