"""What stands in the database and in Redis, looked up when a page of metrics is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from resortbook.application.assistant_metrics import of_assistant
from resortbook.application.resort import Resort
from resortbook.domain.errors import Unavailable
from resortbook.ports.backlog import Backlog, Standing


class HouseMetrics(Collector):
    """Asks the database and Redis; what is away is left out, and said."""

    def __init__(self, resort: Resort) -> None:
        """Look at this resort."""
        self._resort = resort

    def registry(self) -> CollectorRegistry:
        """Return a registry of this alone, for others to join."""
        made = CollectorRegistry()
        made.register(self)
        return made

    def describe(self) -> list[Metric]:
        """Tell of nothing before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Look everywhere."""
        waiting = self._resort.waker.waiting()
        yield gauge("resortbook_redis_up", "Whether wakes go by Redis", waiting is not None)
        yield _by_label(
            "resortbook_queue_jobs", "Jobs that wait for a worker", "queue", waiting or {}
        )
        now = self._resort.clock.now()
        try:
            backlog = self._resort.backlog()
            standing = self._resort.reads.backlog.standing(now)
            waiting_guests = self._resort.handover.waiting_since()
            assistant = self._resort.assistant.figures()
        except Unavailable:
            yield gauge("resortbook_database_up", "Whether the database answers", False)
            return
        yield gauge("resortbook_database_up", "Whether the database answers", True)
        yield from _of_backlog(backlog, now=now)
        yield from _of_bookings(standing)
        yield from _of_guests(waiting_guests, now=now)
        yield from of_assistant(assistant)


def gauge(name: str, says: str, value: float) -> Metric:
    """Return a number that goes up and down."""
    return GaugeMetricFamily(name, says, value=value)


def _of_backlog(backlog: Backlog, *, now: datetime) -> Iterator[Metric]:
    states = {name: getattr(backlog, name) for name in ("due", "planned", "blocked", "failed")}
    yield _by_label(
        "resortbook_outbox_events", "Events that are not told, by state", "state", states
    )
    yield gauge(
        "resortbook_outbox_oldest_due_seconds",
        "How long the oldest event waits that is due",
        _age(backlog.oldest_due_at, now),
    )
    yield gauge("resortbook_inbox_waiting", "Messages of guests that wait", backlog.unanswered)
    yield gauge(
        "resortbook_inbox_oldest_waiting_seconds",
        "How long the oldest message of a guest waits",
        _age(backlog.oldest_unanswered_at, now),
    )


def _of_bookings(standing: Standing) -> Iterator[Metric]:
    made = GaugeMetricFamily(
        "resortbook_bookings_last_day",
        "Bookings made in the last 24 hours, by how they stand and the door they came by",
        labels=["status", "door"],
    )
    for labels, count in standing.made.items():
        made.add_metric(labels, count)
    yield made
    yield _by_label(
        "resortbook_holds",
        "Holds: open, or lapsed and not ended yet",
        "state",
        {"open": standing.holds, "lapsed": standing.lapsed},
    )
    yield gauge("resortbook_held_seats", "Seats that open holds keep", standing.held_seats)


def _of_guests(waiting_since: Sequence[datetime], *, now: datetime) -> Iterator[Metric]:
    yield gauge(
        "resortbook_conversations_waiting",
        "Guests who wait for somebody at the desk",
        len(waiting_since),
    )
    yield gauge(
        "resortbook_conversations_longest_waiting_seconds",
        "How long the first of them has waited",
        _age(waiting_since[0] if waiting_since else None, now),
    )


def _by_label(name: str, says: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(name, says, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0
