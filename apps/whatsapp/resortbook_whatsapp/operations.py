"""What operators ask: is it alive, is it ready, how much does it do."""

from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import Forbidden

from resortbook.application.metrics import PAGE_TYPE, RequestMetrics
from resortbook.application.operations import is_monitoring, readiness
from resortbook.application.resort import Resort
from resortbook.settings import Settings


def operations_of(resort: Resort, settings: Settings, metrics: RequestMetrics) -> Blueprint:
    """Return the pages for the operators of a process that serves webhooks alone."""
    blueprint = Blueprint("operations", __name__)
    uses_redis = bool(settings.redis_url)

    @blueprint.get("/health/live")
    def live() -> dict[str, Any]:
        """Look at nothing outside of the process."""
        return {"status": "ok"}

    @blueprint.get("/health/ready")
    def ready() -> dict[str, Any]:
        """Say whether messages can be kept."""
        return readiness(
            resort.reads.health, resort.cache, resort.stopping, uses_redis=uses_redis
        )

    @blueprint.get("/metrics")
    def counts() -> Response:
        """Show the counts, in production to the resort's own monitoring alone."""
        if settings.is_production and not _is_monitoring(settings):
            raise Forbidden("Metrics are for the resort's own monitoring")
        return Response(resort.meters.page(metrics.registry), content_type=PAGE_TYPE)

    return blueprint


def _is_monitoring(settings: Settings) -> bool:
    return is_monitoring(
        request.remote_addr or "",
        is_forwarded="X-Forwarded-For" in request.headers or "Forwarded" in request.headers,
        authorization=request.headers.get("Authorization", ""),
        metrics_token=settings.metrics_token,
    )
