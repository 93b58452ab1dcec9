"""How much the API does and how fast, for Prometheus."""

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Gauge

from resortbook.application.house_metrics import HouseMetrics
from resortbook.application.metrics import PAGE_TYPE, RequestMetrics
from resortbook.application.resort import Resort
from resortbook_api.paths import route_of_request


class Metrics:
    """The counts of one application in one process."""

    def __init__(self, resort: Resort, *, shows_house: bool) -> None:
        """Begin at nothing; `shows_house` where no worker tells how the resort stands."""
        self.requests = RequestMetrics()
        self._resort = resort
        self._asked: CollectorRegistry | None = None
        if shows_house:
            self._asked = HouseMetrics(resort).registry()
        self.streams = Gauge(
            "resortbook_live_streams",
            "Pages that listen to changes",
            multiprocess_mode="livesum",
            registry=self.requests.registry,
        )

    def watch(self, app: Flask) -> None:
        """Count the requests of `app`."""
        app.after_request(self._count)

    def page(self) -> Response:
        """Return everything in Prometheus's text form."""
        text = self._resort.meters.page(self.requests.registry, asked=self._asked)
        return Response(text, content_type=PAGE_TYPE)

    def _count(self, response: Response) -> Response:
        took = time.perf_counter() - g.began
        route = route_of_request()
        self.requests.count(request.method, route, response.status_code, seconds=took)
        return response
