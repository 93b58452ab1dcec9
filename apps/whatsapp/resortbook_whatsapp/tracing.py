"""The id of each request, its line in the log, its count, and headers that every answer has."""

import logging
import time

from flask import Flask, Response, g, request

from resortbook.application.metrics import RequestMetrics
from resortbook.application.trace import begin_request, current_request, level_of
from resortbook.ports.world import Ids

log = logging.getLogger(__name__)

REQUEST_ID = "X-Request-ID"
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
HTTPS_ALONE = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def watch_requests(app: Flask, *, ids: Ids, metrics: RequestMetrics, is_https: bool) -> None:
    """Give every request of `app` an id, a line in the log and a count."""
    headers = HEADERS | (HTTPS_ALONE if is_https else {})

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()
        begin_request(request.headers.get(REQUEST_ID, ""), ids=ids)

    @app.after_request
    def end(response: Response) -> Response:
        response.headers.update({**headers, REQUEST_ID: current_request.get()})
        seconds = time.perf_counter() - g.began
        # The rule that the path matched: a path could name anybody.
        route = request.url_rule.rule if request.url_rule is not None else "(none)"
        metrics.count(request.method, route, response.status_code, seconds=seconds)
        log.log(
            level_of(request.method, route),
            "request.answered request=%s method=%s route=%s status=%d ms=%d",
            current_request.get(),
            request.method,
            route,
            response.status_code,
            seconds * 1000,
        )
        return response
