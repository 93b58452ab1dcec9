import json
import socket
import time
import zlib

import pytest
import redis

from resortbook.adapters.rq.waker import RqWaker
from resortbook.ports.jobs import JOBS


@pytest.fixture
def open_waker():
    wakers = []

    def open_(url):
        wakers.append(RqWaker(url))
        return wakers[-1]

    yield open_
    for waker in wakers:
        waker.close()


def how_long(act):
    began = time.monotonic()
    act()
    return time.monotonic() - began


def test_many_wakes_are_one_waiting_job_of_each_kind(redis_url, open_waker):
    waker = open_waker(redis_url)
    others = [open_waker(redis_url) for _ in range(2)]
    waker.wake()
    waker.close()

    for other in others:
        for _ in range(100):
            other.wake()
        other.close()

    assert open_waker(redis_url).waiting() == dict.fromkeys(JOBS, 1)


def test_a_job_is_a_name_without_arguments(redis_url, open_waker):
    waker = open_waker(redis_url)

    waker.wake()
    waker.close()

    with redis.Redis.from_url(redis_url) as client:
        [job_id] = client.lrange("rq:queue:resortbook.deliver", 0, -1)
        kept = client.hgetall(f"rq:job:{job_id.decode()}")
    wanted: list[object] = ["resortbook_worker.jobs.deliver", None, [], {}]
    raw = kept[b"data"]
    assert json.loads(zlib.decompress(raw) if raw[:1] == b"x" else raw) == wanted
    assert (kept[b"result_ttl"], kept[b"description"]) == (b"0", b"deliver")


def test_after_a_job_is_taken_the_next_wake_asks_again(redis_url, open_waker):
    first = open_waker(redis_url)
    first.wake()
    first.close()
    with redis.Redis.from_url(redis_url) as client:
        client.lpop("rq:queue:resortbook.deliver")

    second = open_waker(redis_url)
    second.wake()
    second.close()

    assert open_waker(redis_url).waiting() == dict.fromkeys(JOBS, 1)


def test_a_wake_costs_the_caller_nothing_when_redis_is_away_or_hangs(open_waker):
    with socket.socket() as hung:
        hung.bind(("127.0.0.1", 0))
        hung.listen()
        for port in (1, hung.getsockname()[1]):
            waker = open_waker(f"redis://127.0.0.1:{port}/0")

            took = how_long(waker.wake) + how_long(waker.wake)

            assert took < 0.1
            assert how_long(waker.close) < 0.7


def test_nobody_can_tell_what_waits_in_a_redis_that_is_away(open_waker):
    assert open_waker("redis://127.0.0.1:1/0").waiting() is None


def test_a_redis_that_is_full_or_killed_raises_nothing_and_is_woken_by_again(
    own_server, open_waker, caplog, monkeypatch
):
    monkeypatch.setattr("resortbook.adapters.rq.waker.LEFT_ALONE_SECONDS", 0.05)
    server = own_server("redis")
    waker = open_waker(server.url)
    with redis.Redis.from_url(server.url) as client:
        client.config_set("maxmemory", 1)
        waker.wake()
        until = time.monotonic() + 5
        while "waker.away" not in caplog.text and time.monotonic() < until:
            time.sleep(0.01)
        full = waker.waiting()
    server.kill()
    waker.wake()
    time.sleep(0.3)
    away = waker.waiting()
    server.start()

    waker.wake()
    until = time.monotonic() + 5
    while waker.waiting() != dict.fromkeys(JOBS, 1) and time.monotonic() < until:
        time.sleep(0.05)

    assert (full, away) == (dict.fromkeys(JOBS, 0), None)
    assert waker.waiting() == dict.fromkeys(JOBS, 1)


def test_a_wake_wakes_this_process_too(redis_url, open_waker):
    waker = open_waker(redis_url)

    waker.wake()
    woken = how_long(lambda: waker.wait(5))

    assert woken < 1
    assert how_long(lambda: waker.wait(0.05)) >= 0.05
