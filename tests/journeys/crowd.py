"""One process of a crowd: `python -m tests.journeys.crowd`, orders: a line of JSON on input.

Its guests act through the HTTP application at once, one thread each; what they were answered
is written to standard output as JSON.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

from dependency_injector import providers
from sqlalchemy import update

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import open_storage
from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.bootstrap import build
from resortbook.settings import Settings
from resortbook_api.app import create_app
from tests.resort_fixtures import SECRETS


def unguarded(slot_id: Any, seats: Any, whole: Any) -> Any:
    """Claim seats without looking: what the product must never do."""
    taken = time_slots.c.booked_count * 0
    return update(time_slots).where(time_slots.c.id == slot_id).values(booked_count=taken)


def main() -> None:
    """Do as ordered."""
    orders = json.loads(sys.stdin.readline())
    environ = {"DATABASE_URL": orders["url"], **SECRETS}
    settings = Settings.load(environ, var_dir=Path(orders["folder"]))
    container = build(settings)
    if orders["unguarded"]:
        cipher = Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())
        storage = open_storage(settings.database_url, cipher=cipher, claim=unguarded)
        container.storage.override(providers.Object(storage))
    resort = container.resort()
    app = create_app(resort, settings)
    start = Barrier(len(orders["guests"]))

    def act(guest: dict[str, Any]) -> list[dict[str, Any]]:
        client = app.test_client()
        headers = {"Authorization": f"Bearer {guest['token']}"}
        start.wait()
        return [_call(client, headers, request) for request in guest["requests"]]

    with ThreadPoolExecutor(len(orders["guests"])) as pool:
        answers = list(pool.map(act, orders["guests"]))
    resort.close()
    json.dump(answers, sys.stdout)


def _call(client: Any, headers: dict[str, str], request: dict[str, Any]) -> dict[str, Any]:
    answer = client.open(
        f"/api/v1{request['path']}",
        method=request.get("method", "POST"),
        json=request.get("body", {}),
        headers={**headers, **request.get("headers", {})},
    )
    return {"status": answer.status_code, "body": answer.get_json(silent=True)}


if __name__ == "__main__":
    main()
