"""Log lines: for people on a console, or one JSON object a line for machines."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.stdlib import ProcessorFormatter

from resortbook.application.trace import current_request
from resortbook.bootstrap.reports import report_bugs
from resortbook.settings import Settings

_PAIR = re.compile(r"\s(\w+)=%([sd])")
# They tell of every step of their own at INFO.
_CHATTY = ("alembic.runtime.plugins", "alembic.runtime.migration", "granian.access")
# At whatever level they would write down what is sent: numbers, words, even codes.
_INDISCREET = ("twilio.http_client", "urllib3", "httpx", "httpcore", "openai")


def set_up_logs(settings: Settings) -> None:
    """Write what the process logs to standard error, from `LOG_LEVEL` on, as `LOG_FORMAT` says.

    A line has the time (UTC), the level, the logger, the event, its facts, and the id of the
    request that it belongs to. Errors are reported to SENTRY_DSN as well, where it is set.

    Raises:
        Misconfigured: SENTRY_DSN is set, but the extra for it is not installed.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(settings.log_format))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    for name in (*_CHATTY, *_INDISCREET):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)
    report_bugs(settings)


def _formatter(kind: str) -> logging.Formatter:
    # Never with the values of local variables, which may be a guest's.
    last: list[Any] = [
        structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
    if kind == "json":
        last = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    return ProcessorFormatter(
        processors=[ProcessorFormatter.remove_processors_meta, *last],
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _facts,
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )


def _facts(_: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take `booking.expired id=%s` apart: the event, and its facts by name."""
    template = str(line["event"])
    values = line.pop("positional_args", ())
    pairs = _PAIR.findall(template)
    if pairs and isinstance(values, tuple) and len(pairs) == len(values):
        line["event"] = template.split(None, 1)[0]
        for (name, kind), value in zip(pairs, values, strict=True):
            line[f"{name}_id" if name in line else name] = _plain(kind, value)
    elif values:
        line["event"] = template % values
    if "request" not in line and (request := current_request.get()):
        line["request"] = request
    return line


def _plain(kind: str, value: Any) -> object:
    return int(value) if kind == "d" else str(value)
