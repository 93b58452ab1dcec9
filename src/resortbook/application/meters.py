"""What one process counts of the work within it, for Prometheus."""

from os import kill
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

STATEMENT_BUCKETS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0)


class Meters:
    """Statements, connections, sends, breakers, cache: counted where they happen.

    Made once in a process. Where several processes share what they count in a folder, a page of
    any of them shows the sum of all.
    """

    def __init__(self, shared_in: Path | None = None) -> None:
        """Begin at nothing; `shared_in` is the folder where processes share their counts."""
        self.registry = CollectorRegistry()
        self._shared_in = shared_in
        self._statements = Histogram(
            "resortbook_statement_seconds",
            "How long statements took, by the code that asks them",
            ("statement",),
            buckets=STATEMENT_BUCKETS,
            registry=self.registry,
        )
        self._connections = Gauge(
            "resortbook_pool_connections_used",
            "Connections to the database that are in use",
            multiprocess_mode="livesum",
            registry=self.registry,
        )
        self._shortages = Counter(
            "resortbook_pool_shortages",
            "How often a connection was waited for in vain",
            registry=self.registry,
        )
        self._sends = Counter(
            "resortbook_sends",
            "Messages handed to the provider, by what they tell and how that ended",
            ("kind", "outcome"),
            registry=self.registry,
        )
        self._breakers = Gauge(
            "resortbook_breaker_open",
            "Whether a provider is left alone for a while",
            ("provider",),
            multiprocess_mode="livemax",
            registry=self.registry,
        )
        self._lookups = Counter(
            "resortbook_cache_lookups",
            "Lookups in the cache",
            ("outcome",),
            registry=self.registry,
        )

    def ran(self, statement: str, *, seconds: float) -> None:
        """Count a statement by the name of the code that asks it."""
        self._statements.labels(statement).observe(seconds)

    def lent(self, change: int) -> None:
        """Count connections in use up or down."""
        self._connections.inc(change)

    def was_short(self) -> None:
        """Count a connection that was waited for in vain."""
        self._shortages.inc()

    def sent(self, kind: str, outcome: str) -> None:
        """Count a send by what it tells and how it ended."""
        self._sends.labels(kind, outcome).inc()

    def broke(self, provider: str, is_open: bool) -> None:
        """Note how the breaker of a provider stands."""
        self._breakers.labels(provider).set(is_open)

    def looked_up(self, is_hit: bool) -> None:
        """Count a lookup in the cache."""
        self._lookups.labels("hit" if is_hit else "miss").inc()

    def page(self, *others: CollectorRegistry, asked: CollectorRegistry | None = None) -> bytes:
        """Return everything in Prometheus's text form, whose type is `metrics.PAGE_TYPE`.

        `others` are counted like these meters; `asked` is looked up for this page alone.
        """
        told = CollectorRegistry()
        ProcessCollector(registry=told)
        PlatformCollector(registry=told)
        counted = [self.registry, *others]
        if self._shared_in is not None:
            _forget_dead(self._shared_in)
            counted = [CollectorRegistry()]
            MultiProcessCollector(counted[0], str(self._shared_in))
        pages = [told, *([asked] if asked else []), *counted]
        return b"".join(map(generate_latest, pages))


def _forget_dead(folder: Path) -> None:
    """What a process held that was killed is held by nobody any more."""
    for pid in {path.stem.rpartition("_")[2] for path in folder.glob("gauge_live*_*.db")}:
        try:
            kill(int(pid), 0)
        except ProcessLookupError:
            mark_process_dead(int(pid), str(folder))
