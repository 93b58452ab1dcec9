"""Wakes the workers of a resort by jobs without arguments in Redis."""

import logging
import threading
import time
from collections.abc import Mapping

import redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer

from resortbook.ports.jobs import JOBS

TIMEOUT_SECONDS = 0.25
LEFT_ALONE_SECONDS = 5.0
REST_SECONDS = 0.02  # after a wake: many bookings a second need not ask Redis each
CLOSING_SECONDS = 0.5
JOB_SECONDS = 60  # how long RQ takes a silent job for alive
FAILURES_KEPT_SECONDS = 60

log = logging.getLogger(__name__)


class RqWaker:
    """Asks for each job where none of its kind waits yet.

    A thread of its own talks to Redis, so that nobody waits for that; many wakes become one. A
    Redis that is away, slow or full is left alone for five seconds.
    """

    def __init__(self, url: str) -> None:
        """Prepare a client; nothing is connected, and no thread runs, before the first wake."""
        self._client = redis.Redis.from_url(
            url,
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
            # The client's own retries would multiply the time-out.
            retry=Retry(NoBackoff(), 0),
        )
        self._queues = {
            job: Queue(queue, connection=self._client, serializer=JSONSerializer)
            for job, queue in JOBS.items()
        }
        self._woken = threading.Event()
        self._change = threading.Condition()
        self._asked = self._told = 0
        self._is_closed = False
        self._thread: threading.Thread | None = None
        self._alone_until = 0.0

    def wake(self) -> None:
        """Let the thread ask for the jobs."""
        self._woken.set()
        with self._change:
            if self._is_closed:
                return
            self._asked += 1
            # A process that was forked has none, whatever its parent had.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="waker", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def wait(self, seconds: float) -> None:
        """Sleep until the next wake in this process, at most for `seconds`."""
        self._woken.wait(seconds)
        self._woken.clear()

    def waiting(self) -> Mapping[str, int] | None:
        """Count the jobs in Redis."""
        try:
            return self._lengths()
        except RedisError:
            return None

    def close(self) -> None:
        """Wait for the thread for half a second, and let go of the connections."""
        with self._change:
            self._change.wait_for(lambda: self._told == self._asked, CLOSING_SECONDS)
            self._is_closed = True
            self._change.notify_all()
        self._client.close()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._is_closed or self._told != self._asked)
                if self._is_closed:
                    return
                asked = self._asked
            if time.monotonic() >= self._alone_until:
                self._tell()
            with self._change:
                self._told = asked
                self._change.notify_all()
                self._change.wait_for(lambda: self._is_closed, REST_SECONDS)

    def _tell(self) -> None:
        try:
            self._enqueue([job for job, waiting in self._lengths().items() if not waiting])
        except RedisError as error:
            self._alone_until = time.monotonic() + LEFT_ALONE_SECONDS
            log.warning("waker.away error=%s", type(error).__name__)

    def _lengths(self) -> dict[str, int]:
        with self._client.pipeline(transaction=False) as pipeline:
            for queue in self._queues.values():
                pipeline.llen(queue.key)
            return dict(zip(self._queues, pipeline.execute(), strict=True))

    def _enqueue(self, jobs: list[str]) -> None:
        if not jobs:
            return
        with self._client.pipeline() as pipeline:
            for job in jobs:
                self._queues[job].enqueue_call(
                    f"resortbook_worker.jobs.{job}",
                    timeout=JOB_SECONDS,
                    result_ttl=0,
                    failure_ttl=FAILURES_KEPT_SECONDS,
                    description=job,
                    pipeline=pipeline,
                )
            pipeline.execute()
