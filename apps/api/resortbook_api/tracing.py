"""The id of each request: taken from the caller or made, returned, logged, and passed on."""

import logging
import time

from flask import Flask, Response, g, request

from resortbook.application.trace import begin_request, current_request, level_of
from resortbook_api.current import resort
from resortbook_api.paths import route_of_request

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"


def trace_requests(app: Flask) -> None:
    """Give every request of `app` an id and a line in the log; call it before other hooks."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    begin_request(request.headers.get(HEADER, ""), ids=resort().ids)


def _end(response: Response) -> Response:
    response.headers[HEADER] = current_request.get()
    route = route_of_request()
    log.log(
        level_of(request.method, route),
        "request.answered request=%s method=%s route=%s status=%d ms=%d",
        current_request.get(),
        request.method,
        route,
        response.status_code,
        (time.perf_counter() - g.began) * 1000,
    )
    return response
