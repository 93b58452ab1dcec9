import socket
import time

from resortbook.adapters.redis.cache import RedisCache


def test_what_is_put_is_there_until_it_is_dropped(redis_url):
    cache = RedisCache(redis_url)

    cache.put("list", b"[]", seconds=5)
    kept = cache.get("list")
    cache.drop("list")

    assert (kept, cache.get("list"), cache.is_up()) == (b"[]", None, True)
    cache.close()


def test_several_are_looked_up_at_once(redis_url):
    cache = RedisCache(redis_url)

    cache.put("list", b"[]", seconds=5)
    cache.put("mark", b"1", seconds=5)

    assert cache.get_with("list", ["mark", "nothing"]) == (b"[]", [b"1", None])
    assert cache.get_with("nothing", ["mark"]) == (None, [b"1"])
    cache.close()


def test_a_redis_that_is_away_is_a_miss_and_no_failure():
    cache = RedisCache("redis://127.0.0.1:1/0")

    cache.put("list", b"[]", seconds=5)

    assert cache.get("list") is None
    assert cache.get_with("list", ["mark"]) == (None, [None])
    assert not cache.is_up()
    cache.close()


def test_a_redis_that_hangs_costs_a_second_once_and_is_then_left_alone():
    with socket.socket() as hung:
        hung.bind(("127.0.0.1", 0))
        hung.listen()
        cache = RedisCache(f"redis://127.0.0.1:{hung.getsockname()[1]}/0")

        started = time.monotonic()
        answers = [cache.get("list") for _ in range(100)]
        took = time.monotonic() - started

    assert answers == [None] * 100
    assert took < 1.5
    cache.close()
