"""How much the API does and how fast, for Prometheus."""

import time
from dataclasses import dataclass, field

from flask import Flask, Response, g, request
from prometheus_client import Gauge

from resortbook.application.metrics import PAGE_TYPE, RequestMetrics
from resortbook_api.paths import route_of_request


@dataclass(slots=True)
class Metrics:
    """The counts of one application in one process."""

    requests: RequestMetrics = field(default_factory=RequestMetrics)
    streams: Gauge = field(init=False)

    def __post_init__(self) -> None:
        """Begin at nothing."""
        self.streams = Gauge(
            "resortbook_live_streams",
            "Pages that listen to changes",
            registry=self.requests.registry,
        )

    def watch(self, app: Flask) -> None:
        """Count the requests of `app`."""
        app.after_request(self._count)

    def page(self) -> Response:
        """Return everything in Prometheus's text form."""
        return Response(self.requests.page(), content_type=PAGE_TYPE)

    def _count(self, response: Response) -> Response:
        took = time.perf_counter() - g.began
        route = route_of_request()
        self.requests.count(request.method, route, response.status_code, seconds=took)
        return response
