"""What is done at one door goes out by the worker: woken by Redis, or without any."""

import socket
import time

import pytest
import redis

from tests.apps.worker.conftest import PHONE, await_true, in_days, metric, wrote_just_now
from tests.fake_twilio import hang
from tests.resort_fixtures import Given
from tests.servers import PostgresServer

pytestmark = pytest.mark.xdist_group("worker processes")


def hold(api, slot, token):
    asked = {"activity_id": str(slot.activity_id), "time_slot_id": str(slot.id)}
    return api.ask("/api/v1/bookings/", "POST", {**asked, "participants": 1}, token)


def test_booked_at_the_api_told_by_the_worker_answered_by_the_webhooks(
    house, fake, given, guest, token, sent, container
):
    public_port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    started = [
        house.start("api"),
        house.start("whatsapp", port=public_port),
        house.start("worker"),
    ]
    for program in started:
        house.await_ready(program)
    api, _, worker = started
    slot = given.slot(start=in_days(3))

    booking = hold(api, slot, token)
    texts = sent(1)
    house.webhook(fake.phone(PHONE).text("hello"))
    both = sent(2)
    fake.settle()

    assert booking["reference"] in texts[0]
    assert len(both) == 2
    assert not fake.refusals
    assert {post.status for post in fake.posted} == {200}
    with container.storage().engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT delivery FROM outbound_messages")
        assert {row[0] for row in found} == {"delivered"}
    assert metric(worker, 'resortbook_jobs_total{outcome="done",step="deliver"}') > 0
    assert metric(worker, 'resortbook_outbox_events{state="due"}') == 0
    assert metric(worker, "resortbook_worker_leads") == 1
    assert [program.end() for program in started] == [0, 0, 0]


def test_a_wake_comes_at_once(house, fake, given, guest, token, sent):
    api, worker = house.start("api"), house.start("worker")
    for program in (api, worker):
        house.await_ready(program)
    slot = given.slot(start=in_days(3), capacity=30)
    waits = []

    for number in range(5):
        hold(api, slot, token)
        answered = time.monotonic()
        sent(number + 1)
        waits.append(time.monotonic() - answered)
        time.sleep(0.3)  # not while the one before is still being worked on

    print(f"from answer to send, ms: {[round(wait * 1000) for wait in waits]}")
    assert sorted(waits)[2] < 0.4  # without a wake it would look once a second


def test_redis_killed_and_back_loses_nothing(
    house, fake, given, guest, token, sent, own_server
):
    server = own_server("redis")
    house.settings["REDIS_URL"] = server.url
    api, worker = house.start("api"), house.start("worker")
    for program in (api, worker):
        house.await_ready(program)
    slot = given.slot(start=in_days(3), capacity=30)

    hold(api, slot, token)
    before = sent(1)
    server.kill()
    began = time.monotonic()
    hold(api, slot, token)
    took = time.monotonic() - began
    without = sent(2)
    was_up = metric(worker, "resortbook_redis_up")
    server.start()
    until = time.monotonic() + 20
    while "worker.redis_back" not in worker.log.read_text() and time.monotonic() < until:
        time.sleep(0.1)
    hold(api, slot, token)
    after = sent(3)

    assert [len(texts) for texts in (before, without, after)] == [1, 2, 3]
    assert took < 2
    assert was_up == 0
    assert worker.log.read_text().count("worker.redis_away") == 2  # once for each kind of job
    assert (worker.end(), api.end()) == (0, 0)


def test_a_worker_that_is_killed_is_followed_by_another_once_its_lease_is_over(
    house, fake, given, guest, sent
):
    slot = given.slot(start=in_days(3))
    fake.always(hang(5), times=1)
    first = house.started_well("worker")
    given.hold(slot, guest=guest)
    until = time.monotonic() + 20
    while not fake.calls and time.monotonic() < until:
        time.sleep(0.01)

    first.kill()
    second = house.started_well("worker")
    time.sleep(2)
    early = len(fake.messages)
    house.move_clock("+61s")
    texts = sent(1)
    time.sleep(2)

    assert early == 0
    assert len(texts) == len(fake.messages) == 1
    assert second.end() == 0


def test_two_workers_send_each_message_once(house, fake, given, clock, sent):
    slot = given.slot(start=in_days(3), capacity=60)
    phones = [f"+14155550{200 + number}" for number in range(40)]
    guests = [wrote_just_now(given, fake, clock, phone) for phone in phones]
    for guest in guests:
        given.hold(slot, guest=guest)

    workers = [house.start("worker", "--processes", "2"), house.start("worker")]
    until = time.monotonic() + 40
    while len(fake.messages) < len(phones) and time.monotonic() < until:
        time.sleep(0.1)
    for worker in workers:
        house.await_ready(worker)
    time.sleep(2)

    assert sorted(message.to for message in fake.messages) == [
        f"whatsapp:{phone}" for phone in phones
    ]
    leads = [metric(worker, "resortbook_worker_leads") for worker in workers]
    assert sorted(leads) == [0, 1]
    assert [worker.end() for worker in workers] == [0, 0]


def test_sigterm_lets_the_send_in_progress_end_and_gives_the_rest_back(
    house, fake, given, clock, container
):
    slot = given.slot(start=in_days(3), capacity=60)
    phones = [f"+14155550{200 + number}" for number in range(10)]
    guests = [wrote_just_now(given, fake, clock, phone) for phone in phones]
    for guest in guests:
        given.hold(slot, guest=guest)
    fake.always(hang(2), times=1)
    worker = house.start("worker")
    until = time.monotonic() + 40
    while not fake.calls and time.monotonic() < until:
        time.sleep(0.01)

    began = time.monotonic()
    status = worker.end()
    took = time.monotonic() - began

    with container.storage().engine.connect() as connection:
        held = connection.exec_driver_sql(
            "SELECT count(*) FROM outbox WHERE lease_until > now()"
        )
        still_held = held.scalar()
    print(f"SIGTERM to exit: {took:.1f} s")
    assert (status, took < 25) == (0, True)
    assert (len(fake.calls), still_held) == (1, 0)


@pytest.fixture(params=["away", "hung", "full"])
def no_good_redis(request, redis_url, own_server):
    """The address of a Redis that nobody can work with."""
    if request.param == "full":
        server = own_server("redis")
        with redis.Redis.from_url(server.url) as client:
            client.config_set("maxmemory", 1)
        yield server.url
        return
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        if request.param == "hung":
            silent.listen()
        yield f"redis://127.0.0.1:{silent.getsockname()[1]}/0"


def test_without_a_good_redis_booking_takes_no_longer_and_the_worker_looks_by_itself(
    house, given, guest, token, sent, no_good_redis
):
    house.settings["REDIS_URL"] = no_good_redis
    api, worker = house.start("api"), house.start("worker")
    for program in (api, worker):
        house.await_ready(program)
    slot = given.slot(start=in_days(3))

    began = time.monotonic()
    hold(api, slot, token)
    took = time.monotonic() - began
    texts = sent(1, seconds=10)
    told = time.monotonic() - began

    print(f"booked in {took:.2f} s, told after {told:.2f} s")
    assert len(texts) == 1
    assert (took < 2, told < 6) == (True, True)
    assert (worker.end(), api.end()) == (0, 0)


def test_a_database_that_stops_and_starts_is_found_again_without_a_restart(
    house, fake, own_server, open_container, clock, sent
):
    server = own_server("postgres")
    url = PostgresServer(server.url).new_database()
    house.settings["DATABASE_URL"] = url
    container = open_container(url)
    container.storage().migrations.upgrade()
    given = Given(container)
    guest = wrote_just_now(given, fake, clock, PHONE)
    slot = given.slot(start=in_days(3), capacity=5)
    worker = house.started_well("worker")

    given.hold(slot, guest=guest)
    before = sent(1)
    server.stop()
    await_true(lambda: "worker.database_away" in worker.log.read_text())
    time.sleep(2)  # it looks again and again meanwhile, and says so once
    while_away = metric(worker, "resortbook_database_up")
    server.start()
    given.hold(slot, guest=guest)
    after = sent(2)

    def told():
        log = worker.log.read_text()
        return log.count("worker.database_away"), log.count("worker.database_back")

    await_true(lambda: told()[0] == told()[1])
    assert (len(before), while_away, len(after)) == (1, 0, 2)
    # A connection from before may fail still after the others have found it again.
    assert told() in ((1, 1), (2, 2))
    assert worker.end() == 0
