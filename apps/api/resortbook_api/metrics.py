"""How much the API does and how fast, for Prometheus."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import Flask, Response, g, request
from prometheus_client import Gauge
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from resortbook.application.metrics import PAGE_TYPE, RequestMetrics
from resortbook.application.resort import Resort
from resortbook.domain.errors import Unavailable
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


class WaitingGuests(Collector):
    """Asks the database, whenever it is asked, who waits for the desk; without it there is
    nothing to tell.
    """

    def __init__(self, resort: Resort) -> None:
        """Look at the conversations of `resort`."""
        self._resort = resort

    def describe(self) -> list[Metric]:
        """Tell of nothing before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Look."""
        try:
            waiting = self._resort.handover.waiting_since()
        except Unavailable:
            return
        now = self._resort.clock.now()
        longest = max(0.0, (now - waiting[0]).total_seconds()) if waiting else 0.0
        yield GaugeMetricFamily(
            "resortbook_conversations_waiting",
            "Guests who wait for somebody at the desk",
            value=len(waiting),
        )
        yield GaugeMetricFamily(
            "resortbook_conversations_longest_waiting_seconds",
            "How long the first of them has waited",
            value=longest,
        )
