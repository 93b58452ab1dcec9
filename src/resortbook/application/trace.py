"""The id of the request that is being worked on, for rows and log lines that it leads to."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from resortbook.ports.world import Ids

current_request: ContextVar[str] = ContextVar("current_request", default="")

# Monitoring and the simulator's page ask for these over and over; nobody wants a line of each.
POLLED = frozenset({"/health/live", "/health/ready", "/metrics", "/simulator/messages"})

_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{1,128}")


def begin_request(shown: str, *, ids: Ids) -> None:
    """Work under the id that the caller showed, where it is fit for a log, else a new one."""
    current_request.set(shown if _ACCEPTED.fullmatch(shown) else str(ids.new()))


@contextmanager
def working_for(request: str) -> Iterator[None]:
    """Work meanwhile for the request that led to this, whichever process took it."""
    before = current_request.set(request)
    try:
        yield
    finally:
        current_request.reset(before)


def level_of(method: str, route: str) -> int:
    """Return the level of the line in the log that tells of an answered request."""
    return logging.DEBUG if method in ("GET", "HEAD") and route in POLLED else logging.INFO
