"""The ear for wakes: it does what is asked by name, and nothing else that lies in Redis."""

import pytest
from rq import Queue
from rq.serializers import JSONSerializer

from resortbook.adapters.rq.waker import RqWaker
from resortbook.ports.jobs import JOBS
from resortbook_worker.hearing import Hearing
from resortbook_worker.jobs import set_to_work
from resortbook_worker.tally import Tally, counts_in, numbers_for
from resortbook_worker.work import Work
from tests.apps.worker.conftest import await_true


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database."""
    return sqlite_url


@pytest.fixture
def done(resort, redis_url):
    """How often each step was done, all of them because of jobs: nobody looks by himself."""
    numbers = numbers_for(1)
    set_to_work(Work(resort, Tally(numbers)))
    hearing = Hearing(redis_url)
    hearing.start()
    yield lambda: {one.step: one.done for one in counts_in(numbers)}
    hearing.stop()


def test_a_wake_makes_every_job_run_and_leaves_nothing_behind(done, redis_url, redis_client):
    waker = RqWaker(redis_url)

    waker.wake()
    came = await_true(lambda: (done()["deliver"], done()["answer"]) == (1, 1), seconds=10)
    gone = await_true(lambda: not redis_client.keys("rq:job:*"), seconds=5)

    assert (came, gone) == (True, True)
    assert waker.waiting() == dict.fromkeys(JOBS, 0)
    waker.close()


def test_what_others_put_into_redis_is_not_run(done, redis_url, redis_client, tmp_path, caplog):
    queue = Queue(JOBS["deliver"], connection=redis_client, serializer=JSONSerializer)

    queue.enqueue("os.mkdir", str(tmp_path / "made"))
    queue.enqueue("resortbook_worker.jobs.deliver", "an argument")
    queue.enqueue("resortbook_worker.jobs.deliver", result_ttl=0)
    came = await_true(lambda: done()["deliver"] == 1, seconds=10)
    gone = await_true(lambda: not redis_client.keys("rq:job:*"), seconds=5)

    assert (came, gone) == (True, True)
    assert not (tmp_path / "made").exists()
    assert caplog.text.count("worker.strange_job") == 2
