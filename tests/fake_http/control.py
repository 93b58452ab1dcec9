"""A fake seen from other processes: its state by `/_fake/…`, and its life as a program."""

import dataclasses
import json
import signal
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from tests.fake_http.program import READY
from tests.fake_http.server import Reply, Request

PREFIX = "/_fake/"
JSON = {"Content-Type": "application/json"}


class Fake(Protocol):
    """What runs as a program."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


def as_json(value: Any) -> bytes:
    """Return JSON of records too: times as RFC 3339, dataclasses as objects."""
    return json.dumps(value, default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    raise TypeError(type(value).__name__)


def control(actions: Mapping[str, Callable[[Any], Any]], request: Request) -> Reply | None:
    """Answer `/_fake/NAME` by that action, which gets the JSON that was sent (or None).

    None where the path is another one.
    """
    if not request.path.startswith(PREFIX):
        return None
    action = actions.get(request.path.removeprefix(PREFIX).strip("/"))
    if action is None:
        return Reply(status=404, body=as_json({"known": sorted(actions)}), headers=JSON)
    try:
        told = action(json.loads(request.body) if request.body else None)
    except (KeyError, TypeError, ValueError) as error:
        return Reply(status=400, body=as_json({"wrong": repr(error)}), headers=JSON)
    return Reply(body=as_json(told), headers=JSON)


def run(fake: Fake, *, told: Callable[[], str]) -> None:
    """Serve until SIGINT or SIGTERM; print what `told` says once it listens, and that
    it is ready."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    fake.start()
    print(told(), READY, sep="\n", flush=True)
    ended.wait()
    fake.stop()
