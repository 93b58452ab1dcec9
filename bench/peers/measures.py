"""The product's measures once more, on what it is compared with."""

import sys
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from statistics import median

from bench import load, small
from bench.client import Outcome, Task
from bench.figures import Round
from bench.floor import CLIENTS
from bench.ids import Of, numbered
from bench.peers.installed import NotInstalled, program
from bench.peers.nginx import serving_a_file
from bench.peers.peer import Peer
from bench.processes import Broken
from bench.requests import ACTIVITIES, lists
from bench.stage import Stage
from bench.stock import (
    HOLDS_EACH,
    HOT_SLOT,
    LOWEST_PRICE,
    SPREAD_SLOTS,
    activity_of_slot,
)
from resortbook.domain.money import Money

WARM_UP_SECONDS = 0.7
RUSHES = 3
RUSH_GUESTS = 500

Serve = Callable[[], AbstractContextManager[tuple[int, int]]]


def beside(stage: Stage, peer: Peer, *, seconds: float) -> Round:
    """Measure the peer served as the product is, then as it usually is."""
    figures: Round = {}
    with peer.as_ours() as (port, group):
        figures |= _booked(stage, peer, port, "peer_spread", slot=None, seconds=seconds)
        figures |= _named("peer_", small.memory(group))
        figures |= _booked(stage, peer, port, "peer_hot", slot=HOT_SLOT, seconds=seconds)
        figures |= _rushes(stage, peer, port)
        figures["peer_list_cached"] = _read(port, _lists(), seconds=seconds)
        figures["peer_list_fresh"] = _read(port, _lists(fresh=True), seconds=seconds)
    with peer.as_usual() as (port, _):
        figures |= _booked(stage, peer, port, "usual_spread", slot=None, seconds=seconds)
        figures["usual_list_cached"] = _read(port, _lists(), seconds=seconds)
    command = [str(program("python")), "-c", "import bench.peers.django_resort.wsgi"]
    # The routes are read with the first request: that is part of being there.
    command[-1] += ", bench.peers.django_resort.urls"
    return figures | {"peer_import_ms": small.start_ms(command, env=peer.env)}


def file_by_nginx(stage: Stage, *, seconds: float) -> Round:
    """Let nginx serve what the product answers; nothing where there is no nginx."""
    with urllib.request.urlopen(f"http://127.0.0.1:{stage.port}{ACTIVITIES}") as answer:
        body = answer.read()
    try:
        with serving_a_file(body, stage.folder) as port:
            return {"nginx": _read(port, lists(), seconds=seconds)}
    except NotInstalled as missing:
        print(f"Without nginx: {missing}", file=sys.stderr)
        return {}


def _booked(
    stage: Stage, peer: Peer, port: int, name: str, *, slot: int | None, seconds: float
) -> Round:
    peer.clear()
    asked = _bookings(guests=stage.stock.guests, slot=slot)
    outcome = load.measure(_task(port, asked, seconds=seconds), expecting=201)
    if peer.booked() != sum(outcome.statuses.values()):
        raise Broken("the peer lost bookings that it had acknowledged")
    return {name: outcome.rate, f"{name}_p99": outcome.p99_ms}


def _rushes(stage: Stage, peer: Peer, port: int) -> Round:
    peer.clear()
    outcomes = [_rush(stage, port, number) for number in range(RUSHES)]
    return {"peer_rush_seconds": median(outcome.seconds for outcome in outcomes)}


def _rush(stage: Stage, port: int, number: int) -> Outcome:
    asked = _bookings(
        guests=stage.stock.guests,
        slot=stage.stock.next_rush_slot(),
        total=RUSH_GUESTS,
        first_guest=RUSH_GUESTS * number,
    )
    return load.run(Task(port=port, requests=asked, connections=RUSH_GUESTS, seconds=60))


def _bookings(
    *, guests: int, slot: int | None, total: int | None = None, first_guest: int = 0
) -> list[str]:
    asked = []
    for number in range(total or guests * HOLDS_EACH):
        where = number * 7 % SPREAD_SLOTS if slot is None else slot
        guest = (first_guest + number) % guests
        asked.append(
            load.post(
                "/api/bookings/",
                {
                    "activity_id": str(numbered(Of.ACTIVITY, activity_of_slot(where))),
                    "time_slot_id": str(numbered(Of.SLOT, where)),
                    "participants": 1,
                    "special_requests": "A place in the shade, please",
                    "lead_name": "Ana Morales",
                    "room": "1204",
                },
                headers={"Authorization": f"Token {guest:040d}"},
            )
        )
    return asked


def _lists(*, fresh: bool = False) -> list[str]:
    if not fresh:
        return [load.get("/api/activities/")]
    prices = (Money(minor) for minor in range(LOWEST_PRICE.minor))
    return [load.get(f"/api/activities/?min_price={price}") for price in prices]


def _read(port: int, asked: list[str], *, seconds: float) -> float:
    task = _task(port, asked, seconds=seconds, again=True)
    return load.measure(task, expecting=200).rate


def _task(port: int, asked: list[str], *, seconds: float, again: bool = False) -> Task:
    return Task(
        port=port,
        requests=asked,
        connections=CLIENTS,
        seconds=seconds,
        warm_up_seconds=WARM_UP_SECONDS,
        again=again,
    )


def _named(prefix: str, figures: Round) -> Round:
    return {f"{prefix}{name}": value for name, value in figures.items()}
