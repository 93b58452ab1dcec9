"""The id of the request that is being worked on, for rows and log lines that it leads to."""

import re
from contextvars import ContextVar

from resortbook.ports.world import Ids

current_request: ContextVar[str] = ContextVar("current_request", default="")

_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{1,128}")


def begin_request(shown: str, *, ids: Ids) -> None:
    """Work under the id that the caller showed, where it is fit for a log, else a new one."""
    current_request.set(shown if _ACCEPTED.fullmatch(shown) else str(ids.new()))
