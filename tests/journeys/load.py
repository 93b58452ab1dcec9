"""One process of a mixed load: `python -m tests.journeys.load`, orders: a line of JSON.

Its guests hold, confirm, cancel, move and change parties at random through HTTP until the time
is over, while one thread with a clock that is ahead ends holds under their feet. The statuses
are counted on standard output.
"""

import json
import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dependency_injector import providers

from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook_api.app import create_app
from tests.resort_fixtures import MovableClock, settings_for


def main() -> None:
    """Do as ordered."""
    orders = json.loads(sys.stdin.readline())
    settings = settings_for(orders["url"], Path(orders["folder"]))
    resort: Resort = build(settings).resort()
    ahead = build(settings)
    ahead.clock.override(providers.Object(MovableClock(datetime.now(UTC))))
    app = create_app(resort, settings)
    ends_at = time.monotonic() + orders["seconds"]
    with ThreadPoolExecutor(len(orders["tokens"]) + 1) as pool:
        ending = pool.submit(_end_holds, ahead, ends_at)
        counts = pool.map(
            lambda token: _guest(app.test_client(), token, orders, ends_at), orders["tokens"]
        )
        total: Counter[str] = sum(counts, Counter())
        total["ended by the clock"] = ending.result()
    resort.close()
    ahead.resort().close()
    json.dump(total, sys.stdout)


def _end_holds(container: Any, ends_at: float) -> int:
    ended = 0
    while time.monotonic() < ends_at:
        # Only holds of over two seconds ago are over for this clock.
        container.clock().at = datetime.now(UTC) + timedelta(minutes=30, seconds=-2)
        ended += container.resort().bookings.expire_pending_bookings()
        time.sleep(0.2)
    return ended


def _guest(client: Any, token: str, orders: dict[str, Any], ends_at: float) -> Counter[str]:
    chance = random.Random(token)
    counts: Counter[str] = Counter()
    mine: list[str] = []
    headers = {"Authorization": f"Bearer {token}"}
    while time.monotonic() < ends_at:
        method, path, body = _wish(chance, mine, orders)
        answer = client.open(f"/api/v1{path}", method=method, json=body, headers=headers)
        counts[f"{answer.status_code}"] += 1
        if answer.status_code == 201:
            mine.append(answer.get_json()["id"])
    return counts


def _wish(
    chance: random.Random, mine: list[str], orders: dict[str, Any]
) -> tuple[str, str, dict[str, Any]]:
    slot = chance.choice(orders["slots"])
    people = chance.randint(1, 4)
    if not mine or chance.random() < 0.3:
        wish = {"activity_id": orders["activity"], "time_slot_id": slot, "participants": people}
        return "POST", "/bookings/", wish
    booking = f"/bookings/{chance.choice(mine[-6:])}/"
    return chance.choice(
        [
            ("POST", f"{booking}confirm/", {}),
            ("POST", f"{booking}cancel/", {}),
            ("POST", f"{booking}reschedule/", {"time_slot_id": slot}),
            ("PATCH", booking, {"participants": people}),
        ]
    )


if __name__ == "__main__":
    main()
