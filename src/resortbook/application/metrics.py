"""How much a process serves and how fast, for Prometheus."""

from dataclasses import dataclass, field

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram

BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
PAGE_TYPE = CONTENT_TYPE_LATEST


@dataclass(slots=True)
class RequestMetrics:
    """The counts of the requests of one process; further ones may join its `registry`, which
    `Meters.page` shows.
    """

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    _requests: Counter = field(init=False)
    _seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        """Begin at nothing."""
        self._requests = Counter(
            "resortbook_http_requests",
            "Requests that were answered",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "resortbook_http_request_seconds",
            "From a request to its answer",
            ("method", "route"),
            buckets=BUCKETS,
            registry=self.registry,
        )

    def count(self, method: str, route: str, status: int, *, seconds: float) -> None:
        """Count one request; `route` is the rule that its path matched, never the path."""
        # Only what we know ourselves becomes a label: anybody may invent methods.
        known = method if method in METHODS else "(other)"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(known, route).observe(seconds)
