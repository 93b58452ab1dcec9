"""One round: every measure once, one after the other, those that are compared side by side."""

import sys
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import load, relay, requests, small, stress
from bench.client import Outcome, Task
from bench.figures import Round
from bench.floor import CLIENTS, HOT, SPREAD
from bench.full_disk import full_disk
from bench.peers.measures import beside, file_by_nginx
from bench.peers.peer import Peer
from bench.processes import Broken, free_port, serving
from bench.stage import Stage
from bench.stock import HOT_SLOT, RUSH_SEATS
from bench.writers import on_sqlite

WARM_UP_SECONDS = 0.7
RUSHES = 7
RUSH_GUESTS = 500
EXPECTED_RUSH = {201: RUSH_SEATS, 409: RUSH_GUESTS - RUSH_SEATS}


def one_round(stage: Stage, peer: Peer | None, *, seconds: float) -> Round:
    """Measure everything once; what is compared with a peer only where there is one."""
    figures: Round = {}
    figures |= _booked(stage, "spread", slot=None, seconds=seconds)
    figures |= small.memory(stage.pid)
    figures |= _floor(stage, "five_spread", stage.five_trips(SPREAD), seconds=seconds)
    figures |= _floor(stage, "one_spread", stage.one_statement(SPREAD), seconds=seconds)
    figures |= _booked(stage, "hot", slot=HOT_SLOT, seconds=seconds)
    figures |= _floor(stage, "five_hot", stage.five_trips(HOT), seconds=seconds)
    figures |= _floor(stage, "one_hot", stage.one_statement(HOT), seconds=seconds)
    figures |= _rushes(stage)
    figures["rush_floor"] = RUSH_GUESTS / figures["five_hot"]
    figures |= _lists(stage, seconds=seconds)
    figures |= file_by_nginx(stage, seconds=seconds)
    figures |= _ceiling(stage, seconds=seconds / 2)
    if peer is not None:
        figures |= beside(stage, peer, seconds=seconds)
    figures |= relay.rows_a_second(stage)
    figures |= relay.commit_to_send(stage)
    figures |= stress.peak_hour(stage, seconds=seconds)
    figures |= stress.webhooks(stage)
    figures |= stress.without_connections(stage)
    figures |= full_disk(stage)
    with TemporaryDirectory(dir=stage.folder) as folder:
        figures |= on_sqlite(Path(folder), seconds=seconds)
    return figures | small.starts()


def _booked(stage: Stage, name: str, *, slot: int | None, seconds: float) -> Round:
    stage.ledger.clear()
    asked = requests.bookings(guests=stage.stock.guests, slot=slot)
    outcome = load.measure(_task(stage, asked, seconds=seconds), expecting=201)
    _check_rows(stage, sum(outcome.statuses.values()))
    return {
        name: outcome.rate,
        f"{name}_p50": outcome.p50_ms,
        f"{name}_p99": outcome.p99_ms,
    }


def _floor(stage: Stage, name: str, script: str, *, seconds: float) -> Round:
    stage.ledger.clear()
    rate, processed = stage.pgbench.run(name, script, seconds=seconds)
    _check_rows(stage, processed)
    return {name: rate}


def _check_rows(stage: Stage, expected: int) -> None:
    counted = stage.ledger.booked()
    if set(counted) != {expected}:
        raise Broken(f"{expected} bookings were acknowledged, of their rows are {counted}")


def _rushes(stage: Stage) -> Round:
    stage.ledger.clear()
    outcomes = [_rush(stage, first_guest=RUSH_GUESTS * number) for number in range(RUSHES)]
    exact = [is_exact for _, is_exact in outcomes]
    return {
        "rush_seconds": median(outcome.seconds for outcome, _ in outcomes),
        "rush_exact": 100 * sum(exact) / len(exact),
    }


def _rush(stage: Stage, *, first_guest: int) -> tuple[Outcome, bool]:
    slot = stage.stock.next_rush_slot()
    asked = requests.bookings(
        guests=stage.stock.guests, slot=slot, total=RUSH_GUESTS, first_guest=first_guest
    )
    task = Task(port=stage.port, requests=asked, connections=RUSH_GUESTS, seconds=30)
    outcome = load.run(task)
    seats = stage.ledger.seats(slot)
    is_exact = outcome.statuses == EXPECTED_RUSH and seats == (RUSH_SEATS, RUSH_SEATS)
    if not is_exact:
        told = Counter(outcome.statuses)
        print(f"A rush was not exact: answers {dict(told)}, seats {seats}", file=sys.stderr)
    return outcome, is_exact


def _lists(stage: Stage, *, seconds: float) -> Round:
    cached = _read(stage, requests.lists(), seconds=seconds)
    packed = _read(stage, requests.lists(encoding="gzip"), seconds=seconds)
    fresh = _read(stage, requests.lists(fresh=True), seconds=seconds)
    rate, _ = stage.pgbench.run("list", stage.list_script, seconds=seconds)
    return {
        "list_cached": cached.rate,
        "list_cached_p99": cached.p99_ms,
        "load_share": cached.cpu_share,
        "list_packed": packed.rate,
        "list_fresh": fresh.rate,
        "list_sql": rate,
    }


def _read(stage: Stage, asked: list[str], *, seconds: float) -> Outcome:
    task = _task(stage, asked, seconds=seconds, again=True)
    return load.measure(task, expecting=200)


def _ceiling(stage: Stage, *, seconds: float) -> Round:
    port = free_port()
    command = [sys.executable, "-m", "bench.echo", str(port), "20000"]
    with serving(command, port=port, log=stage.folder / "echo.log"):
        task = Task(
            port=port,
            requests=requests.lists(),
            connections=CLIENTS,
            seconds=seconds,
            again=True,
        )
        return {"ceiling": load.measure(task, expecting=200).rate}


def _task(stage: Stage, asked: list[str], *, seconds: float, again: bool = False) -> Task:
    return Task(
        port=stage.port,
        requests=asked,
        connections=CLIENTS,
        seconds=seconds,
        warm_up_seconds=WARM_UP_SECONDS,
        again=again,
    )
