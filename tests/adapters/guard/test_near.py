"""A copy in the process before a shared cache."""

import pytest

from resortbook.adapters.guard.near import NearCache
from resortbook.adapters.local.cache import ProcessCache


@pytest.fixture
def far() -> ProcessCache:
    return ProcessCache()


@pytest.fixture
def cache(far: ProcessCache) -> NearCache:
    return NearCache(far, ProcessCache(most=2))


def test_a_value_is_fetched_once_and_what_stands_beside_it_every_time(
    cache: NearCache, far: ProcessCache
):
    far.put("list", b"old", seconds=5)
    far.put("mark", b"1", seconds=5)
    first = cache.get_with("list", ["mark", "other mark"])

    far.put("list", b"new", seconds=5)
    far.put("mark", b"2", seconds=5)
    again = cache.get_with("list", ["mark", "other mark"])

    assert first == (b"old", [b"1", None])
    assert again == (b"old", [b"2", None])


def test_what_is_asked_for_by_itself_is_as_all_processes_see_it(
    cache: NearCache, far: ProcessCache
):
    cache.put("mark", b"1", seconds=5)

    far.put("mark", b"2", seconds=5)

    assert cache.get("mark") == b"2"
    assert cache.get_with("mark", []) == (b"2", [])


def test_what_is_put_is_there_for_all_until_it_is_dropped(cache: NearCache, far: ProcessCache):
    cache.put("list", b"[]", seconds=5)
    shared = far.get("list")
    cache.drop("list")

    assert shared == b"[]"
    assert cache.get_with("list", ["mark"]) == (None, [None])
    assert cache.is_up()


def test_only_a_few_are_kept_nearby(cache: NearCache, far: ProcessCache):
    for name in ("first", "second", "third"):
        cache.put(name, b"[]", seconds=5)
        far.drop(name)

    found = {name: cache.get_with(name, ["mark"])[0] for name in ("first", "second", "third")}

    assert found == {"first": None, "second": b"[]", "third": b"[]"}
