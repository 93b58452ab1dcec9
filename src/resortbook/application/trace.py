"""The id of the request that is being worked on, for rows and log lines that it leads to."""

from contextvars import ContextVar

current_request: ContextVar[str] = ContextVar("current_request", default="")
