"""One worker leads in what time alone brings about; when it goes, another does."""

import json
import os
import signal

import pytest

from tests.apps.worker.conftest import await_true, in_days, metric

pytestmark = pytest.mark.xdist_group("worker processes")


def leads(worker):
    return metric(worker, "resortbook_worker_leads") == 1


@pytest.fixture
def two_workers(house):
    """Two workers, the leader first."""
    workers = [house.start("worker"), house.start("worker")]
    for worker in workers:
        house.await_ready(worker)
    assert await_true(lambda: any(map(leads, workers)))
    return sorted(workers, key=leads, reverse=True)


def status_of(resort, held):
    return resort.reads.sales.booking(held.booking.id).booking.status.value


def test_a_leader_that_is_killed_is_replaced_and_holds_end_as_before(
    house, given, resort, two_workers
):
    leader, other = two_workers
    was_leading = leads(other)
    held = given.hold(given.slot(start=in_days(3)))

    leader.kill()
    replaced = await_true(lambda: leads(other), seconds=15)
    house.move_clock("+31m")
    has_ended = await_true(lambda: expired_in(house), seconds=10)

    assert (was_leading, replaced, has_ended) == (False, True, True)
    assert status_of(resort, held) == "expired"
    assert other.end() == 0


def expired_in(house):
    return json.loads(house.run("bookings", "list", "--status", "expired", "--json")) != []


def test_a_leader_whose_connection_is_cut_leads_no_more_or_again(
    house, container, resort, two_workers
):
    cut = (
        "SELECT pg_terminate_backend(l.pid) FROM pg_locks l"
        " WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted"
        " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    before = resort.leadership.leader()

    with container.storage().engine.connect() as connection:
        assert connection.exec_driver_sql(cut).all() == [(True,)]
    again = await_true(lambda: resort.leadership.leader() not in (None, before), seconds=15)
    alone = await_true(lambda: sorted(map(leads, two_workers)) == [False, True], seconds=15)

    assert (again, alone) == (True, True)
    assert resort.leadership.leader().since > before.since


def test_a_process_that_dies_is_replaced_by_the_one_that_looks_after_it(
    house, given, guest, sent
):
    worker = house.started_well("worker", "--processes", "2")
    assert await_true(lambda: leads(worker))
    leader = house.run("queue", "--json")
    host_and_pid = json.loads(leader)["leader"].split()[0]
    pid = int(host_and_pid.rpartition(":")[2])

    os.kill(pid, signal.SIGKILL)
    replaced = await_true(lambda: "worker.died" in worker.log.read_text(), seconds=10)
    led = await_true(lambda: leads(worker), seconds=20)
    given.hold(given.slot(start=in_days(3)), guest=guest)

    assert (replaced, led) == (True, True)
    assert len(sent(1)) == 1
    assert worker.end() == 0
