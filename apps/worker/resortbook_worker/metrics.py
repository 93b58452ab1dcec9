"""What waits and what was done, for Prometheus."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from resortbook.application.resort import Resort
from resortbook.domain.errors import Unavailable
from resortbook.ports.backlog import Backlog
from resortbook_worker.tally import counts_in, leads_in


class WorkMetrics(Collector):
    """Asks the database and Redis whenever it is asked; what is away is left out, and said."""

    def __init__(self, resort: Resort, numbers: Sequence[float]) -> None:
        """Show the numbers of all workers that write there."""
        self._resort = resort
        self._numbers = numbers
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._registry.register(self)

    def page(self) -> bytes:
        """Return everything in Prometheus's text form."""
        return generate_latest(self._registry)

    def describe(self) -> list[Metric]:
        """Tell of nothing before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Look everywhere."""
        yield from self._done()
        yield _gauge(
            "resortbook_worker_leads",
            "Whether this worker does what time alone brings about",
            leads_in(self._numbers),
        )
        waiting = self._resort.waker.waiting()
        yield _gauge("resortbook_redis_up", "Whether wakes go by Redis", waiting is not None)
        jobs = GaugeMetricFamily(
            "resortbook_queue_jobs", "Jobs that wait for a worker", labels=["job"]
        )
        for job, count in (waiting or {}).items():
            jobs.add_metric([job], count)
        yield jobs
        yield from self._backlog()

    def _done(self) -> Iterator[Metric]:
        runs = CounterMetricFamily(
            "resortbook_jobs", "Steps of the work that ended", labels=["job", "outcome"]
        )
        for count in counts_in(self._numbers):
            runs.add_metric([count.step, "done"], count.done)
            runs.add_metric([count.step, "failed"], count.failed)
        yield runs

    def _backlog(self) -> Iterator[Metric]:
        try:
            backlog = self._resort.backlog()
        except Unavailable:
            yield _gauge("resortbook_database_up", "Whether the database answers", False)
            return
        yield _gauge("resortbook_database_up", "Whether the database answers", True)
        yield from _gauges_of(backlog, now=self._resort.clock.now())


def _gauges_of(backlog: Backlog, *, now: datetime) -> Iterator[Metric]:
    events = GaugeMetricFamily(
        "resortbook_outbox_events", "Events that are not told, by state", labels=["state"]
    )
    for state in ("due", "planned", "blocked", "failed"):
        events.add_metric([state], getattr(backlog, state))
    yield events
    yield _gauge(
        "resortbook_outbox_oldest_due_seconds",
        "How long the oldest event waits that is due",
        _age(backlog.oldest_due_at, now),
    )
    yield _gauge("resortbook_inbox_waiting", "Messages of guests that wait", backlog.unanswered)
    yield _gauge(
        "resortbook_inbox_oldest_waiting_seconds",
        "How long the oldest message of a guest waits",
        _age(backlog.oldest_unanswered_at, now),
    )


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _gauge(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(name, says, value=value)
