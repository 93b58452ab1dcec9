"""Bugs told to Sentry, where that is configured, without anything personal."""

from importlib.metadata import version
from typing import Any

from resortbook.application.trace import current_request
from resortbook.domain.errors import Misconfigured
from resortbook.settings import Settings

KEPT = ("event_id", "timestamp", "level", "logger", "release", "environment", "platform", "sdk")
LEFT_OUT = "(left out: the log has it, under the same request)"


def report_bugs(settings: Settings) -> None:
    """Report what is logged as an error from here on, if SENTRY_DSN says where to.

    Raises:
        Misconfigured: the extra `sentry` is not installed.
    """
    if settings.sentry_dsn is None:
        return
    try:
        import sentry_sdk
        from sentry_sdk.integrations.dedupe import DedupeIntegration
        from sentry_sdk.integrations.excepthook import ExcepthookIntegration
        from sentry_sdk.integrations.logging import LoggingIntegration
    except ImportError as error:
        raise Misconfigured("SENTRY_DSN needs the extra: resortbook[sentry]") from error
    sentry_sdk.init(
        settings.sentry_dsn,
        release=f"resortbook@{version('resortbook')}",
        environment=settings.resortbook_env,
        # What the frameworks' own ones would tell is a guest's.
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            LoggingIntegration(level=None, sentry_logs_level=None),
            ExcepthookIntegration(),
            DedupeIntegration(),
        ],
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        max_request_body_size="never",
        before_send=scrubbed,
    )


def scrubbed(report: Any, _: Any) -> Any:
    """Return a report with the event's name, where in the code it was, and its request's id.

    No words of an exception: they may repeat what a guest wrote.
    """
    told = {name: report[name] for name in KEPT if name in report}
    told["tags"] = {"request": current_request.get() or "none"}
    if "logentry" in report:
        told["logentry"] = {"message": report["logentry"]["message"].split(None, 1)[0]}
    if "exception" in report:
        values = report["exception"]["values"]
        told["exception"] = {"values": [{**one, "value": LEFT_OUT} for one in values]}
    return told
