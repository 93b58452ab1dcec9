"""What a failure is told as: one line and a status."""

import logging
from collections.abc import Mapping

import click

from resortbook.domain.errors import InvalidInput, Misconfigured, ResortError

REFUSED = 1
WRONG_USAGE = 2
INTERRUPTED = 130

log = logging.getLogger(__name__)


class Refused(click.ClickException):
    """A command that did not do what was asked for; the message says why in one line."""


def explained(error: Exception) -> tuple[int, list[str]]:
    """Return the exit status and the lines for standard error; wrong settings have one each."""
    if isinstance(error, Misconfigured):
        return WRONG_USAGE, [f"Error: {line}" for line in error.message.splitlines()]
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return WRONG_USAGE, error.format_message().splitlines()
    if isinstance(error, click.UsageError):
        return WRONG_USAGE, [_usage(error)]
    if isinstance(error, click.Abort):
        return INTERRUPTED, ["Stopped."]
    return REFUSED, [f"Error: {_one_line(_reason(error))}"]


def _reason(error: Exception) -> str:
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, InvalidInput):
        return _by_field(error)
    if isinstance(error, ResortError):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    log.debug("command.failed", exc_info=error)
    return f"Something went wrong here ({type(error).__name__}: {error})"


def _by_field(error: InvalidInput) -> str:
    fields = error.details.get("fields")
    if not isinstance(fields, Mapping):
        return error.message
    told = [
        text if field == "file" else f"{field}: {text}"
        for field, texts in fields.items()
        for text in (texts if isinstance(texts, list) else [texts])
    ]
    return "; ".join(str(line) for line in told)


def _usage(error: click.UsageError) -> str:
    where = error.ctx.command_path if error.ctx else "resortbook"
    return f"Error: {_one_line(error.format_message())} (see “{where} --help”)"


def _one_line(text: str) -> str:
    return " ".join(text.split())
