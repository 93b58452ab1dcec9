"""PostgreSQL is killed, stopped, full or locked; Redis is emptied or of no use."""

import os
import random
import re
import signal
import socket
import time
from contextlib import ExitStack, suppress
from functools import partial

import psycopg
import pytest
import redis

from resortbook.bootstrap import build
from tests.apps.worker.conftest import PHONE, await_true, in_days
from tests.faults.clients import book, book_until_answered, request
from tests.resort_fixtures import settings_for
from tests.servers import PostgresServer

every_point = pytest.mark.every_point
CLIENTS = 8
LIVE, READY = "/health/live", "/health/ready"


@pytest.fixture
def postgres(own_server):
    """A PostgreSQL of this test's own, to be ill-treated."""
    return own_server("postgres")


@pytest.fixture
def database_url(postgres, tmp_path):
    """A migrated, empty database in it."""
    url = PostgresServer(postgres.url).new_database()
    resort = build(settings_for(url, tmp_path)).resort()
    resort.migrations.upgrade()
    resort.close()
    return url


def plain(url):
    return url.replace("+psycopg", "")


@pytest.fixture
def backends(database_url):
    """Tell the processes of the server that serve the house's database."""

    def pids():
        with psycopg.connect(plain(database_url), autocommit=True) as connection:
            asked = (
                "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'resortbook%'"
                " AND datname = current_database()"
            )
            return [row[0] for row in connection.execute(asked)]

    return pids


def took(act):
    began = time.monotonic()
    return act(), time.monotonic() - began


@pytest.mark.timeout(240)
@pytest.mark.parametrize("rounds", [5, pytest.param(20, marks=every_point)])
def test_clients_that_repeat_with_their_keys_have_one_booking_each_whatever_is_killed(
    house, guests, given, token_of, backends, all_is_well, ask_all, together, rounds
):
    house.settings["BOOKING_MAX_PENDING_PER_GUEST"] = "100"
    tokens = [token_of(guest) for guest in guests(CLIENTS)]
    slot = given.slot(start=in_days(3), capacity=500)
    api, _ = house.start("api"), house.start("worker")
    house.await_ready(api)
    chance, answers, unclear = random.Random(7), [], 0

    def client(token, key):
        first = book(api, slot, token, key)
        return first[0] != 201, book_until_answered(api, slot, token, key)

    def kill():
        time.sleep(chance.random() * 0.05)
        with suppress(psycopg.Error, IndexError, ProcessLookupError):
            os.kill(chance.choice(backends()), signal.SIGKILL)

    for number in range(rounds):
        key = f"round {number}"
        some = [partial(client, token, key) for token in tokens[1:]]
        *told, _ = together(*some, kill)
        told.append(client(tokens[0], key))
        unclear += sum(is_unclear for is_unclear, _ in told)
        answers += [answer for _, answer in told]

    print(f"{unclear} of {len(answers)} requests were answered only when they were repeated")
    assert {status for status, _ in answers} == {201}
    ids = {booking["id"] for _, booking in answers}
    assert ids == set(ask_all("SELECT id::text FROM bookings"))
    assert len(ids) == len(answers) == rounds * CLIENTS
    assert unclear > 0
    all_is_well()


def test_a_database_that_stops_is_told_within_two_seconds_and_found_again(
    house, guests, given, token_of, postgres, all_is_well, fake, sent
):
    (guest,) = guests(1)
    token, slot = token_of(guest), given.slot(start=in_days(3))
    port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    api, webhooks = house.start("api"), house.start("whatsapp", port=port)
    house.start("worker")
    house.await_ready(api)
    house.await_ready(webhooks)
    url = f"{house.settings['PUBLIC_URL']}/webhooks/whatsapp"
    said = fake.phone(PHONE).text("hello")

    postgres.stop()
    refused, seconds = took(lambda: book(api, slot, token))
    both = (api, webhooks)
    health = [request(program, path)[0] for program in both for path in (LIVE, READY)]
    not_kept, webhook_seconds = took(lambda: fake.webhook(url, said).status)
    postgres.start()
    began = time.monotonic()
    status, _ = book_until_answered(api, slot, token)
    back = time.monotonic() - began
    kept = await_true(lambda: fake.webhook(url, said).status == 200, seconds=30)

    print(f"503 after {seconds:.2f} s, booked {back:.1f} s after the server was back")
    assert (refused[0], not_kept) == (503, 503)
    assert max(seconds, webhook_seconds) < 2
    assert health == [200, 503, 200, 503]
    assert (status, kept) == (201, True)
    assert len(sent(1)) == 1
    all_is_well()


def test_a_database_without_any_connection_left_is_told_within_two_seconds(
    house, guests, given, token_of, database_url, backends, all_is_well
):
    (guest,) = guests(1)
    token, slot = token_of(guest), given.slot(start=in_days(3))
    api = house.started_well("api")

    with ExitStack() as taken:

        def take_all():
            with suppress(psycopg.OperationalError):
                while True:
                    taken.enter_context(psycopg.connect(plain(database_url)))

        mine = taken.enter_context(psycopg.connect(plain(database_url), autocommit=True))
        pids = backends()
        take_all()
        mine.execute("SELECT pg_terminate_backend(pid) FROM unnest(%s::int[]) pid", [pids])
        time.sleep(0.2)
        take_all()
        refused, seconds = took(lambda: book(api, slot, token))
        live, live_seconds = took(lambda: request(api, LIVE))
        ready = request(api, READY)
    status, _ = book_until_answered(api, slot, token)

    print(f"503 after {seconds:.2f} s")
    assert (refused[0], live[0], ready[0], status) == (503, 200, 503, 201)
    assert (seconds < 2, live_seconds < 0.5) == (True, True)
    house.start("worker")
    all_is_well()


@pytest.mark.parametrize("held_seconds", [5, pytest.param(30, marks=every_point)])
def test_a_row_that_somebody_locks_holds_up_nobody_else(
    house, guests, given, token_of, database_url, all_is_well, held_seconds
):
    (guest,) = guests(1)
    token, slot = token_of(guest), given.slot(start=in_days(3))
    other = given.slot(given.activity("Kayaking"), start=in_days(3))
    api, worker = house.start("api"), house.start("worker")
    house.await_ready(api)
    house.await_ready(worker)

    with psycopg.connect(plain(database_url)) as somebody:
        began = time.monotonic()
        somebody.execute("SELECT 1 FROM time_slots WHERE id = %s FOR UPDATE", [slot.id])
        refused, seconds = took(lambda: book(api, slot, token, "locked"))
        free, free_seconds = took(lambda: book(api, other, token, "free"))
        time.sleep(max(0, held_seconds - (time.monotonic() - began)))
    status, _ = book_until_answered(api, slot, token, "locked")

    print(f"refused after {seconds:.2f} s; another departure booked in {free_seconds:.2f} s")
    assert (refused[0], free[0], status) == (503, 201, 201)
    assert (seconds < 4, free_seconds < 1) == (True, True)
    all_is_well()


def test_a_redis_that_is_emptied_again_and_again_loses_nothing(
    house, guests, given, token_of, redis_client, all_is_well, fake
):
    everybody = guests(8)
    slot = given.slot(start=in_days(3))
    api, worker = house.start("api"), house.start("worker")
    house.await_ready(api)
    house.await_ready(worker)

    for guest in everybody:
        redis_client.flushall()
        assert book(api, slot, token_of(guest))[0] == 201
        redis_client.flushall()

    all_is_well()
    assert len(fake.messages) == len(everybody)


@pytest.fixture(
    params=["hung", *[pytest.param(name, marks=every_point) for name in ("away", "full")]]
)
def no_good_redis(request, own_server):
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


@pytest.fixture
def visit(sent):
    """Browse, sign in and book as a guest at an API; returns how long each step took, in s."""

    def walk(api, guest, slot):
        phone = guest.addresses[0].value
        already = len(sent(0, to=phone))

        def ask(path, body=None):
            return took(lambda: request(api, f"/api/v1/{path}", body))

        _, browsing = ask("activities/")
        _, times = ask(f"activities/{slot.activity_id}/availability/")
        asked, code_seconds = ask("auth/request-otp/", {"phone": phone})
        text = sent(already + 1, to=phone)[-1]
        code = next(word for word in re.findall(r"\d+", text) if len(word) == 6)
        signed_in, sign_in = ask("auth/verify-otp/", {"phone": phone, "code": code})
        booked, booking = took(lambda: book(api, slot, signed_in[1]["token"]))
        assert (asked[0], signed_in[0], booked[0]) == (202, 200, 201)
        return [browsing, times, code_seconds, sign_in, booking]

    return walk


def test_without_a_good_redis_browsing_signing_in_and_booking_take_no_second_more(
    house, guests, given, visit, no_good_redis, all_is_well
):
    first, second = guests(2)
    slot = given.slot(start=in_days(3))
    code_template = house.fake.add_content("{{1}} is your code")
    house.settings["TWILIO_TEMPLATE_SIGN_IN_CODE"] = code_template
    with_redis, worker = house.start("api"), house.start("worker")
    house.await_ready(with_redis)
    usual = visit(with_redis, first, slot)
    assert worker.end() == 0
    house.settings["REDIS_URL"] = no_good_redis
    without, worker = house.start("api"), house.start("worker")
    house.await_ready(without)

    took_then = visit(without, second, slot)

    more = [then - before for then, before in zip(took_then, usual, strict=True)]
    print(f"each took longer by, s: {[round(one, 2) for one in more]}")
    assert max(more) < 1
    all_is_well()
    assert worker.end() == 0
