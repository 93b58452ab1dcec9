"""What waits and what was done, for Prometheus."""

from collections.abc import Iterator, Sequence

from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from resortbook.application.house_metrics import HouseMetrics, gauge
from resortbook.application.resort import Resort
from resortbook_worker.tally import counts_in, leads_in


class WorkMetrics(Collector):
    """The page of a worker: its own counts, those of its processes, and what waits."""

    def __init__(self, resort: Resort, numbers: Sequence[float]) -> None:
        """Show the numbers of all workers that write there."""
        self._resort = resort
        self._numbers = numbers
        self._asked = HouseMetrics(resort).registry()
        self._asked.register(self)

    def page(self) -> bytes:
        """Return everything in Prometheus's text form."""
        return self._resort.meters.page(asked=self._asked)

    def describe(self) -> list[Metric]:
        """Tell of nothing before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Add up what the processes did."""
        runs = CounterMetricFamily(
            "resortbook_jobs", "Steps of the work that ended", labels=["step", "outcome"]
        )
        for count in counts_in(self._numbers):
            runs.add_metric([count.step, "done"], count.done)
            runs.add_metric([count.step, "failed"], count.failed)
        yield runs
        yield gauge(
            "resortbook_worker_leads",
            "Whether this worker does what time alone brings about",
            leads_in(self._numbers),
        )
