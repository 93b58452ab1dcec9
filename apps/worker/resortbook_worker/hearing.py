"""Hears wakes: RQ workers in threads of this process, one for each kind of job."""

import logging
import threading

import redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue, SimpleWorker
from rq.exceptions import DequeueTimeout, StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.timeouts import BaseDeathPenalty

from resortbook.ports.jobs import JOBS

CONNECT_SECONDS = 1.0
PAUSE_SECONDS = 3.0
END_SECONDS = 4.0
# With RQ's own times the registries of a killed worker are cleaned after some thirteen minutes.
WORKER_TTL_SECONDS = 30
MAINTENANCE_SECONDS = 15
MONITORING_SECONDS = 5
LISTEN_SECONDS = 2  # at most so long until a stop is noticed
FUNCTIONS = frozenset(f"resortbook_worker.jobs.{job}" for job in JOBS)

log = logging.getLogger(__name__)


class _NoPenalty(BaseDeathPenalty):
    """Leaves jobs alone: every wait within one is bounded by itself, and an exception out of
    nowhere could hit a send between the provider's yes and our note of it.
    """

    def setup_death_penalty(self) -> None:
        """Set nothing."""

    def cancel_death_penalty(self) -> None:
        """Have nothing to take back."""


class _Worker(SimpleWorker):
    """An RQ worker in a thread, which runs its jobs there and takes no orders by Redis."""

    death_penalty_class = _NoPenalty
    log_result_lifespan = False
    stopping: threading.Event

    @property
    def dequeue_timeout(self) -> int:
        return LISTEN_SECONDS

    @property
    def connection_timeout(self) -> int:
        return LISTEN_SECONDS + 2

    def dequeue_job_and_maintain_ttl(
        self, timeout: int | None, max_idle_time: int | None = None
    ) -> tuple[Job, Queue]:
        """Wait for a job. Where Redis fails, RQ's own would wait in here and never stop."""
        while not self.stopping.is_set():
            self.heartbeat()
            if self.should_run_maintenance_tasks:
                self.run_maintenance_tasks()
            try:
                found = self.queue_class.dequeue_any(
                    self.queues,
                    timeout,
                    connection=self.connection,
                    serializer=self.serializer,
                    death_penalty_class=self.death_penalty_class,
                )
            except DequeueTimeout:
                continue
            if found is not None:
                return found
        raise StopRequested()

    def execute_job(self, job: Job, queue: Queue) -> None:
        """Do only what is ours to ask: whoever can write to Redis could name any function."""
        if job.func_name in FUNCTIONS and not job.args and not job.kwargs:
            super().execute_job(job, queue)
            return
        log.warning("worker.strange_job queue=%s", queue.name)
        self.connection.lrem(queue.intermediate_queue_key, 1, job.id)
        job.delete()

    def subscribe(self) -> None:
        """Hear no commands."""

    def unsubscribe(self) -> None:
        """Have nothing to leave."""

    def _install_signal_handlers(self) -> None:
        """Leave signals to the process."""


class Hearing:
    """Waits for jobs in Redis, for as long as the process lives.

    Failure policy: a Redis that is away, hangs or is full costs nothing but the wakes; it is
    tried again every three seconds.
    """

    def __init__(self, redis_url: str) -> None:
        """Nothing is connected before `start`."""
        self._url = redis_url
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._hear, args=[job], name=f"hear-{job}", daemon=True)
            for job in JOBS
        ]
        logging.getLogger("rq.worker").setLevel(logging.CRITICAL)  # we say it shorter

    def start(self) -> None:
        """Begin, each kind of job in a thread of its own."""
        for thread in self._threads:
            thread.start()

    def begin_stop(self) -> None:
        """Take no further job. Idempotent."""
        self._stopping.set()

    def stop(self) -> None:
        """Wait for the threads, some seconds at most: one that waits for a Redis that hangs has
        nothing to finish.
        """
        self.begin_stop()
        for thread in self._threads:
            thread.join(END_SECONDS / len(self._threads))

    def _hear(self, job: str) -> None:
        was_up = True
        while not self._stopping.is_set():
            reason = "Ended"
            try:
                with self._connected() as connection:
                    connection.ping()
                    if not was_up:
                        log.info("worker.redis_back job=%s", job)
                    was_up = True
                    self._work(job, connection)
            except RedisError as error:
                reason = type(error).__name__
            if was_up and not self._stopping.is_set():
                log.warning("worker.redis_away job=%s error=%s", job, reason)
            was_up = False
            self._stopping.wait(PAUSE_SECONDS)

    def _work(self, job: str, connection: "redis.Redis") -> None:
        queue = Queue(JOBS[job], connection=connection, serializer=JSONSerializer)
        worker = _Worker(
            [queue],
            connection=connection,
            serializer=JSONSerializer,
            worker_ttl=WORKER_TTL_SECONDS,
            maintenance_interval=MAINTENANCE_SECONDS,
            job_monitoring_interval=MONITORING_SECONDS,
            default_result_ttl=0,
            log_job_description=False,
        )
        worker.stopping = self._stopping
        worker.work(logging_level=logging.getLevelName(logging.CRITICAL))

    def _connected(self) -> "redis.Redis":
        return redis.Redis.from_url(
            self._url,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=LISTEN_SECONDS + 2,
            retry=Retry(NoBackoff(), 0),
        )
