"""How much the API does and how fast, for Prometheus."""

import time
from dataclasses import dataclass, field

from flask import Flask, Response, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

from resortbook_api.paths import route_of_request

BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class Metrics:
    """The counts of one application in one process."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)
    streams: Gauge = field(init=False)

    def __post_init__(self) -> None:
        """Begin at nothing."""
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.requests = Counter(
            "resortbook_http_requests",
            "Requests that were answered",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "resortbook_http_request_seconds",
            "From a request to its answer",
            ("method", "route"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.streams = Gauge(
            "resortbook_live_streams", "Pages that listen to changes", registry=self.registry
        )

    def watch(self, app: Flask) -> None:
        """Count the requests of `app`."""
        app.after_request(self._count)

    def page(self) -> Response:
        """Return everything in Prometheus's text form."""
        return Response(generate_latest(self.registry), content_type=CONTENT_TYPE_LATEST)

    def _count(self, response: Response) -> Response:
        # Only what we know ourselves becomes a label: anybody may invent paths and methods.
        method = request.method if request.method in METHODS else "(other)"
        route = route_of_request()
        self.requests.labels(method, route, str(response.status_code)).inc()
        self.seconds.labels(method, route).observe(time.perf_counter() - g.began)
        return response
