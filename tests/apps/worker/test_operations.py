"""What operators meet of a worker: its pages, and the command that shows what waits."""

from dataclasses import replace

import pytest
from werkzeug.test import Client

from resortbook_worker.metrics import WorkMetrics
from resortbook_worker.operations import Operations
from resortbook_worker.tally import STEPS, Tally, counts_in, leads_in, numbers_for
from resortbook_worker.work import Work
from tests.apps.worker.conftest import in_days


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database."""
    return sqlite_url


@pytest.fixture
def numbers():
    return numbers_for(2)


@pytest.fixture
def client(resort, container, numbers):
    """The worker's pages."""
    return Client(Operations(resort, container.settings(), WorkMetrics(resort, numbers)))


def error(answer):
    return answer.status_code, answer.get_json()["error"]["code"]


def test_it_is_alive_and_ready(client):
    alive, ready = client.get("/health/live"), client.get("/health/ready")

    assert (alive.status_code, alive.get_json()) == (200, {"status": "ok"})
    assert ready.get_json()["checks"]["migrations"] == "head"
    assert ready.headers["Cache-Control"] == "no-store"
    assert client.head("/health/ready").data == b""


def test_it_is_not_ready_once_it_is_to_end(client, resort):
    resort.stopping.announce()

    answer = client.get("/health/ready")

    assert error(answer) == (503, "SERVICE_UNAVAILABLE")
    assert answer.headers["Retry-After"]
    assert client.get("/health/live").status_code == 200


def test_other_addresses_and_methods_are_refused_in_the_envelope(client):
    assert error(client.get("/")) == (404, "NOT_FOUND")
    assert error(client.post("/metrics")) == (405, "METHOD_NOT_ALLOWED")
    assert client.post("/metrics").headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("headers", "peer", "status"),
    [
        ({}, "127.0.0.1", 200),
        ({}, "203.0.113.9", 403),
        ({}, "", 403),
        ({"X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", 403),
        ({"Authorization": "Bearer right"}, "203.0.113.9", 200),
        ({"Authorization": "Bearer wrong"}, "203.0.113.9", 403),
    ],
)
def test_in_production_metrics_are_for_monitoring_alone(
    resort, container, numbers, headers, peer, status
):
    settings = replace(container.settings(), resortbook_env="production", metrics_token="right")
    client = Client(Operations(resort, settings, WorkMetrics(resort, numbers)))

    answer = client.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": peer})

    assert answer.status_code == status


def test_metrics_show_what_waits_and_what_all_processes_did(client, numbers, given, clock):
    given.hold(given.slot(start=in_days(3)), guest=given.guest())
    clock.advance(seconds=30)
    for place in (0, 1):
        Tally(numbers, place).count("deliver", failed=bool(place))
    Tally(numbers, 1).lead(True)

    lines = client.get("/metrics").text.splitlines()

    assert 'resortbook_outbox_events{state="due"} 1.0' in lines
    assert "resortbook_outbox_oldest_due_seconds 30.0" in lines
    assert "resortbook_inbox_waiting 0.0" in lines
    assert 'resortbook_jobs_total{outcome="done",step="deliver"} 1.0' in lines
    assert 'resortbook_jobs_total{outcome="failed",step="deliver"} 1.0' in lines
    assert "resortbook_worker_leads 1.0" in lines
    assert "resortbook_database_up 1.0" in lines


def test_a_step_that_fails_is_counted_and_logged_and_the_others_go_on(
    resort, numbers, caplog, given
):
    work = Work(resort, Tally(numbers))
    given.hold(given.slot(start=in_days(3)), guest=given.guest())
    object.__setattr__(resort.reception, "storage", None)

    answered, delivered = work.run("answer"), work.run("deliver")

    counts = {one.step: (one.done, one.failed) for one in counts_in(numbers)}
    assert (answered, delivered) == (True, True)
    assert (counts["answer"], counts["deliver"]) == ((0, 1), (1, 0))
    assert "worker.failed" in caplog.text
    assert len(resort.transcript("+14155550123")) == 1
    assert not leads_in(numbers)


def test_every_step_of_the_clockwork_has_its_place_in_the_tally(resort):
    assert set(STEPS) == {step.__name__ for step in resort.clockwork.steps}


def test_once_stopped_nothing_more_is_begun(resort, numbers):
    work = Work(resort, Tally(numbers))
    work.start()

    ended = work.stop()
    before = sum(one.done for one in counts_in(numbers))
    work.run("deliver")

    assert ended
    assert sum(one.done for one in counts_in(numbers)) == before
