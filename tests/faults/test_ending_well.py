"""SIGTERM: first not ready, then what was begun is finished, then the end with status 0."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg

from tests.apps.worker.conftest import PHONE, await_true, in_days
from tests.fake_twilio import hang
from tests.faults.clients import book, request

READY = "/health/ready"


def not_ready(program):
    return request(program, READY)[0] == 503


def soon_not_ready(program):
    return await_true(lambda: not_ready(program), seconds=2)


def test_an_api_says_that_it_is_not_ready_and_finishes_what_it_is_answering(
    house, guests, given, token_of, database_url, all_is_well
):
    (guest,) = guests(1)
    token, slot = token_of(guest), given.slot(start=in_days(3))
    api = house.started_well("api", "--processes", "2")
    plain = database_url.replace("+psycopg", "")

    with ThreadPoolExecutor(1) as pool, psycopg.connect(plain) as somebody:
        somebody.execute("SELECT 1 FROM time_slots WHERE id = %s FOR UPDATE", [slot.id])
        answer = pool.submit(book, api, slot, token)
        time.sleep(0.5)
        began = time.monotonic()
        api.process.send_signal(signal.SIGTERM)
        was_told = soon_not_ready(api)
        time.sleep(0.5)
        somebody.rollback()
        status, _ = answer.result()
        ended = api.process.wait(timeout=25)
    took = time.monotonic() - began

    print(f"from SIGTERM to the end: {took:.1f} s")
    assert (was_told, status, ended) == (True, 201, 0)
    house.start("worker")
    all_is_well()


def test_webhooks_and_worker_say_that_they_are_not_ready_and_lose_nothing(
    house, fake, sent, all_is_well
):
    port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    webhooks, worker = house.start("whatsapp", port=port), house.start("worker")
    for program in (webhooks, worker):
        house.await_ready(program)
    fake.always(hang(3), times=1)

    house.webhook(fake.phone(PHONE).text("hello"))
    assert await_true(lambda: fake.calls, seconds=20)
    began = time.monotonic()
    for program in (webhooks, worker):
        program.process.send_signal(signal.SIGTERM)
    told = [soon_not_ready(program) for program in (webhooks, worker)]
    house.webhook(fake.phone(PHONE).text("one more"))
    statuses = [program.process.wait(timeout=25) for program in (webhooks, worker)]
    took = time.monotonic() - began
    house.start("worker")

    print(f"from SIGTERM to the end: {took:.1f} s")
    assert (told, statuses) == ([True, True], [0, 0])
    assert len(sent(2)) == 2
    all_is_well()
