"""What operators ask of a worker, as a WSGI application: is it alive and ready, what waits."""

import json
import logging
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from resortbook.application.metrics import PAGE_TYPE
from resortbook.application.operations import is_monitoring, readiness
from resortbook.application.resort import Resort
from resortbook.application.trace import begin_request, current_request
from resortbook.domain.errors import Unavailable
from resortbook.settings import Settings
from resortbook_worker.metrics import WorkMetrics

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

JSON = "application/json"
METHODS = ("GET", "HEAD")
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
STATUSES = {
    200: "200 OK",
    403: "403 Forbidden",
    404: "404 Not Found",
    405: "405 Method Not Allowed",
    500: "500 Internal Server Error",
    503: "503 Service Unavailable",
}
Answer = tuple[int, bytes, dict[str, str]]

log = logging.getLogger(__name__)


class Operations:
    """Serves /health/live, /health/ready and /metrics."""

    def __init__(self, resort: Resort, settings: Settings, metrics: WorkMetrics) -> None:
        """Tell of this resort, to whom these settings allow it."""
        self._resort = resort
        self._settings = settings
        self._metrics = metrics
        self._pages = {
            "/health/live": lambda _: _json(200, {"status": "ok"}),
            "/health/ready": self._ready,
            "/metrics": self._counts,
        }

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        began = time.perf_counter()
        begin_request(environ.get("HTTP_X_REQUEST_ID", ""), ids=self._resort.ids)
        path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
        status, body, headers = self._answer(path, method, environ)
        headers |= {**HEADERS, "Content-Length": str(len(body))}
        headers["X-Request-ID"] = current_request.get()
        start_response(STATUSES[status], list(headers.items()))
        log.debug(
            "request.answered request=%s route=%s status=%d ms=%d",
            current_request.get(),
            path if path in self._pages else "(none)",
            status,
            (time.perf_counter() - began) * 1000,
        )
        return [b"" if method == "HEAD" else body]

    def _answer(self, path: str, method: str, environ: "WSGIEnvironment") -> Answer:
        if path not in self._pages:
            return _refusal(404, "NOT_FOUND", "There is nothing at this address")
        if method not in METHODS:
            answer = _refusal(
                405, "METHOD_NOT_ALLOWED", "This address does not take that method"
            )
            answer[2]["Allow"] = ", ".join(METHODS)
            return answer
        try:
            return self._pages[path](environ)
        except Exception:
            log.exception("request.failed request=%s", current_request.get())
            details = {"request_id": current_request.get()}
            return _refusal(500, "INTERNAL_ERROR", "Something went wrong on our side", details)

    def _ready(self, _: "WSGIEnvironment") -> Answer:
        try:
            resort, uses_redis = self._resort, bool(self._settings.redis_url)
            works = readiness(
                resort.reads.health, resort.cache, resort.stopping, uses_redis=uses_redis
            )
            return _json(200, works)
        except Unavailable as away:
            answer = _refusal(503, "SERVICE_UNAVAILABLE", away.message, away.details)
            answer[2]["Retry-After"] = str(away.retry_after_seconds)
            return answer

    def _counts(self, environ: "WSGIEnvironment") -> Answer:
        if self._settings.is_production and not self._is_monitoring(environ):
            says = "Metrics are for the resort's own monitoring"
            return _refusal(403, "FORBIDDEN", says)
        return 200, self._metrics.page(), {"Content-Type": PAGE_TYPE}

    def _is_monitoring(self, environ: "WSGIEnvironment") -> bool:
        return is_monitoring(
            environ.get("REMOTE_ADDR", ""),
            is_forwarded="HTTP_X_FORWARDED_FOR" in environ or "HTTP_FORWARDED" in environ,
            authorization=environ.get("HTTP_AUTHORIZATION", ""),
            metrics_token=self._settings.metrics_token,
        )


def _json(status: int, told: Mapping[str, object]) -> Answer:
    body = json.dumps(told, ensure_ascii=False).encode()
    return status, body, {"Content-Type": JSON}


def _refusal(
    status: int, code: str, message: str, details: Mapping[str, object] | None = None
) -> Answer:
    error = {"code": code, "message": message, "details": details or {}}
    return _json(status, {"error": error})
